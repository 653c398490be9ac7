// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import type { OrgGroupBy } from '@ml-lens/backstage-plugin-ml-lens-common';
import type { OrgView } from '../columns/OrgColumns';
import { compareKeys, GroupCounts } from './groups';
import type { OrgScope } from './OrgScope';
import { select } from './select';

/** Values of one filter with the number of scorecards that have them. */
export type Facets = Record<string, { value: string; count: number }[]>;

const FIELDS = [
  'owner',
  'system',
  'domain',
  'lifecycle',
  'level',
  'tag',
] as const satisfies readonly OrgGroupBy[];

/**
 * The values each filter can take for the caller, most frequent first. The
 * lenses are those there are, whichever are asked for.
 */
export function facetsOf(view: OrgView, scope: OrgScope): Facets {
  const { lens } = scope.filters;
  const all = select(view, { ...scope, filters: {} });
  const asked = all.filter(
    ({ table }) => !lens || lens.includes(table.lens.id),
  );
  const lenses = new Map<string, number>();
  for (const { table, entries } of all) {
    lenses.set(
      table.lens.id,
      (lenses.get(table.lens.id) ?? 0) + entries.length,
    );
  }
  const counts = new GroupCounts(view, asked);
  return {
    lens: facet(lenses),
    ...Object.fromEntries(
      FIELDS.map(field => [field, facet(counts.of(field))]),
    ),
  };
}

function facet(
  counts: ReadonlyMap<string | null, number>,
): { value: string; count: number }[] {
  return [...counts]
    .flatMap(([value, count]) =>
      value === null || count === 0 ? [] : [{ value, count }],
    )
    .sort((a, b) => b.count - a.count || compareKeys(a.value, b.value));
}
