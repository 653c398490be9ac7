// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { dayNumber } from '../columns/dayNumbers';
import {
  COUNT,
  COUNTS,
  NO_VALUE,
  PHASE_STATUSES,
} from '../columns/figureCodes';
import type { FigureTable } from '../columns/FigureTable';
import type { FigureTables } from '../columns/FollowedFigures';
import type { OrgView } from '../columns/OrgColumns';
import { dueByAnswer, type DueTest } from './due';
import {
  type OrgFilters,
  parseCoverage,
  parseGap,
  parsePhase,
  parseScores,
  riskCount,
} from './orgFilters';
import { instantOf, type OrgScope } from './OrgScope';
import { workloadsKept } from './workloadsKept';

/** What a scope leaves of a table: numbers of its entries, in their order. */
export interface Selected {
  table: FigureTable;
  entries: Int32Array;
}

/** Whether an entry of a table is asked for. */
type EntryTest = (entry: number) => boolean;
/** Makers of tests by what is judged; a test is of one table. */
type MakeTests = ((table: FigureTable) => EntryTest)[];

/**
 * The scorecards of a scope, table by table; of days, an entry for each time
 * they stood at some figures.
 *
 * @param isDue - for days, which do not know themselves
 * @throws InputError for filters that say nothing
 */
export function select(
  view: OrgView,
  scope: OrgScope,
  isDue: DueTest = dueByAnswer(view, scope),
): Selected[] {
  const makeTests = entryTests(scope, isDue);
  const kept = workloadsKept(view, scope);
  return tablesOf(view, scope).map(table => {
    const tests = makeTests.map(make => make(table));
    const { workload, length } = table;
    const entries = new Int32Array(length);
    let count = 0;
    for (let entry = 0; entry < length; entry++) {
      // Entries nobody uses have no workload, and keep nothing.
      if (
        kept[workload[entry]] === 1 &&
        (tests.length === 0 || tests.every(test => test(entry)))
      ) {
        entries[count] = entry;
        count += 1;
      }
    }
    return { table, entries: entries.subarray(0, count) };
  });
}

/** Whether a scope asks nothing but which workloads, with which lenses. */
export function asksWorkloadsAlone(scope: OrgScope): boolean {
  return entryTests(scope, () => true).length === 0;
}

/** The tables of the lenses a scope is about. */
export function tablesOf(
  { tables }: OrgView,
  { filters }: OrgScope,
): FigureTables {
  const lenses = filters.lens && new Set(filters.lens);
  return tables.filter(({ lens }) => !lenses || lenses.has(lens.id));
}

/** Notes the workloads of what was selected, 1 for each, by number. */
export function workloadsOf(
  { workload }: FigureTable,
  entries: Int32Array,
  workloads: Uint8Array,
): Uint8Array {
  for (const entry of entries) {
    workloads[workload[entry]] = 1;
  }
  return workloads;
}

/** How many scorecards were selected. */
export function countOf(selected: readonly Selected[]): number {
  return selected.reduce((sum, { entries }) => sum + entries.length, 0);
}

function entryTests(scope: OrgScope, isDue: DueTest): MakeTests {
  const { filters } = scope;
  return [
    ...levelTest(filters),
    ...phaseTest(filters),
    ...currentPhaseTest(filters),
    ...riskTest(filters),
    ...scoreTest(filters),
    ...coverageTest(filters),
    ...gapTest(filters),
    ...lateTest(scope),
    ...dueTest(filters, isDue),
    ...confirmTest(filters),
  ];
}

function levelTest({ level }: OrgFilters): MakeTests {
  const wanted = level && new Set(level);
  return wanted
    ? [table => entry => wanted.has(table.levels[table.level[entry]])]
    : [];
}

function phaseTest({ phase }: OrgFilters): MakeTests {
  const wanted = phase?.map(parsePhase);
  return wanted
    ? [
        ({ phases, status }) => {
          const places = wanted.flatMap(({ phaseId, status: name }) => {
            const place = phases.indexOf(phaseId);
            return place < 0
              ? []
              : [{ place, code: PHASE_STATUSES.indexOf(name) }];
          });
          return entry =>
            places.some(
              ({ place, code }) =>
                status[entry * phases.length + place] === code,
            );
        },
      ]
    : [];
}

function currentPhaseTest({ currentPhase: wanted }: OrgFilters): MakeTests {
  return wanted
    ? [
        ({ phases, currentPhase }) => {
          const places = new Set(
            wanted.flatMap(id =>
              id === ''
                ? [NO_VALUE]
                : phases.flatMap((phase, place) =>
                    phase === id ? [place] : [],
                  ),
            ),
          );
          return entry => places.has(currentPhase[entry]);
        },
      ]
    : [];
}

function riskTest({ risk }: OrgFilters): MakeTests {
  const places = risk?.map(value => COUNT[riskCount(value)]);
  return places
    ? [
        ({ counts }) =>
          entry =>
            places.some(place => counts[entry * COUNTS + place] > 0),
      ]
    : [];
}

function scoreTest({ score: wanted }: OrgFilters): MakeTests {
  const ranges = wanted?.map(parseScores);
  return ranges
    ? [
        ({ score }) =>
          entry =>
            ranges.some(range =>
              range
                ? score[entry] >= range.from && score[entry] <= range.to
                : score[entry] === NO_VALUE,
            ),
      ]
    : [];
}

function coverageTest({ coverage }: OrgFilters): MakeTests {
  const ranges = coverage?.map(parseCoverage);
  return ranges
    ? [
        table => entry => {
          const covered = table.coverage(entry);
          return ranges.some(
            ({ from, to }) =>
              covered >= from / 100 &&
              (to === 100 ? covered <= 1 : covered < to / 100),
          );
        },
      ]
    : [];
}

function gapTest({ gap }: OrgFilters): MakeTests {
  const wanted = gap?.map(parseGap);
  return wanted
    ? [
        table => {
          const practices = wanted.flatMap(
            ({ lensId, questionId, choiceId }) =>
              (lensId === table.lens.id
                ? table.practiceIndex(questionId, choiceId)
                : undefined) ?? [],
          );
          return entry =>
            practices.some(practice => table.isUnmet(entry, practice));
        },
      ]
    : [];
}

function lateTest(scope: OrgScope): MakeTests {
  if (scope.filters.late === undefined) {
    return [];
  }
  const late = scope.filters.late === 'true';
  const today = dayNumber(instantOf(scope));
  return [table => entry => table.isLateAnywhere(entry, today) === late];
}

function confirmTest({ confirm }: OrgFilters): MakeTests {
  const wanted = confirm === 'true';
  return confirm === undefined
    ? []
    : [
        ({ toConfirm }) =>
          entry =>
            toConfirm[entry] > 0 === wanted,
      ];
}

function dueTest({ due }: OrgFilters, isDue: DueTest): MakeTests {
  const wanted = due === 'true';
  return due === undefined
    ? []
    : [table => entry => isDue(table, entry) === wanted];
}
