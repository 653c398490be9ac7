import fc from 'fast-check';
import {
  anyAnswer,
  lensFixture,
  monotoneLens,
  questionFixture,
} from '../__testUtils__/lensFixture';
import { riskSchema, scorecardSchema, type Risk } from '../model';
import { evaluateAnswer } from './risk';
import { scorecardOf } from './scorecard';

const lens = lensFixture();
const risksFrom =
  (risks: Record<string, Risk>) =>
  (id: string): Risk =>
    risks[id] ?? 'UNANSWERED';

describe('scorecardOf', () => {
  it('gives the lens, its pillars, its phases and the cells that hold a question', () => {
    const card = scorecardOf(
      lens,
      risksFrom({ q_one: 'HIGH', q_two: 'NONE', q_three: 'MEDIUM' }),
    );
    expect(scorecardSchema.parse(card)).toEqual(card);
    // 100 × (3×1 + 1×0.5) ÷ (1 + 1 + 3 + 1)
    expect(card).toMatchObject({
      score: 58,
      coverage: 0.75,
      level: 'Defined',
      counts: { UNANSWERED: 1, HIGH: 1, MEDIUM: 1, NONE: 1, NOT_APPLICABLE: 0 },
    });
    expect(card.pillars.map(({ id, score }) => [id, score])).toEqual([
      ['security', 25],
      ['cost', 75],
    ]);
    expect(card.phases.map(({ id, score }) => [id, score])).toEqual([
      ['goal', 75],
      ['build', 50],
      ['retire', null],
    ]);
    expect(
      card.matrix.map(({ pillar, phase, score }) => [pillar, phase, score]),
    ).toEqual([
      ['security', 'goal', 0],
      ['security', 'build', 50],
      ['cost', 'goal', 100],
    ]);
  });

  it('has no score and no level when nothing applies', () => {
    expect(scorecardOf(lens, () => 'NOT_APPLICABLE')).toMatchObject({
      score: null,
      coverage: 0,
      level: 'Not assessed',
    });
  });

  it('has no phases for a lens without', () => {
    const flat = lensFixture({
      phases: undefined,
      pillars: [
        { id: 'one', name: 'One', questions: [questionFixture('q_flat')] },
      ],
    });
    expect(scorecardOf(flat, () => 'NONE')).toMatchObject({
      score: 100,
      level: 'Optimizing',
      phases: [],
      matrix: [],
    });
  });

  it("uses the lens's own ladder unless told another", () => {
    const own = lensFixture({ levels: [{ name: 'Fine', from: 0 }] });
    expect(scorecardOf(own, () => 'NONE').level).toBe('Fine');
    expect(
      scorecardOf(own, () => 'NONE', [{ name: 'Other', from: 0 }]).level,
    ).toBe('Other');
  });
});

describe('laws', () => {
  const lensAndRisks = monotoneLens().chain(some =>
    fc
      .array(fc.constantFrom(...riskSchema.options), {
        minLength: some.questions.length,
        maxLength: some.questions.length,
      })
      .map(risks => ({
        some,
        risks: Object.fromEntries(
          some.questions.map(({ id }, i) => [id, risks[i]]),
        ),
      })),
  );

  it('every score is within 0..100, or null exactly when nothing applies', () => {
    fc.assert(
      fc.property(lensAndRisks, ({ some, risks }) => {
        const card = scorecardOf(some, risksFrom(risks));
        expect(() => scorecardSchema.parse(card)).not.toThrow();
        for (const scope of [
          card,
          ...card.pillars,
          ...card.phases,
          ...card.matrix,
        ]) {
          const { NOT_APPLICABLE, ...applicable } = scope.counts;
          const none = Object.values(applicable).every(count => count === 0);
          expect(scope.score === null).toBe(none);
        }
      }),
    );
  });

  it('the lens score is the weighted mean of its questions', () => {
    const worth = { NONE: 100, MEDIUM: 50, HIGH: 0, UNANSWERED: 0 };
    fc.assert(
      fc.property(lensAndRisks, ({ some, risks }) => {
        const { score } = scorecardOf(some, risksFrom(risks));
        const applicable = some.questions.flatMap(({ id, weight }) => {
          const risk = risks[id];
          return risk === 'NOT_APPLICABLE'
            ? []
            : [{ weight, worth: worth[risk] }];
        });
        const weights = applicable.reduce((sum, { weight }) => sum + weight, 0);
        const mean =
          applicable.reduce((sum, q) => sum + q.weight * q.worth, 0) / weights;
        expect(
          score === null
            ? applicable.length === 0
            : Math.abs(score - mean) <= 0.5001,
        ).toBe(true);
      }),
    );
  });

  it('every question counts once: pillars add up to the lens', () => {
    fc.assert(
      fc.property(lensAndRisks, ({ some, risks }) => {
        const card = scorecardOf(some, risksFrom(risks));
        for (const risk of riskSchema.options) {
          expect(
            card.pillars.reduce((sum, { counts }) => sum + counts[risk], 0),
          ).toBe(card.counts[risk]);
        }
      }),
    );
  });

  it('one more choice never makes a monotone question worse', () => {
    const order: Risk[] = ['UNANSWERED', 'HIGH', 'MEDIUM', 'NONE'];
    fc.assert(
      fc.property(
        monotoneLens().chain(some =>
          anyAnswer(some).map(a => ({ some, ...a })),
        ),
        ({ some, questionId, state }) => {
          const question = some.question(questionId)!;
          fc.pre(state.notApplicable === null);
          fc.pre(!state.selectedChoices.includes(question.noneOfTheseId!));
          const before = evaluateAnswer(question, state).risk;
          const others = question.choices.filter(
            ({ id }) => id !== question.noneOfTheseId,
          );
          for (const { id } of others) {
            const after = evaluateAnswer(question, {
              ...state,
              selectedChoices: [...new Set([...state.selectedChoices, id])],
            }).risk;
            expect(order.indexOf(after)).toBeGreaterThanOrEqual(
              order.indexOf(before),
            );
          }
        },
      ),
    );
  });

  it('the order of choices within an answer does not matter', () => {
    fc.assert(
      fc.property(
        monotoneLens().chain(some =>
          anyAnswer(some).map(a => ({ some, ...a })),
        ),
        ({ some, questionId, state }) => {
          const question = some.question(questionId)!;
          expect(
            evaluateAnswer(question, {
              ...state,
              selectedChoices: [...state.selectedChoices].reverse(),
            }),
          ).toEqual(evaluateAnswer(question, state));
        },
      ),
    );
  });
});
