/*
 * Copyright 2026 The ML Lens Authors
 *
 * Licensed under the Apache License, Version 2.0 (the "License");
 * you may not use this file except in compliance with the License.
 * You may obtain a copy of the License at
 *
 *     http://www.apache.org/licenses/LICENSE-2.0
 */
import type { PermissionCriteria } from '@backstage/plugin-permission-common';
import {
  isAndCriteria,
  isNotCriteria,
  isOrCriteria,
} from '@backstage/plugin-permission-node';
import type { MlLensWorkloadFilter } from '@ml-lens/backstage-plugin-ml-lens-node';
import type { Knex } from 'knex';
import type { WorkloadColumns } from './Access';

/**
 * Adds permission conditions to a query. Every comparison is false rather than
 * unknown for missing values, so that `not` means the same in SQL as in the
 * rules.
 */
export function applyCriteria(
  query: Knex.QueryBuilder,
  criteria: PermissionCriteria<MlLensWorkloadFilter>,
  columns: WorkloadColumns,
): void {
  if (isNotCriteria(criteria)) {
    query.whereNot(part => applyCriteria(part, criteria.not, columns));
  } else if (isAndCriteria(criteria)) {
    query.where(all => {
      for (const part of criteria.allOf) {
        all.andWhere(inner => applyCriteria(inner, part, columns));
      }
    });
  } else if (isOrCriteria(criteria)) {
    query.where(any => {
      for (const part of criteria.anyOf) {
        any.orWhere(inner => applyCriteria(inner, part, columns));
      }
    });
  } else {
    applyFilter(query, criteria, columns);
  }
}

function applyFilter(
  query: Knex.QueryBuilder,
  { property, values }: MlLensWorkloadFilter,
  columns: WorkloadColumns,
) {
  switch (property) {
    case 'owner':
      query.whereNotNull(columns.owner).whereIn(columns.owner, values);
      break;
    case 'lifecycle':
      query.whereNotNull(columns.lifecycle).whereIn(columns.lifecycle, values);
      break;
    case 'lens':
      applyLensFilter(query, values, columns);
      break;
    default:
      throw new Error(`Unknown property of a workload: ${property}`);
  }
}

/**
 * The lenses of a workload are a JSON list of texts in its row. A text begins
 * after `[` or `,`; quotes within texts are escaped, so nothing else looks like
 * that.
 */
function applyLensFilter(
  query: Knex.QueryBuilder,
  lensIds: string[],
  columns: WorkloadColumns,
) {
  // Both compare byte by byte, which LIKE does not on SQLite.
  const position = String(query.client.config.client).includes('pg')
    ? 'strpos'
    : 'instr';
  query.whereExists(exists => {
    exists
      .select(query.client.raw('1'))
      .from({ access_workloads: 'workloads' })
      .whereRaw('?? = ??', ['access_workloads.workload_id', columns.workloadId])
      .andWhere(any => {
        any.whereRaw('1 = 0');
        for (const lensId of lensIds) {
          for (const before of ['[', ',']) {
            any.orWhereRaw(`${position}(??, ?) > 0`, [
              'access_workloads.lens_ids',
              `${before}${JSON.stringify(lensId)}`,
            ]);
          }
        }
      });
  });
}
