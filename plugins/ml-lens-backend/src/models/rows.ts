// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

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
