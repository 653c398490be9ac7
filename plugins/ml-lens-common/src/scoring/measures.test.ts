import type { Risk } from '../model';
import { measureScope } from './measures';

function measure(...questions: [risk: Risk, weight?: number][]) {
  const risks = new Map(questions.map(([risk], i) => [`q${i}`, risk]));
  return measureScope(
    questions.map(([, weight = 1], i) => ({ id: `q${i}`, weight })),
    id => risks.get(id)!,
  );
}

describe('measureScope', () => {
  it.each<[string, [Risk, number?][], number | null, number]>([
    ['no question', [], null, 0],
    ['nothing applicable', [['NOT_APPLICABLE'], ['NOT_APPLICABLE']], null, 0],
    ['nothing answered', [['UNANSWERED'], ['NOT_APPLICABLE']], 0, 0],
    ['all without risk', [['NONE'], ['NONE']], 100, 1],
    ['one medium', [['MEDIUM']], 50, 1],
    ['one high', [['HIGH']], 0, 1],
    ['half answered', [['NONE'], ['UNANSWERED']], 50, 0.5],
    ['not applicable left out', [['NONE'], ['NOT_APPLICABLE']], 100, 1],
    ['12.5 rounds up', [['NONE'], ['HIGH', 7]], 13, 1],
    ['0.5 rounds up', [['NONE'], ['HIGH', 199]], 1, 1],
    ['99.5 rounds up', [['NONE', 199], ['HIGH']], 100, 1],
    ['a third rounds down', [['NONE'], ['HIGH', 2]], 33, 1],
    ['two thirds round up', [['NONE', 2], ['HIGH']], 67, 1],
    // 0.1 + 0.2 is not 0.3 in binary, and 100 × 0.3 ÷ 2.4 is 12.5 all the same.
    [
      'a half of fractions',
      [
        ['NONE', 0.1],
        ['NONE', 0.2],
        ['HIGH', 2.1],
      ],
      13,
      1,
    ],
    [
      'weights',
      [
        ['NONE', 3],
        ['MEDIUM', 1],
      ],
      88,
      1,
    ],
  ])('%s', (_, questions, score, coverage) => {
    expect(measure(...questions)).toMatchObject({ score, coverage });
  });

  it('counts every risk and sums the weights of what applies', () => {
    expect(
      measure(['HIGH'], ['NONE', 2], ['NONE'], ['NOT_APPLICABLE', 5]),
    ).toEqual({
      score: 75,
      coverage: 1,
      counts: { UNANSWERED: 0, HIGH: 1, MEDIUM: 0, NONE: 2, NOT_APPLICABLE: 1 },
      weightSum: 4,
    });
  });
});
