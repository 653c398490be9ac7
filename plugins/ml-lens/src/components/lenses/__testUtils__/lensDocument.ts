// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import type { LensDocument } from '@ml-lens/lens-model';

/** A small lens with phases, in two languages. */
export const lensDocument: LensDocument = {
  schemaVersion: '2021-11-01',
  id: 'model-care',
  version: '1.0',
  name: 'Model care',
  description: 'Whether a model is looked after once it decides something.',
  phases: [
    {
      id: 'build',
      name: 'Build',
      description: 'Write down what the model is for.\n\nKeep it short.',
      crispDm: ['Business Understanding'],
      activities: ['Name who is affected.'],
      services: ['studio'],
    },
    {
      id: 'run',
      name: 'Run',
      description: 'Watch what the model does.',
      crispDm: ['Deployment'],
    },
  ],
  services: [
    {
      id: 'studio',
      name: 'Studio Classic',
      url: 'https://example.com/studio',
      status: 'RENAMED',
      replacedBy: 'Studio',
      statusCheckedOn: '2026-11-01',
    },
  ],
  pillars: [
    {
      id: 'care',
      name: 'Care',
      questions: [
        {
          id: 'purpose',
          title: 'Is the purpose written down?',
          description: 'One sentence that can be checked.',
          phase: 'build',
          choices: [
            {
              id: 'written',
              title: 'The purpose is written down',
              helpfulResource: { displayText: 'So that it can be checked.' },
              improvementPlan: {
                displayText: 'Write one sentence.',
                url: 'https://example.com/purpose',
              },
            },
            {
              id: 'reviewed',
              title: 'Somebody else reviewed it',
              improvementPlan: { displayText: 'Ask somebody else.' },
            },
            { id: 'purpose_no', title: 'None of these' },
          ],
          riskRules: [
            { condition: 'written && reviewed', risk: 'NO_RISK' },
            { condition: 'written', risk: 'MEDIUM_RISK' },
            { condition: 'default', risk: 'HIGH_RISK' },
          ],
        },
      ],
    },
    {
      id: 'watch',
      name: 'Watch',
      questions: [
        {
          id: 'drift',
          title: 'Is drift noticed?',
          phase: 'run',
          weight: 2,
          choices: [
            {
              id: 'alarm',
              title: 'An alarm says when the data drifts',
              improvementPlan: { displayText: 'Set an alarm.' },
            },
            { id: 'drift_no', title: 'None of these' },
          ],
          riskRules: [
            { condition: 'alarm', risk: 'NO_RISK' },
            { condition: 'default', risk: 'HIGH_RISK' },
          ],
        },
      ],
    },
  ],
  locales: { ja: { name: 'モデルの世話' } },
};
