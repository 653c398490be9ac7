// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import type { FigureTable } from '../columns/FigureTable';
import type { OrgView } from '../columns/OrgColumns';
import { byGroup, compareKeys, type GroupField } from './groups';
import type { OrgScope } from './OrgScope';
import { select, type Selected } from './select';

/** Values of one filter with the number of scorecards that have them. */
export type Facets = Record<string, { value: string; count: number }[]>;

const FIELDS = [
  'owner',
  'system',
  'domain',
  'lifecycle',
  'level',
  'tag',
] as const satisfies readonly GroupField[];

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
  return {
    lens: facet(lenses),
    ...Object.fromEntries(
      FIELDS.map(field => [field, facet(countsBy(view, asked, field))]),
    ),
  };
}

function countsBy(
  view: OrgView,
  selected: readonly Selected[],
  field: GroupField,
): Map<string | null, number> {
  const groups = byGroup(view, selected, field, {
    start: () => ({ count: 0 }),
    add: (group, _: FigureTable) => {
      group.count += 1;
    },
  });
  return new Map(groups.map(({ key, group }) => [key, group.count]));
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
