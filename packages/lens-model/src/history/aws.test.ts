// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { parseAwsAnswers } from './aws';

const target = {
  workload: 'card-fraud',
  lens: 'aws-ml-lens',
  by: 'user:default/ada',
  at: '2026-03-01T09:30:00.000Z',
};
const said = { type: 'answer', ...target };

const WORKLOAD = {
  WorkloadId: '4f1c2a9be07d4f6b8c35d1e2a7b90c44',
  LensAlias: 'arn:aws:wellarchitected:eu-west-1:111122223333:lens/ml-care',
  LensArn: 'arn:aws:wellarchitected:eu-west-1:111122223333:lens/ml-care',
};

function getAnswer(id: string, answer: object = {}, more: object = {}) {
  return {
    ...WORKLOAD,
    ...more,
    Answer: {
      QuestionId: id,
      PillarId: 'security',
      QuestionTitle: `What about ${id}?`,
      Choices: [
        { ChoiceId: `${id}_a`, Title: 'First', Description: 'A "quoted" {one' },
        { ChoiceId: `${id}_b`, Title: 'Second' },
        { ChoiceId: `${id}_no`, Title: 'None of these' },
      ],
      SelectedChoices: [],
      ChoiceAnswers: [],
      IsApplicable: true,
      Risk: 'UNANSWERED',
      Reason: 'NONE',
      ...answer,
    },
  };
}

const goal = getAnswer('goal', {
  SelectedChoices: ['goal_a'],
  ChoiceAnswers: [
    { ChoiceId: 'goal_a', Status: 'SELECTED', Reason: 'NONE' },
    {
      ChoiceId: 'goal_b',
      Status: 'NOT_APPLICABLE',
      Reason: 'OUT_OF_SCOPE',
      Notes: 'Handled by the bank',
    },
    { ChoiceId: 'goal_no', Status: 'UNSELECTED' },
  ],
  Risk: 'MEDIUM',
  Notes: '損失を減らす — reduce losses',
});

const list = {
  ...WORKLOAD,
  AnswerSummaries: [
    {
      QuestionId: 'goal',
      PillarId: 'security',
      SelectedChoices: ['goal_a'],
      ChoiceAnswerSummaries: [
        {
          ChoiceId: 'goal_b',
          Status: 'NOT_APPLICABLE',
          Reason: 'BUSINESS_PRIORITIES',
        },
      ],
      IsApplicable: true,
      Risk: 'MEDIUM',
      QuestionType: 'PRIORITIZED',
    },
    {
      QuestionId: 'data',
      SelectedChoices: [],
      IsApplicable: false,
      Reason: 'ARCHITECTURE_CONSTRAINTS',
      Risk: 'NOT_APPLICABLE',
    },
    { QuestionId: 'drift', SelectedChoices: [], Risk: 'UNANSWERED' },
  ],
};

const pretty = (...documents: unknown[]) =>
  documents.map(one => `${JSON.stringify(one, null, 4)}\n`).join('');
const compact = (...documents: unknown[]) =>
  documents.map(one => `${JSON.stringify(one)}\n`).join('');

function problemsOf(text: string) {
  return parseAwsAnswers(text, target).problems.map(
    ({ line, code, message }) => [line, code, message],
  );
}

describe('parseAwsAnswers', () => {
  it('reads what get-answer prints', () => {
    expect(parseAwsAnswers(pretty(goal), target)).toEqual({
      awsWorkload: { id: '4f1c2a9be07d4f6b8c35d1e2a7b90c44', line: 1 },
      lines: [
        {
          line: 1,
          value: {
            ...said,
            question: 'goal',
            selectedChoices: ['goal_a'],
            notApplicableChoices: [
              {
                choiceId: 'goal_b',
                reason: 'OUT_OF_SCOPE',
                notes: 'Handled by the bank',
              },
            ],
            notes: '損失を減らす — reduce losses',
          },
        },
      ],
      problems: [],
      warnings: [],
      risks: [{ questionId: 'goal', aws: 'MEDIUM' }],
    });
  });

  it('reads what list-answers prints, without what nobody answered', () => {
    const { lines, risks, ...rest } = parseAwsAnswers(pretty(list), target);
    expect(lines.map(({ value }) => value)).toEqual([
      {
        ...said,
        question: 'goal',
        selectedChoices: ['goal_a'],
        notApplicableChoices: [
          { choiceId: 'goal_b', reason: 'BUSINESS_PRIORITIES' },
        ],
      },
      {
        ...said,
        question: 'data',
        selectedChoices: [],
        notApplicable: { reason: 'ARCHITECTURE_CONSTRAINTS' },
      },
    ]);
    expect(risks).toEqual([
      { questionId: 'goal', aws: 'MEDIUM' },
      { questionId: 'data', aws: 'NOT_APPLICABLE' },
    ]);
    expect(rest).toEqual({
      awsWorkload: { id: '4f1c2a9be07d4f6b8c35d1e2a7b90c44', line: 1 },
      problems: [],
      warnings: [],
    });
  });

  const drift = getAnswer('drift', { Notes: 'Asked the team' });
  it.each<[string, string]>([
    ['one after another', pretty(goal, drift)],
    ['one per line', compact(goal, drift)],
    ['without anything between', JSON.stringify(goal) + JSON.stringify(drift)],
    ['in a list', pretty([goal, drift])],
    ['in lists', compact([goal], [], [drift])],
    [
      'with a byte order mark and Windows line endings',
      `\uFEFF${pretty(goal, drift).replaceAll('\n', '\r\n')}`,
    ],
  ])('reads several outputs %s', (_, text) => {
    const { lines, problems } = parseAwsAnswers(text, target);
    expect(problems).toEqual([]);
    expect(
      lines.map(({ line, value }) => [line, 'question' in value && value]),
    ).toEqual([
      [1, expect.objectContaining({ question: 'goal' })],
      [
        2,
        {
          ...said,
          question: 'drift',
          selectedChoices: [],
          notes: 'Asked the team',
        },
      ],
    ]);
  });

  it('takes the answer with notes where a question is in a list as well', () => {
    for (const text of [pretty(list, goal), pretty(goal, list)]) {
      const { lines, problems } = parseAwsAnswers(text, target);
      expect(problems).toEqual([]);
      expect(lines).toHaveLength(2);
      expect(lines.map(({ value }) => value)).toContainEqual(
        expect.objectContaining({ notes: '損失を減らす — reduce losses' }),
      );
    }
  });

  it('has nothing to say about an empty file', () => {
    expect(parseAwsAnswers(' \n', target)).toEqual({
      awsWorkload: null,
      lines: [],
      problems: [],
      warnings: [],
      risks: [],
    });
  });

  it('says what it cannot take along, and what may be missing', () => {
    const noted = getAnswer('goal', {
      ChoiceAnswers: [
        { ChoiceId: 'goal_a', Status: 'SELECTED', Notes: 'Since May' },
      ],
    });
    const page = { ...WORKLOAD, AnswerSummaries: [], NextToken: 'abc' };
    expect(parseAwsAnswers(pretty(noted, page), target).warnings).toEqual([
      expect.stringContaining('NextToken'),
      expect.stringMatching(/"goal": the note on choice "goal_a" is left out/),
    ]);
    expect(
      parseAwsAnswers(
        pretty(page, { ...WORKLOAD, AnswerSummaries: [] }),
        target,
      ).warnings,
    ).toEqual([]);
  });

  it.each<[string, unknown, string, RegExp]>([
    ['another output', { Workload: {} }, 'UNKNOWN_DOCUMENT', /get-answer/],
    ['a list within a list', [[goal]], 'NOT_AN_OBJECT', /JSON object/],
    [
      'an answer without a question',
      { Answer: { SelectedChoices: [] } },
      'MISSING_FIELD',
      /^Answer\.QuestionId is missing$/,
    ],
    [
      'a status there is not',
      getAnswer('x', { ChoiceAnswers: [{ ChoiceId: 'a', Status: 'MAYBE' }] }),
      'INVALID_FIELD',
      /^Answer\.ChoiceAnswers\.0\.Status: /,
    ],
    [
      'notes that are too long',
      getAnswer('x', { Notes: 'x'.repeat(2085) }),
      'INVALID_FIELD',
      /^Answer\.Notes: /,
    ],
    [
      'a text no database holds',
      getAnswer('x', { Notes: 'a\0b' }),
      'INVALID_FIELD',
      /NUL/,
    ],
    [
      'a summary with a mistake',
      { AnswerSummaries: [{ QuestionId: 'x' }, { QuestionId: 'y', Risk: 1 }] },
      'INVALID_FIELD',
      /^AnswerSummaries\.1\.Risk: /,
    ],
    ['the same question again', goal, 'DUPLICATE_QUESTION', /document 1/],
    [
      'another workload',
      getAnswer('x', {}, { WorkloadId: 'other' }),
      'MIXED_SOURCES',
      /^WorkloadId: is other, but 4f1c/,
    ],
    [
      'a milestone among current answers',
      getAnswer('x', {}, { MilestoneNumber: 2 }),
      'MIXED_SOURCES',
      /^MilestoneNumber: is 2, but 0/,
    ],
    [
      'a choice that is selected and is not',
      getAnswer('x', {
        SelectedChoices: ['x_a'],
        ChoiceAnswers: [{ ChoiceId: 'x_a', Status: 'UNSELECTED' }],
      }),
      'CONTRADICTORY_CHOICE',
      /"x_a"/,
    ],
  ])('names %s', (_, bad, code, message) => {
    expect(problemsOf(pretty(goal, bad, getAnswer('last')))).toEqual([
      [2, code, expect.stringMatching(message)],
    ]);
  });

  it('goes on behind what is no JSON', () => {
    const cut = pretty(getAnswer('cut')).slice(0, 300).trimEnd();
    expect(
      problemsOf(
        `${pretty(
          goal,
        )}An error occurred (ThrottlingException) "when\n${cut}\n${pretty(
          getAnswer('next'),
          { Workload: {} },
        )}`,
      ),
    ).toEqual([
      [2, 'INVALID_JSON', expect.stringMatching(/is not JSON/)],
      [3, 'INVALID_JSON', expect.stringMatching(/is not JSON/)],
      [5, 'UNKNOWN_DOCUMENT', expect.any(String)],
    ]);
  });

  it('stands what is made to break it', () => {
    const deep = '['.repeat(200_000);
    expect(problemsOf(deep)).toEqual([
      [1, 'NESTED_TOO_DEEPLY', expect.any(String)],
    ]);
    const many = problemsOf('x\n'.repeat(5_000));
    expect(many).toHaveLength(1_001);
    expect(many.at(-1)).toEqual([
      1_001,
      'TOO_MANY_DOCUMENTS',
      expect.any(String),
    ]);
    const odd = `{"Answer":{"QuestionId":"__proto__","SelectedChoices":["constructor"],"__proto__":{"Notes":"x"}},"__proto__":{"polluted":true}}`;
    const { lines } = parseAwsAnswers(odd, target);
    expect(lines.map(({ value }) => value)).toEqual([
      { ...said, question: '__proto__', selectedChoices: ['constructor'] },
    ]);
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
    expect(problemsOf('{"__proto__":{"Answer":{}}}')).toEqual([
      [1, 'UNKNOWN_DOCUMENT', expect.any(String)],
    ]);
  });
});
