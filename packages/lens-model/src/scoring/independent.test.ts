// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import fc from 'fast-check';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { questionFixture, documentFixture } from '../__testUtils__/lensFixture';
import { compileLens } from '../lens/compile';
import type { LensDocument, LensQuestion } from '../lens/document';
import { parseLens } from '../lens/parse';
import type { AnswerState, Risk } from '../model';
import { scorecardOf } from './scorecard';
import { standingOf, standingsOf } from './standing';

/*
 * The same rules written a second time, from their description and with none
 * of the code: conditions are read by rewriting them, points are fractions of
 * whole numbers, and sums are made over a common denominator.
 */

type Fraction = [over: bigint, under: bigint];

/** Replaces what is innermost by T or F until one letter is left. */
function holds(rule: string, done: (id: string) => boolean): boolean {
  let text = rule
    .replace(/\s+/g, '')
    .replace(/[A-Za-z0-9_]+/g, id =>
      id === 'default' || done(id) ? '<T>' : '<F>',
    )
    .replace(/[<>]/g, '');
  for (let before = ''; before !== text; ) {
    before = text;
    text = text
      .replace(/!T/g, 'F')
      .replace(/!F/g, 'T')
      .replace(/\(([TF])\)/g, '$1');
    if (text === before) {
      text = text.replace(/([TF])&&([TF])/, (_, a, b) =>
        a === 'T' && b === 'T' ? 'T' : 'F',
      );
    }
    if (text === before) {
      text = text.replace(
        /(^|\()([TF])\|\|([TF])(?=$|\)|\|\|)/,
        (_, open, a, b) => open + (a === 'T' || b === 'T' ? 'T' : 'F'),
      );
    }
  }
  expect(text).toMatch(/^[TF]$/);
  return text === 'T';
}

function riskOf(question: LensQuestion, answer: AnswerState): Risk {
  const practices = question.choices.filter(({ id }) => !/_no$/.test(id));
  const moot = new Set(answer.notApplicableChoices.map(c => c.choiceId));
  const chosen = new Set(answer.selectedChoices);
  if (answer.notApplicable) return 'NOT_APPLICABLE';
  if (chosen.size === 0) {
    const none = practices.length > 0 && practices.every(p => moot.has(p.id));
    return none ? 'NOT_APPLICABLE' : 'UNANSWERED';
  }
  const excluded = [...chosen].some(id => /_no$/.test(id));
  for (const { condition: rule, risk } of question.riskRules) {
    if (holds(rule, id => chosen.has(id) || (moot.has(id) && !excluded))) {
      return (
        { NO_RISK: 'NONE', MEDIUM_RISK: 'MEDIUM', HIGH_RISK: 'HIGH' } as const
      )[risk];
    }
  }
  return 'HIGH';
}

function pointsOf(question: LensQuestion, answer: AnswerState): Fraction {
  const tenths = {
    NONE: 10n,
    MEDIUM: 8n,
    HIGH: 5n,
    UNANSWERED: 0n,
    NOT_APPLICABLE: 0n,
  };
  const risk = riskOf(question, answer);
  if (risk === 'NONE') return [1n, 1n];
  let over = 0n;
  let under = 0n;
  for (const { id, riskLevel } of question.choices) {
    const weight = { HIGH: 3n, MEDIUM: 2n, LOW: 1n }[riskLevel ?? 'LOW'];
    if (/_no$/.test(id)) continue;
    if (answer.selectedChoices.includes(id)) over += weight;
    if (answer.notApplicableChoices.every(c => c.choiceId !== id))
      under += weight;
  }
  return under === 0n ? [0n, 1n] : [tenths[risk] * over, 10n * under];
}

/** Of whole weights. */
function scoreOf(
  questions: readonly LensQuestion[],
  answerOf: (id: string) => AnswerState,
): number | null {
  let sum: Fraction = [0n, 1n];
  let weights = 0n;
  let answered = 0;
  let clean = true;
  for (const question of questions) {
    const risk = riskOf(question, answerOf(question.id));
    if (risk === 'NOT_APPLICABLE') continue;
    if (risk !== 'UNANSWERED') answered += 1;
    if (risk !== 'NONE') clean = false;
    const weight = BigInt(question.weight ?? 1);
    const [over, under] = pointsOf(question, answerOf(question.id));
    sum = [sum[0] * under + weight * over * sum[1], sum[1] * under];
    weights += weight;
  }
  if (answered === 0) return null;
  if (clean) return 100;
  // Half up, in whole numbers: floor(2x + 1) ÷ 2.
  const half = (200n * sum[0] + sum[1] * weights) / (2n * sum[1] * weights);
  return Math.min(99, Number(half));
}

const EMPTY: AnswerState = {
  selectedChoices: [],
  notApplicableChoices: [],
  notApplicable: null,
  notes: '',
  evidence: [],
};

/** Any condition over some ids, with redundant parentheses and negations. */
function condition(ids: readonly string[]): fc.Arbitrary<string> {
  return fc.letrec<{ node: string }>(tie => ({
    node: fc.oneof(
      { maxDepth: 3, withCrossShrink: true },
      fc.constantFrom(...ids),
      tie('node').map(a => `!${/^[\w!]+$/.test(a) ? a : `(${a})`}`),
      fc.tuple(tie('node'), tie('node')).map(([a, b]) => `(${a} && ${b})`),
      fc.tuple(tie('node'), tie('node')).map(([a, b]) => `(${a}) || ${b}`),
    ),
  })).node;
}

/** Lenses whose rules need make no sense. */
const anyLens: fc.Arbitrary<LensDocument> = fc
  .array(
    fc.record({
      size: fc.integer({ min: 1, max: 6 }),
      weight: fc.constantFrom(undefined, 1, 2, 7, 1000),
      levels: fc.array(fc.constantFrom(undefined, 'HIGH', 'MEDIUM', 'LOW'), {
        minLength: 6,
        maxLength: 6,
      }),
      risks: fc.shuffledSubarray(['NO_RISK', 'MEDIUM_RISK', 'HIGH_RISK'], {
        minLength: 1,
      }),
      default: fc.boolean(),
    }),
    { minLength: 1, maxLength: 6 },
  )
  .chain(shapes =>
    fc.tuple(
      ...shapes.map(({ size, weight, levels, risks, ...shape }, i) => {
        const base = questionFixture(`q_${i}`, { size, weight });
        const ids = base.choices.map(({ id }) => id);
        return fc.tuple(...risks.map(() => condition(ids))).map(
          (conditions): LensQuestion => ({
            ...base,
            choices: base.choices.map((choice, at) => ({
              ...choice,
              riskLevel: levels[at] as 'HIGH' | undefined,
            })),
            riskRules: conditions.map((text, at) => ({
              condition:
                shape.default && at === risks.length - 1 ? 'default' : text,
              risk: risks[at] as 'NO_RISK',
            })),
          }),
        );
      }),
    ),
  )
  .map(questions =>
    documentFixture({
      phases: undefined,
      pillars: [{ id: 'one', name: 'One', questions }],
    }),
  );

/** Any answer the question allows. */
function anyAnswer(question: LensQuestion): fc.Arbitrary<AnswerState> {
  const ids = question.choices.map(({ id }) => id);
  const practices = ids.filter(id => !/_no$/.test(id));
  const none = ids.filter(id => /_no$/.test(id));
  return fc
    .tuple(
      fc.oneof(fc.subarray(practices), fc.subarray(none)),
      fc.oneof(fc.subarray(practices), fc.constant([]), fc.constant(practices)),
      fc.integer({ min: 0, max: 9 }),
    )
    .map(([moot, some, dice]) => {
      const [selected, mute] = dice < 5 ? [moot, some] : [some, moot];
      const chosen = selected.filter(id => !(dice === 9 && /_no$/.test(id)));
      return {
        ...EMPTY,
        selectedChoices: chosen,
        notApplicableChoices: mute
          .filter(id => !chosen.includes(id) && !/_no$/.test(id))
          .map(choiceId => ({ choiceId, reason: 'OTHER' as const })),
        notApplicable: dice === 0 ? { reason: 'NONE' as const } : null,
      };
    });
}

/** Compares everything the two say of a lens with these answers. */
function compare(document: LensDocument, answers: readonly AnswerState[]) {
  const lens = compileLens(document, { id: 'any', version: '1' });
  const questions = document.pillars.flatMap(pillar => pillar.questions);
  const answerOf = (id: string) =>
    answers[questions.findIndex(question => question.id === id)];
  for (const question of questions) {
    const answer = answerOf(question.id);
    const standing = standingOf(lens.question(question.id)!, answer);
    const [over, under] = pointsOf(question, answer);
    expect(standing.risk).toBe(riskOf(question, answer));
    expect(standing.points).toBeCloseTo(Number(over) / Number(under), 12);
  }
  const card = scorecardOf(lens, standingsOf(answerOf));
  expect(card.score).toBe(scoreOf(questions, answerOf));
  for (const { id, score } of card.pillars) {
    const pillar = document.pillars.find(each => each.id === id)!;
    expect(score).toBe(scoreOf(pillar.questions, answerOf));
  }
}

const ROOT = path.resolve(__dirname, '../../../..');
const FILES = ['plugins/ml-lens-backend/lenses', 'examples/lenses'].flatMap(
  folder =>
    readdirSync(path.join(ROOT, folder))
      .filter(name => /\.(json|ya?ml)$/.test(name))
      .map(name => path.join(folder, name)),
);

describe('scoring, written twice', () => {
  it('agrees on 20,000 answers of random lenses', () => {
    let answered = 0;
    fc.assert(
      fc.property(
        anyLens.chain(document =>
          fc.tuple(
            fc.constant(document),
            fc.tuple(...document.pillars[0].questions.map(anyAnswer)),
          ),
        ),
        ([document, answers]) => {
          answered += answers.length;
          compare(document, answers);
        },
      ),
      { numRuns: 6000 },
    );
    expect(answered).toBeGreaterThan(20_000);
  }, 120_000);

  it.each(FILES)(
    'agrees on random reviews with %s',
    file => {
      const { document } = parseLens(
        readFileSync(path.join(ROOT, file), 'utf8'),
      );
      const questions = document!.pillars.flatMap(pillar => pillar.questions);
      fc.assert(
        fc.property(fc.tuple(...questions.map(anyAnswer)), answers => {
          compare(document!, answers);
        }),
        { numRuns: 100 },
      );
    },
    60_000,
  );
});
