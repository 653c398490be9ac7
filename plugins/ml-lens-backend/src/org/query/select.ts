// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { foldText } from '../../database/sql';
import { dayNumber } from '../columns/dayNumbers';
import {
  COUNT,
  COUNTS,
  NO_VALUE,
  PHASE_STATUSES,
} from '../columns/figureCodes';
import type { FigureTable } from '../columns/FigureTable';
import type { OrgView } from '../columns/OrgColumns';
import type { WorkloadFacts } from '../columns/Workloads';
import { dueByAnswer, type DueTest } from './due';
import {
  modelCount,
  type OrgFilters,
  parseCoverage,
  parseGap,
  parsePhase,
  parseScores,
  riskCount,
} from './orgFilters';
import { instantOf, leavesOutRetired, type OrgScope } from './OrgScope';

/** What a scope leaves of a table: numbers of its entries, in their order. */
export interface Selected {
  table: FigureTable;
  entries: number[];
}

/** Whether an entry of a table is asked for. */
type EntryTest = (entry: number) => boolean;
/** Makers of tests by what is judged; a test is of one table. */
type MakeTests = ((table: FigureTable) => EntryTest)[];
type Test = (facts: WorkloadFacts) => boolean;

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
  const { filters } = scope;
  const lenses = filters.lens && new Set(filters.lens);
  const makeTests = entryTests(scope, isDue);
  const kept = workloadsKept(view, scope);
  return view.tables
    .filter(({ lens }) => !lenses || lenses.has(lens.id))
    .map(table => {
      const tests = makeTests.map(make => make(table));
      const entries: number[] = [];
      const { workload, length } = table;
      for (let entry = 0; entry < length; entry++) {
        // Entries nobody uses have no workload, and keep nothing.
        if (kept[workload[entry]] === 1 && passes(tests, entry)) {
          entries.push(entry);
        }
      }
      return { table, entries };
    });
}

function passes<T>(tests: readonly ((item: T) => boolean)[], item: T): boolean {
  for (const test of tests) {
    if (!test(item)) {
      return false;
    }
  }
  return true;
}

/** How many scorecards were selected. */
export function countOf(selected: readonly Selected[]): number {
  return selected.reduce((sum, { entries }) => sum + entries.length, 0);
}

/** 1 for each workload that is asked for, by number. */
function workloadsKept({ workloads }: OrgView, scope: OrgScope): Uint8Array {
  const tests = workloadTests(scope);
  const kept = workloads.known();
  for (let number = 0; tests.length > 0 && number < kept.length; number++) {
    const facts = workloads.facts(number);
    kept[number] = facts && passes(tests, facts) ? 1 : 0;
  }
  return kept;
}

function workloadTests(scope: OrgScope): Test[] {
  const { filters, sees, freshness, families } = scope;
  const tests: Test[] = [];
  const field = (
    values: Iterable<string> | undefined,
    valueOf: (facts: WorkloadFacts) => string | null,
  ) => {
    if (values) {
      const wanted = new Set(values);
      // An empty value stands for none.
      tests.push(facts => wanted.has(valueOf(facts) ?? ''));
    }
  };
  const below = (refs: string[] | undefined) => {
    const stored = refsOf(refs);
    return stored && families.below(stored);
  };
  field(filters.workload, facts => facts.workloadId);
  field(below(filters.owner), facts => facts.owner);
  field(refsOf(filters.system), facts => facts.system);
  field(below(filters.domain), facts => facts.domain);
  field(filters.lifecycle, facts => facts.lifecycle);
  if (leavesOutRetired(scope)) {
    tests.push(facts => !freshness.isRetired(facts.lifecycle));
  }
  if (filters.tag) {
    const wanted = new Set(filters.tag);
    tests.push(({ tags }) =>
      tags.length === 0 ? wanted.has('') : tags.some(tag => wanted.has(tag)),
    );
  }
  if (filters.orphaned !== undefined) {
    const orphaned = filters.orphaned === 'true';
    tests.push(facts => facts.orphaned === orphaned);
  }
  const models = filters.models?.map(modelCount);
  if (models) {
    tests.push(facts => models.some(count => (facts.models?.[count] ?? 0) > 0));
  }
  if (filters.q?.trim()) {
    const text = foldText(filters.q.trim());
    tests.push(
      facts =>
        facts.titleSort.includes(text) ||
        foldText(facts.workloadId).includes(text),
    );
  }
  if (sees) {
    tests.push(sees);
  }
  return tests;
}

/** Entity refs as they are stored. */
function refsOf(refs: string[] | undefined): string[] | undefined {
  return refs?.map(ref => ref.toLocaleLowerCase('en-US'));
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
