// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { foldText } from '../../database/sql';
import type { OrgView } from '../columns/OrgColumns';
import type { CodedField, WorkloadFacts } from '../columns/Workloads';
import { modelCount } from './orgFilters';
import { leavesOutRetired, type OrgScope } from './OrgScope';

/** What is asked of a fact that many workloads share. */
type FieldTest = [field: CodedField, keeps: (value: string | null) => boolean];
type Test = (facts: WorkloadFacts) => boolean;

/** 1 for each workload that is asked for, by number. */
export function workloadsKept(
  { workloads }: OrgView,
  scope: OrgScope,
): Uint8Array {
  const kept = workloads.known();
  for (const [field, keeps] of fieldTests(scope)) {
    const { values, codes } = workloads.coded(field);
    // Of each value once: there are fewer of them than workloads.
    const keep = Uint8Array.from(values, value => Number(keeps(value)));
    for (let number = 0; number < kept.length; number++) {
      kept[number] &= keep[codes[number]];
    }
  }
  const tests = factsTests(scope);
  for (let number = 0; tests.length > 0 && number < kept.length; number++) {
    const facts = workloads.facts(number);
    if (kept[number] === 1 && !tests.every(test => test(facts!))) {
      kept[number] = 0;
    }
  }
  return kept;
}

function fieldTests(scope: OrgScope): FieldTest[] {
  const { filters, freshness, families } = scope;
  const tests: FieldTest[] = [];
  const oneOf = (field: CodedField, values: Iterable<string> | undefined) => {
    if (values) {
      const wanted = new Set(values);
      // An empty value stands for none.
      tests.push([field, value => wanted.has(value ?? '')]);
    }
  };
  const below = (refs: string[] | undefined) => {
    const stored = refsOf(refs);
    return stored && families.below(stored);
  };
  oneOf('owner', below(filters.owner));
  oneOf('system', refsOf(filters.system));
  oneOf('domain', below(filters.domain));
  oneOf('lifecycle', filters.lifecycle);
  if (leavesOutRetired(scope)) {
    tests.push(['lifecycle', value => !freshness.isRetired(value)]);
  }
  return tests;
}

function factsTests({ filters, sees }: OrgScope): Test[] {
  const tests: Test[] = [];
  if (filters.workload) {
    const wanted = new Set(filters.workload);
    tests.push(({ workloadId }) => wanted.has(workloadId));
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
export function refsOf(refs: string[] | undefined): string[] | undefined {
  return refs?.map(ref => ref.toLocaleLowerCase('en-US'));
}
