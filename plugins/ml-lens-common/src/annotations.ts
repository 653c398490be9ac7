// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

/**
 * What entities of the catalog say of their workload.
 * @public
 */
export const ML_LENS_ANNOTATIONS = {
  /** Id of the workload an entity belongs to. */
  workload: 'ml-lens.io/workload',
  /** `"true"` marks the entity that stands for its workload. */
  primary: 'ml-lens.io/primary',
  /** Comma-separated ids of the lenses the workload is reviewed with. */
  lenses: 'ml-lens.io/lenses',
  /** The workload in the AWS Well-Architected Tool, if there is one. */
  awsWorkloadArn: 'aws.amazon.com/wellarchitected-workload-arn',
} as const;

/**
 * Where entities of a workload name its models, by the system that knows them:
 * registered models of MLflow, model package groups of Amazon SageMaker, jobs
 * of Prometheus, addresses of files or folders in a repository. Comma-separated.
 * @public
 */
export const ML_LENS_MODEL_ANNOTATIONS = {
  mlflow: 'mlflow.org/registered-model',
  sagemaker: 'aws.amazon.com/sagemaker-model-package-group',
  prometheus: 'ml-lens.io/prometheus-job',
  files: 'ml-lens.io/model-files',
} as const;
