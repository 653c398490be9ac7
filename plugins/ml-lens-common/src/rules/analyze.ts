/*
 * Copyright 2026 The ML Lens Authors
 *
 * Licensed under the Apache License, Version 2.0 (the "License");
 * you may not use this file except in compliance with the License.
 * You may obtain a copy of the License at
 *
 *     http://www.apache.org/licenses/LICENSE-2.0
 */
import type { CompiledQuestion } from '../lens/compile';
import { choicesOf, evaluateRule } from './node';
import {
  EXHAUSTIVE_CHOICES,
  listSelections,
  Selections,
  truthOf,
} from './truthTable';

type RuleRisk = 'HIGH' | 'MEDIUM' | 'NONE';

/**
 * Something an author of risk rules probably did not mean.
 * @public
 */
export type RuleFinding =
  | {
      /** No answer lets this rule decide: earlier rules always win. */
      kind: 'NEVER_FIRES';
      /** Position of the rule in the file, from 0. */
      ruleIndex: number;
      risk: RuleRisk;
    }
  | {
      /** Even with every real choice selected the risk is not NONE. */
      kind: 'BEST_NOT_NONE';
      risk: RuleRisk;
      /** Whether some other answer reaches NONE. */
      reachable: boolean;
    }
  | {
      /** Selecting one choice more makes the risk worse. */
      kind: 'NOT_MONOTONE';
      /** The smallest selection found where that happens. */
      selected: string[];
      choiceId: string;
      before: RuleRisk;
      after: RuleRisk;
    };

/** Ordered from good to bad; an answer no rule covers counts as HIGH. */
const RISKS: readonly RuleRisk[] = ['NONE', 'MEDIUM', 'HIGH'];
const NO_ROW = 255;

/**
 * Looks for rules that can never decide, best answers that stay risky, and
 * practices that make things worse. Every answer a person can give is tried:
 * each selection of the real choices but the empty one (which is unanswered),
 * and "none of these" alone. With more than 12 choices in the rules a fixed
 * sample is tried instead, and rules that seem dead are not reported.
 *
 * @public
 */
export function analyzeQuestion(question: CompiledQuestion): RuleFinding[] {
  const { rules, noneOfTheseId } = question;
  if (!rules.length) {
    return [];
  }
  const named = new Set(rules.flatMap(rule => [...choicesOf(rule.node)]));
  const real = question.choices
    .map(choice => choice.id)
    .filter(id => id !== noneOfTheseId);
  const used = real.filter(id => named.has(id));
  const selections = listSelections(used);
  // A choice that no rule names still makes a question answered.
  const emptyIsAnswer = used.length < real.length;

  const fired = rules.map(() => false);
  const risks = judge(question, selections, emptyIsAnswer, fired);
  if (noneOfTheseId !== null) {
    const winner = rules.findIndex(rule =>
      evaluateRule(rule.node, id => id === noneOfTheseId),
    );
    if (winner >= 0) {
      fired[winner] = true;
    }
  }

  const findings: RuleFinding[] = [];
  if (used.length <= EXHAUSTIVE_CHOICES) {
    rules.forEach((rule, ruleIndex) => {
      if (!fired[ruleIndex]) {
        findings.push({ kind: 'NEVER_FIRES', ruleIndex, risk: rule.risk });
      }
    });
  }
  if (real.length) {
    const everything = new Set(real);
    const best = rules.find(rule =>
      evaluateRule(rule.node, id => everything.has(id)),
    );
    const risk = best?.risk ?? 'HIGH';
    if (risk !== 'NONE') {
      const reachable = rules.some(
        (rule, i) => rule.risk === 'NONE' && fired[i],
      );
      findings.push({ kind: 'BEST_NOT_NONE', risk, reachable });
    }
  }
  const worse = firstWorsening(selections, risks);
  if (worse) {
    findings.push(worse);
  }
  return findings;
}

/** Position in {@link RISKS} per selection; notes which rules decided. */
function judge(
  question: CompiledQuestion,
  selections: Selections,
  emptyIsAnswer: boolean,
  fired: boolean[],
): Uint8Array {
  const truths = question.rules.map(rule => truthOf(rule.node, selections));
  const ranks = question.rules.map(rule => RISKS.indexOf(rule.risk));
  return Uint8Array.from(selections.masks, (mask, row) => {
    if (mask === 0 && !emptyIsAnswer) {
      return NO_ROW;
    }
    const winner = truths.findIndex(bits => bits[row >> 5] & (1 << (row & 31)));
    if (winner < 0) {
      return RISKS.indexOf('HIGH');
    }
    fired[winner] = true;
    return ranks[winner];
  });
}

function firstWorsening(
  selections: Selections,
  risks: Uint8Array,
): RuleFinding | undefined {
  const { ids, masks } = selections;
  let least = Infinity;
  let found: RuleFinding | undefined;
  const compare = (row: number, more: number): void => {
    if (risks[row] === NO_ROW || risks[row] >= risks[more]) {
      return;
    }
    const size = bitCount(masks[row]);
    if (size < least) {
      least = size;
      const added = masks[more] & ~masks[row];
      found = {
        kind: 'NOT_MONOTONE',
        selected: ids.filter((_, bit) => masks[row] & (1 << bit)),
        choiceId: ids[31 - Math.clz32(added)],
        before: RISKS[risks[row]],
        after: RISKS[risks[more]],
      };
    }
  };
  if (ids.length <= EXHAUSTIVE_CHOICES) {
    for (let row = 0; row < masks.length; row++) {
      for (let bit = 0; bit < ids.length; bit++) {
        if (!(row & (1 << bit))) {
          compare(row, row | (1 << bit));
        }
      }
    }
  } else {
    for (let row = 0; row < masks.length; row += 2) {
      compare(row, row + 1);
    }
  }
  return found;
}

function bitCount(mask: number): number {
  let count = 0;
  for (let rest = mask; rest; rest &= rest - 1) {
    count++;
  }
  return count;
}
