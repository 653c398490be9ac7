/** Ways to look at one thing, which share a tab of the page's header. */
export type TabGroup = 'analysis' | 'plan';

/** Tabs that stand together, by the name of their extension. */
const GROUP_OF: Record<string, TabGroup> = {
  heatmap: 'analysis',
  timeline: 'analysis',
  gaps: 'analysis',
  trend: 'analysis',
  compare: 'analysis',
  rollup: 'analysis',
  plan: 'plan',
  targets: 'plan',
};

/** The group of a tab; tabs of others stand on their own. */
export function tabGroupOf(name: string | undefined): TabGroup | undefined {
  return name === undefined ? undefined : GROUP_OF[name];
}

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
