/*
 * Copyright 2026 The ML Lens Authors
 *
 * Licensed under the Apache License, Version 2.0 (the "License");
 * you may not use this file except in compliance with the License.
 * You may obtain a copy of the License at
 *
 *     http://www.apache.org/licenses/LICENSE-2.0
 */
import type { ModelCounts } from '@ml-lens/backstage-plugin-ml-lens-common';

/** A row of `model_counts`. */
export interface ModelCountsRow {
  workload_id: string;
  models: number;
  no_card: number;
  not_approved: number;
  silent: number;
  firing: number;
  missing: number;
}

export function toModelCounts(row: ModelCountsRow): ModelCounts {
  return {
    count: row.models,
    noCard: row.no_card,
    notApproved: row.not_approved,
    silent: row.silent,
    firing: row.firing,
    missing: row.missing,
  };
}
