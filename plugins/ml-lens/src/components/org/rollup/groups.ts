// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import type { Summary } from '@ml-lens/backstage-plugin-ml-lens-common';

export type Group = Summary['groups'][number] & { id: string; name: string };

export type GroupSort = 'name' | 'workloads' | 'score' | 'high' | 'assessed';

/** What a group is ordered by; null comes last either way. */
function keyOf(group: Group, by: GroupSort): string | number | null {
  switch (by) {
    case 'name':
      return group.key === null ? null : group.name;
    case 'workloads':
      return group.workloads;
    case 'score':
      return group.score;
    case 'high':
      return group.counts.HIGH;
    default:
      return group.assessed / Math.max(1, group.workloads);
  }
}

/** Groups in an order of the reader's; equal ones keep the server's. */
export function sortGroups(
  groups: Group[],
  sort: { by: GroupSort; descending: boolean },
  language: string,
): Group[] {
  const sign = sort.descending ? -1 : 1;
  return [...groups].sort((a, b) => {
    const [x, y] = [keyOf(a, sort.by), keyOf(b, sort.by)];
    if (x === null || y === null)
      return Number(x === null) - Number(y === null);
    if (typeof x === 'string') {
      return sign * x.localeCompare(String(y), language);
    }
    return sign * (x - Number(y));
  });
}
