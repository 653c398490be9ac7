/*
 * Copyright 2026 The ML Lens Authors
 *
 * Licensed under the Apache License, Version 2.0 (the "License");
 * you may not use this file except in compliance with the License.
 * You may obtain a copy of the License at
 *
 *     http://www.apache.org/licenses/LICENSE-2.0
 */
/**
 * Id of the workload an entity belongs to.
 * @public
 */
export const ML_LENS_WORKLOAD_ANNOTATION = 'ml-lens.io/workload';

/**
 * `"true"` marks the entity that stands for its workload.
 * @public
 */
export const ML_LENS_PRIMARY_ANNOTATION = 'ml-lens.io/primary';

/**
 * Comma-separated ids of the lenses the workload is reviewed with.
 * @public
 */
export const ML_LENS_LENSES_ANNOTATION = 'ml-lens.io/lenses';

/**
 * The workload in the AWS Well-Architected Tool, if there is one.
 * @public
 */
export const AWS_WORKLOAD_ARN_ANNOTATION =
  'aws.amazon.com/wellarchitected-workload-arn';

/**
 * Reads the value of the lenses annotation: ids in order, each once, blanks
 * dropped.
 * @public
 */
export function parseLensesAnnotation(value: string | undefined): string[] {
  return [
    ...new Set(
      (value ?? '')
        .split(',')
        .map(id => id.trim())
        .filter(Boolean),
    ),
  ];
}

/**
 * Where entities of a workload name its models, by the system that knows them:
 * registered models of MLflow, model package groups of Amazon SageMaker, jobs
 * of Prometheus. Comma-separated.
 * @public
 */
export const ML_LENS_MODEL_ANNOTATIONS = {
  mlflow: 'mlflow.org/registered-model',
  sagemaker: 'aws.amazon.com/sagemaker-model-package-group',
  prometheus: 'ml-lens.io/prometheus-job',
} as const;
