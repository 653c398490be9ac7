/*
 * Copyright 2026 The ML Lens Authors
 *
 * Licensed under the Apache License, Version 2.0 (the "License");
 * you may not use this file except in compliance with the License.
 * You may obtain a copy of the License at
 *
 *     http://www.apache.org/licenses/LICENSE-2.0
 */
import type { OrgGroupBy } from '@ml-lens/backstage-plugin-ml-lens-common';
import type { FigureTable } from '../columns/FigureTable';
import type { OrgView } from '../columns/OrgColumns';
import type { WorkloadFacts } from '../columns/Workloads';
import type { Selected } from './select';

/** What scorecards can be grouped by. */
export type GroupField = OrgGroupBy | 'workload';

/** The group of scorecards without a value. */
export type GroupKey = string | null;

const WITHOUT: readonly GroupKey[] = [null];

/**
 * Names the groups an entry is in: a scorecard is in the group of each of its
 * tags.
 */
export function groupsOf(
  { workloads }: OrgView,
  groupBy: GroupField,
): (table: FigureTable, entry: number) => readonly GroupKey[] {
  if (groupBy === 'level') {
    return ({ levels, level }, entry) => [levels[level[entry]]];
  }
  const valueOf = workloadGroups(groupBy);
  return ({ workload }, entry) => valueOf(workloads.facts(workload[entry])!);
}

function workloadGroups(
  groupBy: Exclude<GroupField, 'level'>,
): (facts: WorkloadFacts) => readonly GroupKey[] {
  switch (groupBy) {
    case 'workload':
      return facts => [facts.workloadId];
    case 'tag':
      return ({ tags }) => (tags.length === 0 ? WITHOUT : tags);
    case 'owner':
    case 'system':
    case 'domain':
    case 'lifecycle':
      return facts => [facts[groupBy]];
    default:
      throw new TypeError(`Cannot group by ${groupBy satisfies never}`);
  }
}

/** Something for each group of what was selected, filled entry by entry. */
export function byGroup<T>(
  view: OrgView,
  selected: readonly Selected[],
  groupBy: GroupField,
  options: {
    start: (key: GroupKey) => T;
    add: (group: T, table: FigureTable, entry: number) => void;
  },
): Map<GroupKey, T> {
  const keysOf = groupsOf(view, groupBy);
  const groups = new Map<GroupKey, T>();
  for (const { table, entries } of selected) {
    for (const entry of entries) {
      for (const key of keysOf(table, entry)) {
        let group = groups.get(key);
        if (group === undefined) {
          group = options.start(key);
          groups.set(key, group);
        }
        options.add(group, table, entry);
      }
    }
  }
  return groups;
}

/** Alphabetical, null last. */
export function compareKeys(a: GroupKey, b: GroupKey): number {
  if (a === null || b === null) {
    return Number(a === null) - Number(b === null);
  }
  return a < b ? -1 : Number(a > b);
}
