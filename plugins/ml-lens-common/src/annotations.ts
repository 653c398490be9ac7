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
 * What a workload id looks like: a DNS label of 1 to 63 characters.
 * @public
 */
export const WORKLOAD_ID_PATTERN = /^[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?$/;

/**
 * Whether a text can be a workload id.
 * @public
 */
export function isWorkloadId(value: unknown): value is string {
  return typeof value === 'string' && WORKLOAD_ID_PATTERN.test(value);
}

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
