/*
 * Copyright 2026 The ML Lens Authors
 *
 * Licensed under the Apache License, Version 2.0 (the "License");
 * you may not use this file except in compliance with the License.
 * You may obtain a copy of the License at
 *
 *     http://www.apache.org/licenses/LICENSE-2.0
 */
import type { RepositoryFixture } from './repositories';

/**
 * How public repositories of machine learning are laid out, in files of our own:
 * the paths they have, and what of their content rules could take for a
 * practice. Judged by reading the originals.
 */
export const PUBLIC_LAYOUTS: Record<
  string,
  RepositoryFixture & {
    /** What is found and not in place, or not to be told from there. */
    wrong: string[];
  }
> = {
  'iterative/example-get-started': {
    files: {
      'dvc.yaml': `stages:
  prepare:
    cmd: python src/prepare.py
    deps: [data/posts.xml, src/prepare.py]
    outs: [data/prepared]
  fit:
    cmd: python src/train.py
    deps: [data/prepared, src/train.py]
    params: [fit.trees]
    outs: [model.pkl]
metrics: [eval/metrics.json]
`,
      'dvc.lock': `stages:
  prepare:
    deps:
      - path: data/posts.xml
        md5: 0c1d2e
`,
      'src/train.py': `import pickle
from sklearn.ensemble import RandomForestClassifier

forest = RandomForestClassifier(n_estimators=TREES)
forest.fit(x, y)
pickle.dump(forest, out)
`,
      'src/evaluate.py': `from dvclive import Live

with Live('eval') as live:
    live.log_sklearn_plot('roc', y, scores)
`,
      '.github/workflows/cml.yaml': `on: pull_request
jobs:
  run:
    steps:
      - run: |
          dvc pull eval
          cml comment create report.md
`,
    },
    inPlace: ['DC05', 'PF02'],
    inPlace2025: [
      'MLOPS02_BP04',
      'MLOPS03_BP02',
      'MLSEC03_BP04',
      'MLREL02_BP02',
      'MLPERF02_BP01',
    ],
    wrong: [],
  },
  'GokuMohandas/Made-With-ML': {
    files: {
      'madewithml/train.py': `import ray
from ray.train.torch import TorchTrainer
from transformers import BertModel

encoder = BertModel.from_pretrained('some/encoder')
trainer = TorchTrainer(train_loop_per_worker=loop, scaling_config=scaling)
trainer.fit()
`,
      'madewithml/tune.py': `from ray import tune

tuner = tune.Tuner(trainable=trainer, param_space=space)
`,
      'tests/data/test_dataset.py': `import great_expectations

def test_columns(df):
    df.expect_column_values_to_not_be_null('tag')
`,
      '.github/workflows/workloads.yaml': `on: pull_request
jobs:
  workloads:
    steps:
      - run: anyscale jobs submit deploy/jobs/workloads.yaml
`,
    },
    inPlace: ['MT05'],
    inPlace2025: ['MLCOST04_BP07', 'MLCOST04_BP11'],
    wrong: [],
  },
  'karpathy/nanoGPT': {
    files: {
      'train.py': `import torch
from torch.nn.parallel import DistributedDataParallel as DDP

wandb_log = False
if wandb_log and is_first:
    import wandb
    wandb.init(project=project, config=config)
model = DDP(model, device_ids=[rank]) if ddp else model
`,
      'data/shakespeare/prepare.py': `import requests

text = requests.get(URL).text
`,
      '.github/workflows/cpu-basic-train-test.yml': `on:
  schedule:
    - cron: '0 3 * * *'
jobs:
  run:
    steps:
      - run: python3 train.py --device cpu --max_iters 5
`,
    },
    inPlace: [],
    inPlace2025: [],
    wrong: [],
  },
  'graviraja/MLOps-Basics': {
    files: {
      'week_9_monitoring/train.py': `import wandb
import pytorch_lightning as pl
from pytorch_lightning.callbacks.early_stopping import EarlyStopping
from pytorch_lightning.loggers import WandbLogger

stop_early = EarlyStopping(monitor='valid/loss', patience=3)
trainer = pl.Trainer(logger=WandbLogger(project='basics'), callbacks=[stop_early])
`,
      'week_3_dvc/dvcfiles/trained_model.dvc': `outs:
- md5: 12ab
  path: best.ckpt
`,
      'week_9_monitoring/requirements.txt': `evidently
wandb
`,
    },
    inPlace: ['MT06'],
    inPlace2025: [],
    wrong: [],
  },
  'ultralytics/yolov5': {
    files: {
      'train.py': `from utils.torch_utils import EarlyStopping, smart_DDP

stopper, stop = EarlyStopping(patience=opt.patience), False
model = smart_DDP(model)
`,
      'utils/loggers/__init__.py': `try:
    import wandb
    assert hasattr(wandb, '__version__')
except (ImportError, AssertionError):
    wandb = None
`,
      'utils/loggers/wandb/wandb_utils.py': `try:
    import wandb
except ImportError:
    wandb = None

class WandbLogger:
    def __init__(self, opt):
        self.run = wandb.init(config=opt) if wandb else None
`,
      '.github/workflows/ci-testing.yml': `on:
  schedule:
    - cron: '0 0 * * *'
jobs:
  tests:
    steps:
      - run: python train.py --imgsz 64 --epochs 1 --device cpu
`,
      'utils/aws/userdata.sh': 'python train.py\n',
    },
    inPlace: ['MT06'],
    inPlace2025: [],
    wrong: [],
  },
  'fmind/mlops-python-package': {
    files: {
      'src/bikes/core/schemas.py': `import pandera as pa

class Schema(pa.DataFrameModel):
    @classmethod
    def check(cls, data):
        return cls.to_schema().validate(data)
`,
      'src/bikes/core/models.py': `import shap
from sklearn.pipeline import Pipeline

def explain(self, inputs):
    explainer = shap.TreeExplainer(model=self.pipeline['regressor'])
    return explainer(inputs)
`,
      'src/bikes/io/services.py': `import mlflow

mlflow.set_tracking_uri(uri=URI)
mlflow.autolog(log_models=False)
`,
      'src/bikes/utils/searchers.py': `from sklearn.model_selection import GridSearchCV

search = GridSearchCV(estimator=model, param_grid=grid)
`,
      '.github/workflows/check.yml': `on: push
jobs:
  checks:
    steps:
      - run: uv run just check
`,
    },
    inPlace: ['DP04', 'MT07'],
    inPlace2025: ['MLOPS03_BP02', 'MLPERF06_BP02'],
    // Explained, but not compared with how it was at training.
    wrong: ['MLPERF06_BP02'],
  },
  'te-data-ana/churn-mlops': {
    files: {
      'src/churn_mlops/data/schemas.py': `import pandera as pa

DataSchema = pa.DataFrameSchema({'churn': pa.Column(int)})
`,
      'src/churn_mlops/data/validation.py': `from churn_mlops.data.schemas import DataSchema

def check(df):
    return DataSchema.validate(df)
`,
      'src/churn_mlops/training/tuning.py': `import optuna

study = optuna.create_study(direction='maximize')
`,
      'src/churn_mlops/tracking/mlflow.py': `import mlflow

def log(params, metrics):
    mlflow.log_params(params)
    mlflow.log_metrics(metrics)
`,
      'tests/training/test_tuning.py': `import shap
shap.TreeExplainer(model)
`,
    },
    inPlace: ['DP04', 'MT07'],
    inPlace2025: ['MLOPS03_BP02', 'MLCOST04_BP11'],
    wrong: [],
  },
  'robertlupo1997/kkbox-churn-prediction': {
    files: {
      'api/services/shap_service.py': `import shap

def explain(member):
    explainer = shap.TreeExplainer(load_model())
    return explainer.shap_values(member)
`,
      'src/hyperparameter_tuning.py': `import optuna

study = optuna.create_study(direction='minimize')
`,
      'src/psi.py': `def population_stability_index(expected, actual):
    return sum(drift_terms(expected, actual))
`,
      'src/calibration.py': `import pickle
from sklearn.isotonic import IsotonicRegression

pickle.dump(IsotonicRegression().fit(p, y), out)
`,
    },
    inPlace: [],
    inPlace2025: ['MLPERF06_BP02', 'MLCOST04_BP11'],
    // Explained, but not compared with how it was at training.
    wrong: ['MLPERF06_BP02'],
  },
  'cchoooots98/mlops-bikeshare': {
    files: {
      'airflow/dags/feature_build_dag.py': `from airflow import DAG
from airflow.operators.python import PythonOperator

with DAG(dag_id='features', schedule='*/15 * * * *') as dag:
    PythonOperator(task_id='build', python_callable=build)
`,
      'dbt/bikes/models/staging/schema.yml': `models:
  - name: stations
    columns:
      - name: id
        tests:
          - not_null
`,
      '.github/workflows/ci.yml': `on: push
jobs:
  dbt:
    steps:
      - run: dbt build --select staging
`,
      'infra/terraform/modules/platform/cloudwatch.tf': `resource "aws_cloudwatch_metric_alarm" "errors" {
  namespace   = "AWS/SageMaker"
  metric_name = "Invocation5XXErrors"
}
`,
      'src/training/train.py': `import mlflow

with mlflow.start_run():
    mlflow.log_metric('auc', auc)
`,
    },
    inPlace: ['DP04', 'MT07'],
    inPlace2025: ['MLREL02_BP02', 'MLOPS03_BP02'],
    wrong: [],
  },
  'aws-samples/sample-sagemaker-image-classification-mlops': {
    files: {
      'stack-training/cloudtrail_budgets.tf': `resource "aws_budgets_budget" "training" {
  budget_type = "COST"
}
`,
      'modules/terraform-aws-s3/main.tf': `resource "aws_s3_bucket_server_side_encryption_configuration" "this" {
  rule {
    apply_server_side_encryption_by_default {
      sse_algorithm     = "aws:kms"
    }
  }
}
resource "aws_s3_bucket_lifecycle_configuration" "this" {
  bucket = aws_s3_bucket.this.id
}
`,
      'modules/terraform-aws-sagemaker-endpoint/main.tf': `resource "aws_sagemaker_endpoint" "this" {
  name = var.name
}
resource "aws_appautoscaling_target" "this" {
  resource_id        = "endpoint/\${var.name}/variant/AllTraffic"
  scalable_dimension = "sagemaker:variant:DesiredInstanceCount"
}
`,
      'stack-inference/monitoring.tf': `resource "aws_cloudwatch_metric_alarm" "latency" {
  namespace = "AWS/SageMaker"
}
resource "aws_sagemaker_monitoring_schedule" "data" {
  name = "data-quality"
}
`,
      'scripts/fairness/compute_fairness.py': `def gaps(frame):
    return frame.groupby("group").mean()
`,
      'tests/test_fairness.py': `from fairlearn.metrics import MetricFrame
MetricFrame(metrics=m)
`,
    },
    inPlace: ['ME05'],
    inPlace2025: [
      'MLCOST04_BP12',
      'MLSEC02_BP01',
      'MLSUS03_BP02',
      'MLREL05_BP01',
      'MLOPS06_BP02',
      'MLPERF06_BP03',
    ],
    wrong: [],
  },
  'aws-samples/amazon-sagemaker-drift-detection': {
    files: {
      'build_pipeline/pipelines/pipeline.py': `import sagemaker
from sagemaker.estimator import Estimator
from sagemaker.workflow.steps import TrainingStep

estimator = Estimator(image_uri=IMAGE, role=ROLE)
step_train = TrainingStep(name='TrainModel', estimator=estimator)
`,
      'batch_pipeline/pipelines/pipeline.py': `import sagemaker
from sagemaker.transformer import Transformer

transformer = Transformer(model_name=NAME, instance_count=1)
`,
      'batch_pipeline/lambda/lambda_evaluate_drift.py': `import boto3

cloudwatch = boto3.client('cloudwatch')
def handler(event, context):
    return {'drift': has_drift(event)}
`,
      'cloudformation/drift-service-catalog.yml': `Resources:
  Product:
    Type: AWS::ServiceCatalog::CloudFormationProduct
`,
      'demo/drift-detection.ipynb':
        '{"cells": [{"cell_type": "code", "source": ["import evidently"]}]}',
    },
    inPlace: ['MT04', 'ME07'],
    inPlace2025: ['MLCOST04_BP06'],
    wrong: [],
  },
  'aws-samples/mlops-sagemaker-github-actions': {
    files: {
      'seedcode/.github/workflows/build.yml': `on:
  schedule:
    - cron: '0 0 * * 1'
jobs:
  build:
    steps:
      - run: python pipelines/run.py --train && sam deploy
`,
      'seedcode/setup.py': `from setuptools import setup
setup(name="seed")
`,
      'lambda_functions/trigger/lambda_function.py': `import boto3

def handler(event, context):
    boto3.client('secretsmanager').get_secret_value(SecretId=NAME)
`,
    },
    inPlace: [],
    inPlace2025: [],
    wrong: [],
  },
  'swiss-ai-center/a-guide-to-mlops': {
    files: {
      'src/explain.py': `import shap

explainer = shap.DeepExplainer(model, background)
`,
      'dvc.yaml': `stages:
  prepare:
    cmd: python src/prepare.py
    deps: [data/raw]
    outs: [data/prepared]
`,
      'dvc.lock': `stages:
  prepare:
    deps:
      - path: data/raw
        md5: 77ff
`,
      '.github/workflows/mlops.yaml': `on: push
jobs:
  train-report-publish:
    steps:
      - run: dvc repro
      - run: kubectl apply -f kubernetes/deployment.yaml
`,
    },
    inPlace: ['DC05'],
    inPlace2025: [
      'MLOPS02_BP04',
      'MLOPS03_BP02',
      'MLSEC03_BP04',
      'MLREL02_BP02',
      'MLPERF06_BP02',
      'MLOPS04_BP01',
      'MLREL03_BP01',
    ],
    // Explained, but not compared with how it was at training.
    wrong: ['MLPERF06_BP02'],
  },
  'microsoft/MLOpsPython': {
    files: {
      '.pipelines/diabetes_regression-ci.yml': `schedules:
- cron: "0 3 * * 1"
steps:
- script: python train_aml.py
`,
      'diabetes_regression/training/train_aml.py': `from azureml.core.run import Run

run = Run.get_context()
run.log('mse', mse)
`,
      'charts/abtest-model/templates/istio-canary.yaml': 'weight: 10\n',
    },
    inPlace: [],
    inPlace2025: [],
    wrong: [],
  },
};
