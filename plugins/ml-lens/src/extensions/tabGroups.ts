// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import type { org } from '../translation/en/org';

/** Ways to look at one thing, which share a tab of the page's header. */
export type TabGroup = keyof typeof org.tabGroups;

/** A tab of the header: one on its own, or several that belong together. */
export interface HeaderTab<Tab> {
  group: TabGroup | undefined;
  tabs: Tab[];
}

/**
 * Puts tabs of a group together, where the first of them stands. One that is
 * left alone in its group is itself.
 */
export function groupTabs<Tab>(
  tabs: readonly Tab[],
  groupOf: (tab: Tab) => TabGroup | undefined,
): HeaderTab<Tab>[] {
  const headers: HeaderTab<Tab>[] = [];
  for (const tab of tabs) {
    const group = groupOf(tab);
    const known = group && headers.find(header => header.group === group);
    if (known) known.tabs.push(tab);
    else headers.push({ group, tabs: [tab] });
  }
  return headers.map(header =>
    header.tabs.length > 1 ? header : { ...header, group: undefined },
  );
}
