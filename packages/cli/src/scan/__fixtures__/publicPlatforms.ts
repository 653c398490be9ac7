// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import type { PublicLayout } from './PublicLayout';

/** As `publicLayouts.ts`: those with pipelines and infrastructure. */
export const PUBLIC_PLATFORMS: Record<string, PublicLayout> = {
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
