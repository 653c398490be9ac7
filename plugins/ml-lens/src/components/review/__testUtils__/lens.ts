// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { type HistoryLine, type LensDocument } from '@ml-lens/lens-model';

function question(
  id: string,
  title: string,
  phase: string | undefined,
  weight = 1,
) {
  return {
    id,
    title,
    ...(phase && { phase }),
    weight,
    choices: [
      { id: `${id}_1`, title: `${title} – first practice` },
      { id: `${id}_2`, title: `${title} – second practice` },
      { id: `${id}_no`, title: 'None of these' },
    ],
    riskRules: [
      { condition: `${id}_1 && ${id}_2`, risk: 'NO_RISK' as const },
      { condition: `${id}_1 || ${id}_2`, risk: 'MEDIUM_RISK' as const },
      { condition: 'default', risk: 'HIGH_RISK' as const },
    ],
  };
}

/** A small lens with everything the tab shows: phases, services, layers. */
export const fixtureLens: LensDocument = {
  schemaVersion: '2021-11-01',
  id: 'small-lens',
  version: '1',
  name: 'Small lens',
  description: 'For tests',
  phases: [
    {
      id: 'prepare',
      name: 'Preparation',
      description: 'Get the data **ready**.',
      crispDm: ['Data Preparation'],
      activities: ['Clean the data'],
      services: ['glue', 'old-service'],
    },
    {
      id: 'evaluate',
      name: 'Evaluation',
      crispDm: ['Evaluation', 'Deployment'],
    },
  ],
  services: [
    {
      id: 'glue',
      name: 'AWS Glue',
      url: 'https://aws.amazon.com/glue/',
      status: 'CURRENT',
    },
    {
      id: 'old-service',
      name: 'Old Service',
      url: 'https://aws.amazon.com/old/',
      status: 'CLOSED_TO_NEW_CUSTOMERS',
      replacedBy: 'New Service',
      statusCheckedOn: '2026-10-01',
    },
  ],
  stackLayers: [
    {
      id: 'ai-services',
      name: 'AI services',
      skill: 'low',
      timeToMarket: 'shortest',
      customization: 'least',
      moot: [
        {
          question: 'clean',
          choice: 'clean_2',
          reason: 'The service cleans by itself.',
        },
        { question: 'compare', reason: 'There is one model only.' },
      ],
    },
    {
      id: 'frameworks',
      name: 'Frameworks',
      skill: 'high',
      timeToMarket: 'longest',
      customization: 'full',
    },
  ],
  pillars: [
    {
      id: 'quality',
      name: 'Quality',
      questions: [
        question('clean', 'How is data cleaned?', 'prepare', 1),
        question('label', 'How is data labelled?', 'prepare', 2),
        question('compare', 'How are models compared?', 'evaluate', 1),
      ],
    },
    {
      id: 'cost',
      name: 'Cost',
      questions: [question('spend', 'How is spending watched?', 'evaluate')],
    },
  ],
};

/** The same without phases and layers: a plain custom lens. */
export const plainLens: LensDocument = {
  schemaVersion: '2021-11-01',
  id: 'plain-lens',
  version: '1',
  name: 'Plain lens',
  description: 'For tests',
  pillars: [
    {
      id: 'quality',
      name: 'Quality',
      questions: [question('only', 'Is there but one question?', undefined)],
    },
  ],
};

const review = {
  workload: 'forecast',
  lens: 'small-lens',
  by: 'user:default/mika',
};

/** Preparation complete but for one high risk; evaluation not begun. */
export const fixtureHistory: HistoryLine[] = [
  {
    type: 'answer',
    ...review,
    at: '2026-03-02T09:00:00.000Z',
    question: 'clean',
    selectedChoices: ['clean_1', 'clean_2'],
  },
  {
    type: 'answer',
    ...review,
    at: '2026-03-20T09:00:00.000Z',
    question: 'label',
    selectedChoices: ['label_no'],
  },
  {
    type: 'target',
    ...review,
    at: '2026-03-20T10:00:00.000Z',
    phase: 'prepare',
    targetDate: '2026-05-01',
  },
  {
    type: 'milestone',
    ...review,
    at: '2026-04-01T09:00:00.000Z',
    name: 'Kick-off done',
  },
];
