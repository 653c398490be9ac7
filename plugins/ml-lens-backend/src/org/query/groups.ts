// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import type { OrgGroupBy } from '@ml-lens/backstage-plugin-ml-lens-common';
import type { FigureTable } from '../columns/FigureTable';
import type { OrgView } from '../columns/OrgColumns';
import type { Hit } from './orgPage';
import type { Selected } from './select';

/** What scorecards can be grouped by. */
export type GroupField = OrgGroupBy | 'workload';

/** The group of scorecards without a value. */
export type GroupKey = string | null;

/** Something for a group of scorecards. */
interface Grouped<T> {
  key: GroupKey;
  group: T;
}

/** Groups as numbers: what stands for which, and which an entry is in. */
interface Grouping {
  keys: readonly GroupKey[];
  codeOf: (table: FigureTable, entry: number) => number | readonly number[];
}

function groupingOf(
  { workloads, levels }: OrgView,
  groupBy: GroupField,
): Grouping {
  switch (groupBy) {
    case 'workload':
      return {
        keys: workloads.ids,
        codeOf: ({ workload }, entry) => workload[entry],
      };
    case 'tag': {
      const { values, codes } = workloads.tags;
      return {
        keys: values,
        codeOf: ({ workload }, entry) => codes[workload[entry]],
      };
    }
    case 'level':
      return { keys: levels, codeOf: ({ level }, entry) => level[entry] };
    default: {
      const { values, codes } = workloads.coded(groupBy);
      return {
        keys: values,
        codeOf: ({ workload }, entry) => codes[workload[entry]],
      };
    }
  }
}

/**
 * Something for each group of what was selected, filled entry by entry. A
 * scorecard is in the group of each of its tags.
 */
export function byGroup<T>(
  view: OrgView,
  selected: readonly Selected[],
  groupBy: GroupField,
  options: {
    start: (key: GroupKey) => T;
    add: (group: T, table: FigureTable, entry: number) => void;
  },
): Grouped<T>[] {
  const { keys, codeOf } = groupingOf(view, groupBy);
  const found: Grouped<T>[] = [];
  const groups: Grouped<T>[] = [];
  const put = (code: number, table: FigureTable, entry: number) => {
    let grouped = groups[code];
    if (grouped === undefined) {
      grouped = { key: keys[code], group: options.start(keys[code]) };
      groups[code] = grouped;
      found.push(grouped);
    }
    options.add(grouped.group, table, entry);
  };
  for (const { table, entries } of selected) {
    for (const entry of entries) {
      const code = codeOf(table, entry);
      if (typeof code === 'number') {
        put(code, table, entry);
      } else {
        code.forEach(each => put(each, table, entry));
      }
    }
  }
  return found;
}

/** How many of the selected scorecards each group has that has any. */
export class GroupCounts {
  readonly #view: OrgView;
  readonly #selected: readonly Selected[];
  /** By workload: nearly everything is asked of these, of which there are fewer. */
  readonly #ofWorkload: Uint32Array;

  constructor(view: OrgView, selected: readonly Selected[]) {
    this.#view = view;
    this.#selected = selected;
    this.#ofWorkload = new Uint32Array(view.workloads.size);
    for (const { table, entries } of selected) {
      for (const entry of entries) {
        this.#ofWorkload[table.workload[entry]] += 1;
      }
    }
  }

  of(groupBy: OrgGroupBy): Map<GroupKey, number> {
    const { workloads, levels } = this.#view;
    switch (groupBy) {
      case 'level':
        return toCounts(levels, this.#byLevel(levels.length));
      case 'tag':
        return toCounts(workloads.tags.values, this.#byTag());
      default: {
        const { values, codes } = workloads.coded(groupBy);
        const counts = new Uint32Array(values.length);
        for (let number = 0; number < this.#ofWorkload.length; number++) {
          counts[codes[number]] += this.#ofWorkload[number];
        }
        return toCounts(values, counts);
      }
    }
  }

  #byLevel(levels: number): Uint32Array {
    const counts = new Uint32Array(levels);
    for (const { table, entries } of this.#selected) {
      for (const entry of entries) {
        counts[table.level[entry]] += 1;
      }
    }
    return counts;
  }

  #byTag(): Uint32Array {
    const { values, codes } = this.#view.workloads.tags;
    const counts = new Uint32Array(values.length);
    for (let number = 0; number < this.#ofWorkload.length; number++) {
      if (this.#ofWorkload[number] > 0) {
        for (const code of codes[number]) {
          counts[code] += this.#ofWorkload[number];
        }
      }
    }
    return counts;
  }
}

function toCounts(
  keys: readonly GroupKey[],
  counts: Uint32Array,
): Map<GroupKey, number> {
  return new Map(
    keys.flatMap((key, code) =>
      counts[code] === 0 ? [] : [[key, counts[code]] as const],
    ),
  );
}

/**
 * What was selected, group by group, as columns: a group is a number, in the
 * order they were met, and takes no room of its own. There may be as many as
 * workloads. A scorecard is in the group of each of its tags.
 */
export class GroupedEntries {
  /** What the groups stand for, by number. */
  readonly keys: GroupKey[] = [];
  readonly #tables: readonly FigureTable[];
  /** Where the scorecards of a group begin, and after the last where they end. */
  readonly #starts: Int32Array;
  readonly #tableOf: Uint16Array;
  readonly #entryOf: Int32Array;

  constructor(
    view: OrgView,
    selected: readonly Selected[],
    groupBy: GroupField,
  ) {
    const { keys, codeOf } = groupingOf(view, groupBy);
    this.#tables = selected.map(({ table }) => table);
    const each = (see: (code: number, table: number, entry: number) => void) =>
      selected.forEach(({ table, entries }, place) => {
        for (const entry of entries) {
          const code = codeOf(table, entry);
          if (typeof code === 'number') {
            see(code, place, entry);
          } else {
            code.forEach(one => see(one, place, entry));
          }
        }
      });
    const groupOf = new Int32Array(keys.length).fill(-1);
    const sizes: number[] = [];
    each(code => {
      if (groupOf[code] < 0) {
        groupOf[code] = this.keys.push(keys[code]) - 1;
        sizes.push(0);
      }
      sizes[groupOf[code]] += 1;
    });
    this.#starts = new Int32Array(sizes.length + 1);
    sizes.forEach((size, group) => {
      this.#starts[group + 1] = this.#starts[group] + size;
    });
    const ends = this.#starts.slice();
    const count = this.#starts[sizes.length];
    this.#tableOf = new Uint16Array(count);
    this.#entryOf = new Int32Array(count);
    each((code, table, entry) => {
      const at = ends[groupOf[code]]++;
      this.#tableOf[at] = table;
      this.#entryOf[at] = entry;
    });
  }

  /** The first scorecard of a group; each has one. */
  firstOf(group: number): Hit {
    return this.#hit(this.#starts[group]);
  }

  hitsOf(group: number): Hit[] {
    const hits: Hit[] = [];
    for (let at = this.#starts[group]; at < this.#starts[group + 1]; at++) {
      hits.push(this.#hit(at));
    }
    return hits;
  }

  #hit(at: number): Hit {
    return {
      table: this.#tables[this.#tableOf[at]],
      entry: this.#entryOf[at],
    };
  }
}

/** Alphabetical, null last. */
export function compareKeys(a: GroupKey, b: GroupKey): number {
  if (a === null || b === null) {
    return Number(a === null) - Number(b === null);
  }
  return a < b ? -1 : Number(a > b);
}
