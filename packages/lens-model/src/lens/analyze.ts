// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import type { CompiledQuestion } from './compile';
import { choicesOf, evaluateRule } from '../rules/node';
import {
  Rows,
  rowsOf,
  rowsWithMore,
  Selections,
  selectionsOf,
} from '../rules/truthTable';

type RuleRisk = CompiledQuestion['rules'][number]['risk'];

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
      risk: 'HIGH' | 'MEDIUM' | 'NONE';
    }
  | {
      /** The rule would only decide when nothing is selected, which no rule sees. */
      kind: 'ONLY_UNANSWERED';
      ruleIndex: number;
      risk: 'HIGH' | 'MEDIUM' | 'NONE';
    }
  | {
      /** Even with every real choice selected the risk is not NONE. */
      kind: 'BEST_NOT_NONE';
      risk: 'HIGH' | 'MEDIUM' | 'NONE';
      /** Whether some other answer reaches NONE. */
      reachable: boolean;
    }
  | {
      /** Selecting one choice more makes the risk worse. */
      kind: 'NOT_MONOTONE';
      /** The smallest selection found where that happens. */
      selected: string[];
      choiceId: string;
      before: 'HIGH' | 'MEDIUM' | 'NONE';
      after: 'HIGH' | 'MEDIUM' | 'NONE';
    };

/** The first rows of the pairs that a sample consists of. */
const EVEN_ROWS = 0x55555555;

/** Selections by the risk they are judged with. */
type Verdict = Record<RuleRisk, Rows>;

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
  // Choices that no rule names change nothing, but still make a question
  // answered when only they are selected.
  const used = real.filter(id => named.has(id));
  const selections = selectionsOf(used.length);
  const answers = used.length < real.length ? selections.all : selections.some;
  const { verdict, fired } = judge(question, used, selections, answers);
  if (noneOfTheseId !== null) {
    const winner = rules.findIndex(rule =>
      evaluateRule(rule.node, id => id === noneOfTheseId),
    );
    if (winner >= 0) {
      fired[winner] = true;
    }
  }

  const findings: RuleFinding[] = [];
  if (selections.complete) {
    const forNothing = rules.findIndex(rule =>
      evaluateRule(rule.node, () => false),
    );
    rules.forEach(({ node, risk }, ruleIndex) => {
      if (fired[ruleIndex]) {
        return;
      }
      if (ruleIndex !== forNothing || noneOfTheseId !== null) {
        findings.push({ kind: 'NEVER_FIRES', ruleIndex, risk });
      } else if (node.type !== 'default') {
        // The format wants a default; it is no fault that it has nothing to do.
        findings.push({ kind: 'ONLY_UNANSWERED', ruleIndex, risk });
      }
    });
  }
  const best = riskOfEverything(question, real);
  if (best !== 'NONE') {
    const reachable = rules.some(({ risk }, i) => risk === 'NONE' && fired[i]);
    findings.push({ kind: 'BEST_NOT_NONE', risk: best, reachable });
  }
  const worse = firstWorsening(used, selections, verdict);
  return worse ? [...findings, worse] : findings;
}

/** How each answer is judged, and which rules decide at all. */
function judge(
  { rules }: CompiledQuestion,
  used: readonly string[],
  selections: Selections,
  answers: Rows,
): { verdict: Verdict; fired: boolean[] } {
  const verdict: Verdict = {
    NONE: new Uint32Array(answers.length),
    MEDIUM: new Uint32Array(answers.length),
    HIGH: new Uint32Array(answers.length),
  };
  const open = answers.slice();
  const fired = rules.map(({ node, risk }) => {
    const holds = rowsOf(node, used, selections);
    let any = 0;
    for (let i = 0; i < open.length; i++) {
      const won = open[i] & holds[i];
      verdict[risk][i] |= won;
      open[i] &= ~holds[i];
      any |= won;
    }
    return any !== 0;
  });
  // An answer no rule covers counts as high.
  for (let i = 0; i < open.length; i++) {
    verdict.HIGH[i] |= open[i];
  }
  return { verdict, fired };
}

/** The risk with every real choice selected; NONE if there is no real choice. */
function riskOfEverything(
  { rules }: CompiledQuestion,
  real: readonly string[],
): RuleRisk {
  if (!real.length) {
    return 'NONE';
  }
  const everything = new Set(real);
  const rule = rules.find(({ node }) =>
    evaluateRule(node, id => everything.has(id)),
  );
  return rule?.risk ?? 'HIGH';
}

/** The smallest selection where one choice more is judged worse. */
function firstWorsening(
  used: readonly string[],
  selections: Selections,
  verdict: Verdict,
): RuleFinding | undefined {
  let least = Infinity;
  let found: RuleFinding | undefined;
  for (let bit = 0; bit < used.length; bit++) {
    const toMedium = rowsWithMore(verdict.MEDIUM, bit, selections);
    const toHigh = rowsWithMore(verdict.HIGH, bit, selections);
    const without = selections.columns[bit];
    for (let i = 0; i < without.length; i++) {
      let worse =
        ((verdict.NONE[i] & (toMedium[i] | toHigh[i])) |
          (verdict.MEDIUM[i] & toHigh[i])) &
        (selections.complete ? ~without[i] : EVEN_ROWS);
      for (; worse; worse &= worse - 1) {
        const lowest = 31 - Math.clz32(worse & -worse);
        const row = (i << 5) | lowest;
        const mask = selections.masks[row];
        const size = bitCount(mask);
        if (size < least) {
          least = size;
          const more = selections.complete
            ? mask | (1 << bit)
            : selections.masks[row + 1];
          found = {
            kind: 'NOT_MONOTONE',
            selected: used.filter((_, choice) => mask & (1 << choice)),
            choiceId: used[31 - Math.clz32(more & ~mask)],
            before: verdict.NONE[i] & (1 << lowest) ? 'NONE' : 'MEDIUM',
            after: toHigh[i] & (1 << lowest) ? 'HIGH' : 'MEDIUM',
          };
        }
      }
    }
    if (!selections.complete) {
      // Pairs of a sample cover all choices at once.
      break;
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
