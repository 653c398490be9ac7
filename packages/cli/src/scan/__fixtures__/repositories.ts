// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

/** A repository as somebody might keep it, and what of it is in place. */
export interface RepositoryFixture {
  files: Record<string, string>;
  /** Choices of `aws-ml-lens` that are in place, judged by reading. */
  inPlace: string[];
  /** The same of `aws-ml-lens-2025`. */
  inPlace2025: string[];
}

/** As notebooks are written to files: a line of JSON for each of code. */
const notebookOf = (...lines: string[]) =>
  JSON.stringify(
    {
      cells: [{ cell_type: 'code', source: lines.map(line => `${line}\n`) }],
      nbformat: 4,
    },
    null,
    1,
  );

/** Kinds of machine-learning repositories. */
export const REPOSITORIES: Record<string, RepositoryFixture> = {
  'a model on tables': {
    files: {
      'requirements.txt': 'scikit-learn==1.5.2\npandas>=2\njoblib\n',
      'src/train.py': `import joblib
from sklearn.compose import ColumnTransformer
from sklearn.feature_selection import SelectFromModel
from sklearn.pipeline import Pipeline

model = Pipeline([('prepare', ColumnTransformer(STEPS)), ('select', SelectFromModel(TREE)), ('fit', TREE)])
model.fit(x, y)
joblib.dump(model, 'model.joblib')
`,
      'src/serve.py': "import joblib\nmodel = joblib.load('model.joblib')\n",
    },
    inPlace: ['FE03', 'FE02'],
    inPlace2025: ['MLREL03_BP02'],
  },
  'a fine-tuned language model with its card': {
    files: {
      'README.md': `---
license: apache-2.0
base_model: acme/base-encoder
library_name: transformers
datasets: [acme/tickets]
metrics: [f1]
---
# Ticket router

## Evaluation
F1 is 0.91 on the tickets of May.

## Limitations
English only.
`,
      'finetune.py': `from transformers import AutoModel, Trainer
from transformers import EarlyStoppingCallback
model = AutoModel.from_pretrained('acme/base-encoder')
trainer = Trainer(model=model, callbacks=[EarlyStoppingCallback(3)])
trainer.train()
`,
    },
    inPlace: ['MT05', 'MT06', 'PF02'],
    inPlace2025: ['MLPERF02_BP01', 'MLSUS02_BP01'],
  },
  'a pipeline under data version control': {
    files: {
      'dvc.yaml': `stages:
  prepare:
    cmd: python prepare.py
    deps: [data/raw.csv, prepare.py]
    outs: [data/clean.csv]
  train:
    cmd: python train.py
    deps: [data/clean.csv]
    metrics: [metrics.json]
`,
      'dvc.lock': `schema: '2.0'
stages:
  prepare:
    cmd: python prepare.py
    deps:
      - path: data/raw.csv
        md5: a304afb96060aad90176268345e10355
`,
      'train.py': 'print("training")\n',
    },
    inPlace: ['DC05', 'PF02'],
    inPlace2025: [
      'MLOPS02_BP04',
      'MLOPS03_BP02',
      'MLSEC03_BP04',
      'MLREL02_BP02',
      'MLPERF02_BP01',
    ],
  },
  'runs that are tracked': {
    files: {
      'pyproject.toml':
        '[project]\nname = "churn"\ndependencies = ["mlflow>=2", "optuna"]\n',
      'model/MLmodel':
        'flavors:\n  sklearn: {}\nsignature:\n  inputs: "[]"\nrun_id: 3f2a\n',
      'train.py': `import mlflow
import optuna
mlflow.autolog()
study = optuna.create_study(direction='minimize')
`,
    },
    inPlace: ['MT07'],
    inPlace2025: ['MLOPS03_BP02', 'MLCOST04_BP11'],
  },
  'an endpoint in Terraform': {
    files: {
      'infra/endpoint.tf': `resource "aws_sagemaker_endpoint_configuration" "fraud" {
  production_variants {
    variant_name           = "champion"
    initial_variant_weight = 0.9
  }
  production_variants {
    variant_name           = "challenger"
    initial_variant_weight = 0.1
  }
}

resource "aws_sagemaker_endpoint" "fraud" {
  deployment_config {
    blue_green_update_policy {
      canary_size { value = 10 }
    }
  }
}
`,
      'infra/scaling.tf': `resource "aws_appautoscaling_target" "fraud" {
  scalable_dimension = "sagemaker:variant:DesiredInstanceCount"
}
resource "aws_cloudwatch_metric_alarm" "errors" {
  namespace   = "aws/sagemaker/Endpoints/data-metrics"
  metric_name = "feature_baseline_drift_amount"
}
resource "aws_sagemaker_monitoring_schedule" "quality" {
  name = "quality"
}
`,
      'infra/bucket.tf': `resource "aws_s3_bucket_server_side_encryption_configuration" "data" {
  rule {
    apply_server_side_encryption_by_default {
      sse_algorithm = "aws:kms"
    }
  }
}
resource "aws_s3_bucket_lifecycle_configuration" "data" {
  bucket = "data"
}
`,
    },
    inPlace: ['ME08', 'ME04', 'ME05'],
    inPlace2025: [
      'MLREL04_BP02',
      'MLREL05_BP01',
      'MLPERF06_BP03',
      'MLPERF06_BP04',
      'MLOPS06_BP02',
      'MLSEC02_BP01',
      'MLSUS03_BP02',
    ],
  },
  'a pipeline of a managed service': {
    files: {
      'pipeline.py': `import sagemaker
from sagemaker.estimator import Estimator
from sagemaker.tuner import HyperparameterTuner, WarmStartConfig
from sagemaker.clarify import BiasConfig, SHAPConfig

estimator = Estimator(
    image_uri=IMAGE,
    encrypt_inter_container_traffic=True,
    enable_network_isolation=True,
)
tuner = HyperparameterTuner(estimator, warm_start_config=WarmStartConfig(TYPE, PARENTS))
bias = BiasConfig(label_values_or_threshold=[1])
shap = SHAPConfig(baseline=BASE)
estimator.transformer(instance_count=1)
`,
    },
    inPlace: ['MT04', 'MT08', 'ME07'],
    inPlace2025: [
      'MLCOST04_BP06',
      'MLCOST04_BP10',
      'MLCOST04_BP11',
      'MLSEC04_BP01',
      'MLSEC04_BP02',
      'MLREL03_BP04',
      'MLPERF06_BP02',
    ],
  },
  'notebooks alone': {
    files: {
      'notebooks/explore.ipynb': notebookOf(
        'import pandas as pd',
        'from ydata_profiling import ProfileReport',
        'report = ProfileReport(pd.read_csv("sales.csv"))',
      ),
      'notebooks/model.ipynb': notebookOf(
        'import shap',
        'explainer = shap.TreeExplainer(model)',
      ),
    },
    inPlace: ['DV01'],
    inPlace2025: ['MLOPS03_BP01', 'MLPERF06_BP02'],
  },
  'tables with tests': {
    files: {
      'models/staging/schema.yml':
        'version: 2\nmodels:\n  - name: orders\n    columns:\n      - name: id\n        tests:\n          - unique\n',
      '.github/workflows/ci.yml':
        'on: push\njobs:\n  test:\n    steps:\n      - run: dbt test --target ci\n',
      '.github/CODEOWNERS':
        '/models/ @acme/data\n/data/contracts @acme/data-owners\n',
    },
    inPlace: ['DP04', 'DC04'],
    inPlace2025: [],
  },
  'an app on somebody else’s model': {
    files: {
      'requirements.txt': 'openai\nfastapi\n',
      'app.py': `from fastapi import FastAPI
import openai
app = FastAPI()
answer = openai.chat.completions.create(model='m', messages=[])
`,
      Dockerfile: 'FROM python:3.12\nUSER app\n',
    },
    inPlace: [],
    inPlace2025: [],
  },
  'extraction in CloudFormation': {
    files: {
      'cloudformation/etl.yaml': `Resources:
  Clean:
    Type: AWS::Glue::Job
  Catalog:
    Type: AWS::Glue::Database
  Budget:
    Type: AWS::Budgets::Budget
`,
      'jobs/clean.py': 'import pandera\nSCHEMA = pandera.DataFrameSchema({})\n',
    },
    inPlace: ['DP05', 'DC07', 'DP04'],
    inPlace2025: ['MLCOST03_BP03', 'MLREL02_BP01', 'MLCOST04_BP12'],
  },
  'a model that is trained again': {
    files: {
      'monitoring/drift.py': `from evidently.report import Report
report = Report(metrics=[DataDriftPreset()])
`,
      '.github/workflows/retrain.yml': `on:
  schedule:
    - cron: '0 3 * * 1'
jobs:
  backtest:
    steps:
      - run: python monitoring/drift.py
  train:
    needs: backtest
    if: needs.backtest.outputs.drift == 'true'
    steps:
      - run: python train.py
      - run: make deploy
`,
    },
    inPlace: ['ME05', 'ME06'],
    inPlace2025: [
      'MLPERF06_BP03',
      'MLPERF06_BP05',
      'MLOPS04_BP01',
      'MLREL03_BP01',
    ],
  },
  'models with a bill of materials': {
    files: {
      'sbom/ml-bom.json': JSON.stringify(
        {
          bomFormat: 'CycloneDX',
          specVersion: '1.5',
          version: 1,
          components: [
            {
              type: 'machine-learning-model',
              name: 'ranker',
              modelCard: {
                quantitativeAnalysis: {
                  performanceMetrics: [{ type: 'NDCG', value: '0.42' }],
                },
              },
            },
          ],
        },
        null,
        2,
      ),
    },
    inPlace: ['PF02'],
    inPlace2025: ['MLPERF02_BP01'],
  },
  'what only looks like it': {
    files: {
      // Shown to others, commented out, or in words alone.
      'examples/train.py':
        'import mlflow\nmlflow.autolog()\nfrom evidently import Report\nprint(drift())\n',
      'train.py':
        '# mlflow.autolog()\n# early_stopping(3)\nname = "EarlyStopping"\nfit(early_stopping=False)\n',
      'tests/test_train.py': 'import wandb\nwandb.init()\n',
      'README.md': '# Drift detection with evidently\n\nWe should try it.\n',
      '.github/workflows/lint.yml':
        "on:\n  schedule:\n    - cron: '0 3 * * 1'\njobs:\n  lint:\n    steps:\n      # - run: python train.py\n      - run: ruff check\n",
      'infra/one.tf':
        'resource "aws_sagemaker_endpoint_configuration" "one" {\n  production_variants {\n    initial_variant_weight = 1\n  }\n}\n',
      'bom.json': '{"bomFormat":"CycloneDX","specVersion":"1.4","version":1}',
      'model-card.md': '# Card\n\n## Metrics\n[More Information Needed]\n',
    },
    inPlace: [],
    inPlace2025: [],
  },
};
