// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { imports, calls, runs, type Shown } from './conditions';

/* What code, data and pipelines show. */

/** Commands that train; jobs and steps may be called anything. */
const TRAINS = [
  '\\bpython\\S*\\s.*\\b(re)?train\\w*',
  '\\b(re)?train\\w*\\.(py|sh)\\b',
  '\\bmake (re)?train',
  '\\b(dvc repro|mlflow run)\\b',
  'create-training-job|start-pipeline-execution',
].join('|');
const DEPLOYS = [
  '\\b(make|python\\S*|bash|sh)\\s.*deploy',
  'terraform apply|helm upgrade|kubectl (apply|set image|rollout)',
  '\\b(sam|cdk|serverless|sls) deploy\\b',
  'update-endpoint|gcloud run deploy',
].join('|');

/** A workflow that tries the code trains for the sake of it. */
const NO_CHECK =
  '^(?!\\.github/workflows/[^/]*(\\bci\\b|test|check|bench|lint)[^/]*$)';

export const driftDetection: Shown = {
  note: 'Data in production is compared with data of training.',
  confidence: 0.75,
  when: [
    imports('evidently', 'nannyml', 'alibi_detect', 'whylogs', 'frouros'),
    calls('drift'),
  ],
};

export const scheduledTraining: Shown = {
  note: 'A pipeline trains the model on a schedule.',
  confidence: 0.8,
  sameFile: true,
  when: [{ anyOf: ['workflow/schedule'] }, { ...runs(TRAINS), path: NO_CHECK }],
};

export const trainingOnDrift: Shown = {
  note: 'A pipeline trains the model when its performance or its data changes.',
  confidence: 0.75,
  sameFile: true,
  when: [
    runs(
      '^\\s*(-\\s*)?if:.*(drift|degrad|performance|mape|rmse|auc|f1|accuracy)',
    ),
    runs(TRAINS),
  ],
};

export const trainAndDeploy: Shown = {
  note: 'One pipeline trains the model and deploys it.',
  confidence: 0.75,
  sameFile: true,
  when: [runs(TRAINS), runs(DEPLOYS)],
};

export const batchTransform: Shown = {
  note: 'A whole data set is transformed in a batch.',
  confidence: 0.8,
  sameFile: true,
  when: [
    imports('sagemaker', 'boto3'),
    calls('\\.transformer\\(|\\bTransformer\\(|create_transform_job\\('),
  ],
};

export const managedTraining: Shown = {
  note: 'Training runs on a managed service.',
  confidence: 0.85,
  sameFile: true,
  when: [
    imports('sagemaker'),
    calls(
      '\\b(Estimator|PyTorch|TensorFlow|SKLearn|XGBoost|HuggingFace|TrainingStep|ModelTrainer)\\(',
    ),
  ],
};

export const trainingJob: Shown = {
  note: 'Training runs on a managed service.',
  confidence: 0.85,
  when: [imports('boto3'), calls('\\.create_training_job\\(')],
};

export const earlyStopping: Shown = {
  note: 'Training stops when results no longer improve.',
  confidence: 0.85,
  when: [
    calls(
      '\\bEarlyStopping\\w*\\(|\\bearly_stopping(_rounds)?\\s*[=(](?!\\s*(False|None|0\\b))',
    ),
  ],
};

export const managedTuning: Shown = {
  note: 'A managed service tunes the model.',
  confidence: 0.9,
  when: [calls('HyperparameterTuner\\(|create_hyper_parameter_tuning_job\\(')],
};

export const tuning: Shown = {
  note: 'Hyperparameters are searched for by a tool.',
  confidence: 0.85,
  when: [
    calls(
      'HyperparameterTuner\\(|optuna\\.create_study\\(|tune\\.Tuner\\(|hyperopt\\.fmin\\(|BayesSearchCV\\(',
    ),
  ],
};

export const baseModel: Shown = {
  note: 'The model starts from one that was trained before.',
  confidence: 0.9,
  when: [{ anyOf: ['model-card/base_model'] }],
};

export const fineTuning: Shown = {
  note: 'A pre-trained model is trained further.',
  confidence: 0.8,
  sameFile: true,
  when: [
    imports('transformers'),
    calls('\\.from_pretrained\\('),
    calls('\\b\\w*Trainer\\('),
  ],
};

export const profiling: Shown = {
  note: 'The data is profiled.',
  confidence: 0.9,
  when: [
    imports('ydata_profiling', 'pandas_profiling', 'sweetviz', 'dataprep'),
    calls('ProfileReport\\(|sweetviz\\.|sv\\.analyze\\(|create_report\\('),
  ],
};

export const expectations: Shown = {
  note: 'Expectations of the data are kept and checked.',
  confidence: 0.8,
  when: [
    { anyOf: ['data-test/expectation', 'data-test/dbt'] },
    runs('great_expectations|gx |dbt (test|build)'),
  ],
};

export const schemaChecks: Shown = {
  note: 'The data is checked against a schema in code.',
  confidence: 0.7,
  sameFile: true,
  when: [
    imports('pandera', 'great_expectations', 'pydeequ'),
    calls('DataFrameSchema\\(|\\.validate\\(|check_types|expect_\\w+\\('),
  ],
};

export const dataVersions: Shown = {
  note: 'What was made of which data is kept by hash.',
  confidence: 0.85,
  when: [{ anyOf: ['dvc/lock'] }, { anyOf: ['dvc/deps'] }],
};

export const experimentTracking: Shown = {
  note: 'Runs, their parameters and metrics are tracked.',
  confidence: 0.85,
  when: [
    imports('mlflow', 'wandb', 'neptune', 'comet_ml', 'aim'),
    calls(
      '\\bmlflow\\.(\\w+\\.)?(log_\\w+|autolog)\\(|\\bwandb\\.(log|init)\\(|\\bneptune\\.init\\w*\\(|\\b(comet_ml\\.Experiment|aim\\.Run)\\(',
    ),
  ],
};

export const featurePipeline: Shown = {
  note: 'The steps of preparation are stored with the model.',
  confidence: 0.65,
  sameFile: true,
  when: [
    calls('\\b(Pipeline|make_pipeline|ColumnTransformer)\\('),
    calls(
      'joblib\\.dump\\(|pickle\\.dump\\(|mlflow\\.sklearn\\.(log|save)_model\\(|skops\\.',
    ),
  ],
};

export const featureSelection: Shown = {
  note: 'Features that bring little are removed.',
  confidence: 0.85,
  when: [
    calls(
      '\\b(SelectFromModel|RFE|RFECV|VarianceThreshold|SelectKBest|SelectPercentile|BorutaPy)\\(',
    ),
  ],
};

export const measured: Shown = {
  note: 'The model has a metric that is written down with its value.',
  confidence: 0.75,
  when: [
    { anyOf: ['dvc/metrics', 'model-card/model-index', 'ml-bom/metrics'] },
  ],
};

/** Names of metrics alone are no values. */
export const measuredInCard: Shown = {
  note: 'The model card has a metric, and a section that speaks of it.',
  confidence: 0.7,
  sameFile: true,
  when: [
    { anyOf: ['model-card/metrics'] },
    { anyOf: ['model-card/section/metrics'] },
  ],
};

export const explained: Shown = {
  note: 'What the model decides by is looked at.',
  confidence: 0.75,
  when: [
    imports('shap', 'lime', 'captum', 'alibi', 'sagemaker'),
    calls(
      'shap\\.\\w*Explainer\\(|shap_values\\(|LimeTabularExplainer\\(|SHAPConfig\\(|IntegratedGradients\\(',
    ),
  ],
};

export const biasChecks: Shown = {
  note: 'Bias between groups is measured.',
  confidence: 0.8,
  when: [
    imports('fairlearn', 'aif360', 'sagemaker'),
    calls(
      'MetricFrame\\(|BiasConfig\\(|demographic_parity\\w*\\(|equalized_odds\\w*\\(|BinaryLabelDatasetMetric\\(',
    ),
  ],
};

export const dataPipeline: Shown = {
  note: 'A pipeline prepares the data step by step.',
  confidence: 0.8,
  when: [
    {
      anyOf: [
        'dvc/deps',
        'import/airflow',
        'import/dagster',
        'import/prefect',
        'import/kfp',
        'terraform/aws_glue_job',
      ],
    },
  ],
};

export const warmStart: Shown = {
  note: 'Tuning goes on from what was tuned before.',
  confidence: 0.9,
  when: [calls('WarmStartConfig\\(|warm_start_config\\s*=')],
};

export const distributed: Shown = {
  note: 'Training is spread over several devices.',
  confidence: 0.8,
  when: [
    calls(
      'DistributedDataParallel\\(|FullyShardedDataParallel\\(|MirroredStrategy\\(|TorchTrainer\\(',
    ),
  ],
};

export const dataOwners: Shown = {
  note: 'Data has owners who must agree to changes.',
  confidence: 0.6,
  when: [
    {
      anyOf: ['codeowners/rule'],
      match:
        '^\\S*(^|/)(data|datasets?|data[-_]contracts?|expectations|feature[-_]store)(/\\S*)?\\s',
    },
  ],
};

export const licenceChecks: Shown = {
  note: 'Licences are checked in the pipeline.',
  confidence: 0.8,
  when: [runs('pip-licenses|licensecheck|license-checker|scancode|liccheck')],
};
