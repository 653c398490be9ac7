// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { type Fact, literal } from './Fact';
import type { Condition, ScanRule, ScanRules } from './rules/ScanRules';

/** A practice that the repository shows to be in place. */
export interface Finding {
  question: string;
  choice: string;
  note: string;
  confidence: number;
  /** One for each condition of the rule. */
  shownBy: Fact[];
}

/**
 * The practices that rules find in what a repository says, each once: by the
 * rule that is surest.
 */
export function findingsOf(
  { rules }: ScanRules,
  facts: readonly Fact[],
): Finding[] {
  const byName = Map.groupBy(facts, ({ name }) => name);
  const found = new Map<string, Finding>();
  for (const rule of rules) {
    const shownBy = shown(rule, byName);
    if (!shownBy) continue;
    const { question, choice, note, confidence } = rule;
    const key = JSON.stringify([question, choice]);
    const known = found.get(key);
    if (!known || known.confidence < confidence) {
      found.set(key, { question, choice, note, confidence, shownBy });
    }
  }
  return [...found.values()];
}

/** Facts that meet all conditions of a rule; undefined where one is not met. */
function shown(
  rule: ScanRule,
  byName: ReadonlyMap<string, Fact[]>,
): Fact[] | undefined {
  const met = rule.when.map(condition => factsFor(condition, byName));
  if (met.some(facts => facts.length === 0)) return undefined;
  if (!rule.sameFile) return distinct(met.map(([fact]) => fact));
  const [first, ...others] = met;
  const file = first
    .map(({ path }) => path)
    .find(path => others.every(facts => facts.some(f => f.path === path)));
  return file === undefined
    ? undefined
    : distinct(met.map(facts => facts.find(({ path }) => path === file)!));
}

function factsFor(
  { anyOf, match, path }: Condition,
  byName: ReadonlyMap<string, Fact[]>,
): Fact[] {
  const line = match === undefined ? undefined : new RegExp(match, 'i');
  const place = path === undefined ? undefined : new RegExp(path, 'i');
  return anyOf
    .flatMap(name =>
      name.includes('*') ? matching(name, byName) : byName.get(name) ?? [],
    )
    .filter(
      fact =>
        (line?.test(fact.quote) ?? true) && (place?.test(fact.path) ?? true),
    );
}

function matching(name: string, byName: ReadonlyMap<string, Fact[]>): Fact[] {
  const parts = name.split('*').map(literal);
  const pattern = new RegExp(`^${parts.join('.*')}$`);
  return [...byName].flatMap(([known, facts]) =>
    pattern.test(known) ? facts : [],
  );
}

function distinct(facts: readonly Fact[]): Fact[] {
  const places = new Set<string>();
  return facts.filter(({ path, line }) => {
    const place = `${path}:${line}`;
    const isNew = !places.has(place);
    places.add(place);
    return isNew;
  });
}
