/*
 * Copyright 2026 The ML Lens Authors
 *
 * Licensed under the Apache License, Version 2.0 (the "License");
 * you may not use this file except in compliance with the License.
 * You may obtain a copy of the License at
 *
 *     http://www.apache.org/licenses/LICENSE-2.0
 */
import type { WorkloadModel } from '@ml-lens/backstage-plugin-ml-lens-common';

/** A row of `model_changes`. */
export interface ModelChangeRow {
  source: WorkloadModel['source'];
  model_name: string;
  kind: NonNullable<WorkloadModel['changes']>[number]['kind'];
  at: string;
  text: string | null;
}

/** A row of `model_facts`. */
export interface ModelFactRow {
  source: WorkloadModel['source'];
  model_name: string;
  fact: string | null;
  observed_at: string | null;
  problem: string | null;
}
