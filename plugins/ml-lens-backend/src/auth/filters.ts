// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import type { PermissionCriteria } from '@backstage/plugin-permission-common';
import {
  isAndCriteria,
  isNotCriteria,
  isOrCriteria,
} from '@backstage/plugin-permission-node';
import type { MlLensWorkloadFilter } from '@ml-lens/backstage-plugin-ml-lens-node';
import type { Knex } from 'knex';
import type { WorkloadFilter, WorkloadTest } from './Access';

/**
 * Adds permission conditions to a query. Every comparison is false rather than
 * unknown for missing values, so that `not` means the same in SQL as in the
 * rules.
 */
export function applyCriteria(
  query: Knex.QueryBuilder,
  criteria: PermissionCriteria<MlLensWorkloadFilter>,
  table: string,
): void {
  if (isNotCriteria(criteria)) {
    query.whereNot(part => applyCriteria(part, criteria.not, table));
  } else if (isAndCriteria(criteria)) {
    query.where(all => {
      for (const part of criteria.allOf) {
        all.andWhere(inner => applyCriteria(inner, part, table));
      }
    });
  } else if (isOrCriteria(criteria)) {
    query.where(any => {
      for (const part of criteria.anyOf) {
        any.orWhere(inner => applyCriteria(inner, part, table));
      }
    });
  } else {
    applyFilter(query, criteria, table);
  }
}

/** The same conditions as a test of workloads at hand. */
export function testOf(
  criteria: PermissionCriteria<MlLensWorkloadFilter>,
): WorkloadTest {
  if (isNotCriteria(criteria)) {
    const test = testOf(criteria.not);
    return workload => !test(workload);
  }
  if (isAndCriteria(criteria)) {
    const tests = criteria.allOf.map(testOf);
    return workload => tests.every(test => test(workload));
  }
  if (isOrCriteria(criteria)) {
    const tests = criteria.anyOf.map(testOf);
    return workload => tests.some(test => test(workload));
  }
  const { property } = criteria;
  const values = new Set(criteria.values);
  switch (property) {
    case 'owner':
      return ({ owner }) => owner !== null && values.has(owner);
    case 'lifecycle':
      return ({ lifecycle }) => lifecycle !== null && values.has(lifecycle);
    case 'lens':
      return ({ lensIds }) => lensIds.some(id => values.has(id));
    default:
      throw unknownProperty(property);
  }
}

function applyFilter(
  query: Knex.QueryBuilder,
  { property, values }: MlLensWorkloadFilter,
  table: string,
) {
  switch (property) {
    case 'owner':
      query
        .whereNotNull(`${table}.owner_ref`)
        .whereIn(`${table}.owner_ref`, values);
      break;
    case 'lifecycle':
      query
        .whereNotNull(`${table}.lifecycle`)
        .whereIn(`${table}.lifecycle`, values);
      break;
    case 'lens':
      query.whereExists(reviewed => {
        reviewed
          .select(query.client.raw('1'))
          .from('workload_lenses as access_lenses')
          .whereRaw('?? = ??', [
            'access_lenses.workload_id',
            `${table}.workload_id`,
          ])
          .whereIn('access_lenses.lens_id', values);
      });
      break;
    default:
      throw unknownProperty(property);
  }
}

function unknownProperty(property: never): Error {
  return new Error(`Unknown property of a workload: ${property}`);
}

/** What all of them let through. */
export function allOf(parts: WorkloadFilter[]): WorkloadFilter {
  return {
    apply: (query, table) => {
      for (const part of parts) {
        part.apply(query, table);
      }
    },
    test: async () => {
      const tests = await Promise.all(parts.map(part => part.test()));
      return workload => tests.every(test => test(workload));
    },
  };
}
