// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import type { PublicLayout } from './PublicLayout';
import { PUBLIC_PLATFORMS } from './publicPlatforms';

/**
 * How public repositories of machine learning are laid out, in files of our own:
 * the paths they have, and what of their content rules could take for a
 * practice. Made and judged by hand, after their listings and some of their
 * files.
 */
export const PUBLIC_LAYOUTS: Record<string, PublicLayout> = {
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
  ...PUBLIC_PLATFORMS,
};
