// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import type { LensProblem } from '../LensProblem';
import type { LensChoice, LensDocument, LensQuestion } from '../document';

/** A choice with all an AWS lens needs. */
export function aChoice(
  id: string,
  more: Partial<LensChoice> = {},
): LensChoice {
  return {
    id,
    title: `Do ${id}`,
    helpfulResource: { displayText: 'Why', url: 'https://example.com/why' },
    improvementPlan: { displayText: 'How', url: 'https://example.com/how' },
    ...more,
  };
}

/** A question of `first`, `second` and none of these, with three rules. */
export function aQuestion(
  id: string,
  more: Partial<Record<keyof LensQuestion, unknown>> = {},
): LensQuestion {
  return {
    id,
    title: 'How do you do it?',
    description: 'About doing it.',
    choices: [
      aChoice('first'),
      aChoice('second'),
      { id: `${id}_no`, title: 'None of these' },
    ],
    riskRules: [
      { condition: 'first && second', risk: 'NO_RISK' },
      { condition: 'first', risk: 'MEDIUM_RISK' },
      { condition: 'default', risk: 'HIGH_RISK' },
    ],
    ...more,
  } as LensQuestion;
}

/** An AWS lens of one pillar with the given questions. */
export function aLens(
  more: object = {},
  questions: readonly unknown[] = [aQuestion('question')],
): LensDocument {
  return {
    schemaVersion: '2021-11-01',
    name: 'A lens',
    description: 'For tests.',
    pillars: [{ id: 'pillar', name: 'A pillar', questions }],
    ...more,
  } as LensDocument;
}

/** A lens that uses everything of the superset. */
export function aSuperset(): LensDocument {
  return aLens(
    {
      $schema: './lens.schema.json',
      id: 'a-lens',
      version: '2026.1',
      phases: [
        {
          id: 'goal',
          name: 'Goal',
          description: 'Say **why**.',
          crispDm: ['Business Understanding'],
          activities: ['Ask', 'Decide'],
          services: ['sage-maker'],
        },
        { id: 'build', name: 'Build' },
      ],
      services: [
        {
          id: 'sage-maker',
          name: 'SageMaker',
          url: 'https://example.com/sagemaker',
          status: 'RENAMED',
          replacedBy: 'SageMaker AI',
          note: 'It has a new name.',
          statusCheckedOn: '2026-01-31',
        },
      ],
      stackLayers: [
        {
          id: 'ai-services',
          name: 'AI services',
          suits: 'Teams in a hurry',
          skill: 'low',
          timeToMarket: 'shortest',
          customization: 'least',
          moot: [
            { question: 'goal_q', choice: 'first', reason: 'Nothing to train' },
            { question: 'build_q', reason: 'Nothing to build' },
          ],
        },
      ],
      levels: [
        { name: 'Low', from: 0 },
        { name: 'High', from: 50, noHigh: true },
      ],
      locales: {
        ja: {
          name: 'レンズ',
          description: '試験用。',
          phases: { goal: { name: '目標', activities: ['聞く', '決める'] } },
          services: { 'sage-maker': { note: '新しい名前です。' } },
          stackLayers: { 'ai-services': { moot: ['学習なし', '構築なし'] } },
          pillars: { pillar: { name: '柱' } },
          questions: {
            goal_q: {
              title: '目標は？',
              choices: {
                first: {
                  title: '一つ目',
                  helpfulResource: '理由',
                  improvementPlan: { displayText: '方法' },
                },
              },
            },
          },
          '/pillars/0/questions/1/title': '構築は？',
        },
      },
    },
    [
      aQuestion('goal_q', {
        phase: 'goal',
        weight: 2,
        choices: [
          aChoice('first', { origin: 'article', riskLevel: 'HIGH' }),
          aChoice('second', {
            additionalResources: [
              {
                type: 'HELPFUL_RESOURCE',
                content: [{ displayText: 'More', url: 'http://example.com' }],
              },
            ],
          }),
          { id: 'goal_q_no', title: 'None of these' },
        ],
      }),
      aQuestion('build_q', { phase: 'build', crispDm: ['Modeling'] }),
    ],
  );
}

/** `CODE /pointer` of each problem, for short expectations. */
export function brief(problems: readonly LensProblem[]): string[] {
  return problems.map(({ code, pointer }) => `${code} ${pointer}`);
}
