// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { type ReviewDiff } from '@ml-lens/backstage-plugin-ml-lens-common';
import {
  type Milestone,
  type ReviewEvent,
  emptyAnswerState,
} from '@ml-lens/lens-model';
import {
  type MockAnswers,
  mlLensApiMock,
} from '../../../../testing/mlLensApiMock';
import { createReviewApi } from '../../__testUtils__/renderReview';
import type { ReviewFixture } from '../../__testUtils__/fixture';
import type { ScoreHistory } from '../score/scoreLayout';

const by = 'user:default/mika';

export const kickOff: Milestone = {
  id: 'kick-off',
  name: 'Kick-off done',
  note: 'Agreed with sales.',
  recordedAt: '2026-04-01T09:00:00.000Z',
  recordedBy: by,
  lensVersion: '1',
  score: 20,
  coverage: 0.5,
  level: 'Initial',
};

export const scoreHistory: ScoreHistory = {
  points: [
    {
      at: '2026-03-02T09:00:00.000Z',
      seq: 1,
      score: 20,
      coverage: 0.25,
      level: 'Not assessed',
    },
    {
      at: '2026-04-01T09:00:00.000Z',
      seq: 2,
      score: 20,
      coverage: 0.5,
      level: 'Initial',
    },
    {
      at: '2026-05-04T09:00:00.000Z',
      seq: 3,
      score: 60,
      coverage: 0.75,
      level: 'Defined',
    },
  ],
  milestones: [kickOff],
  upgrades: [{ at: '2026-05-04T09:00:00.000Z', from: '0.9', to: '1' }],
};

const labelled = { ...emptyAnswerState(), selectedChoices: ['label_no'] };

export const diff: ReviewDiff = {
  from: {
    at: kickOff.recordedAt,
    lensVersion: '1',
    milestone: { id: kickOff.id, name: kickOff.name },
    score: 20,
    coverage: 0.5,
    level: 'Initial',
    counts: { UNANSWERED: 2, HIGH: 1, MEDIUM: 0, NONE: 1, NOT_APPLICABLE: 0 },
  },
  to: {
    at: '2026-06-30T12:00:00.000Z',
    lensVersion: '1',
    milestone: null,
    score: 60,
    coverage: 0.75,
    level: 'Defined',
    counts: { UNANSWERED: 1, HIGH: 0, MEDIUM: 1, NONE: 2, NOT_APPLICABLE: 0 },
  },
  gates: [
    {
      gate: 'ready',
      name: 'Data ready',
      number: 1,
      decision: 'GO',
      decidedAt: '2026-05-04T09:00:00.000Z',
      decidedBy: 'user:default/lena',
    },
  ],
  questions: [
    {
      questionId: 'label',
      title: 'How is data labelled?',
      pillar: 'quality',
      phase: 'prepare',
      kind: 'CHANGED',
      before: {
        risk: 'HIGH',
        state: labelled,
        updatedAt: null,
        updatedBy: null,
      },
      after: {
        risk: 'MEDIUM',
        state: {
          ...labelled,
          selectedChoices: ['label_1'],
          notes: 'By two people | *each*',
        },
        updatedAt: '2026-05-04T09:00:00.000Z',
        updatedBy: by,
      },
      selected: ['label_1'],
      deselected: ['label_no'],
    },
    {
      questionId: 'gone',
      title: 'What is gone?',
      pillar: 'quality',
      phase: null,
      kind: 'REMOVED',
      before: { risk: 'NONE', state: null, updatedAt: null, updatedBy: null },
      after: null,
      selected: [],
      deselected: [],
    },
  ],
  pillars: [
    { id: 'quality', before: 25, after: 75 },
    { id: 'cost', before: 0, after: 0 },
  ],
  phases: [
    { id: 'prepare', before: 33, after: 66 },
    { id: 'evaluate', before: null, after: 0 },
  ],
};

function event(
  seq: number,
  part: Pick<ReviewEvent, 'type' | 'after'> & Partial<ReviewEvent>,
): ReviewEvent {
  return {
    seq,
    at: `2026-05-0${seq}T09:00:00.000Z`,
    by,
    source: 'USER',
    lensVersion: '1',
    questionId: null,
    phaseId: null,
    before: null,
    ...part,
  };
}

/** Newest first, one of every kind. */
export const events: ReviewEvent[] = [
  event(6, {
    type: 'LENS_UPGRADED',
    source: 'UPGRADE',
    before: { lensVersion: '0.9' },
    after: { lensVersion: '1', answers: { label: null } },
  }),
  event(5, {
    type: 'MILESTONE_RECORDED',
    after: { id: 'x', name: 'Launch', note: 'At last.' },
  }),
  event(4, {
    type: 'TARGET_SET',
    phaseId: 'prepare',
    after: { targetDate: '2026-12-15' },
  }),
  event(3, {
    type: 'ITERATION_STARTED',
    phaseId: 'evaluate',
    after: { reason: 'Drift' },
  }),
  event(2, {
    type: 'ANSWERED',
    questionId: 'label',
    before: labelled,
    after: { ...labelled, selectedChoices: ['label_1'], notes: 'By hand' },
  }),
  event(1, {
    type: 'ANSWERED',
    source: 'IMPORT',
    questionId: 'label',
    after: labelled,
  }),
];

/**
 * The review API with what the journey asks for on top. The history is given in
 * pages of four.
 */
export function createJourneyApi(fixture: Partial<ReviewFixture> = {}) {
  const answers: MockAnswers = {
    getScoreHistory: () => scoreHistory,
    getReviewDiff: () => diff,
    listHistory: ({ query }) => {
      const matching = events.filter(
        ({ questionId }) => !query.question || questionId === query.question,
      );
      const start = Number(query.cursor ?? 0);
      const end = start + 4;
      return {
        items: matching.slice(start, end),
        totalItems: matching.length,
        pageInfo: end < matching.length ? { nextCursor: String(end) } : {},
      };
    },
    recordMilestone: ({ body }) => ({ ...kickOff, id: 'new', ...body }),
    listWaivers: () => ({
      items: [
        {
          id: 'w1',
          questionId: 'label',
          status: 'APPROVED',
          reason: 'The labels are bought anew',
          expiresAt: '2026-09-01T00:00:00.000Z',
          requestedAt: '2026-05-01T09:00:00.000Z',
          requestedBy: by,
          decidedAt: '2026-05-02T09:00:00.000Z',
          decidedBy: 'user:default/lena',
          decisionNote: 'Until the contract is signed',
          endedAt: null,
        },
      ],
    }),
    listImprovements: () => ({
      score: 20,
      items: [
        {
          questionId: 'label',
          choiceId: 'label_1',
          risk: 'HIGH',
          scoreIfDone: 40,
          gain: 20,
          together: [],
          revision: 1,
          status: 'IN_PROGRESS',
          assignee: by,
          dueDate: '2026-08-01',
          link: null,
          needsAnswer: false,
          updatedAt: null,
          updatedBy: null,
        },
      ],
    }),
  };
  return mlLensApiMock(answers, createReviewApi(fixture).call);
}
