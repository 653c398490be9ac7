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
