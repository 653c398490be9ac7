// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import type {
  MlLensResponse,
  OperationId,
} from '@ml-lens/backstage-plugin-ml-lens-common';
import { NotFoundError } from '@backstage/errors';
import type { AnyZodObject, z as ZodV3 } from 'zod/v3';

/** Calls an operation for whoever the action runs for. */
export type CallOperation = <Id extends OperationId>(
  operation: Id,
  request: {
    path?: Record<string, string>;
    query?: Record<string, unknown>;
    body?: unknown;
  },
) => Promise<MlLensResponse<Id>>;

/** An action that puts the answers of several operations together. */
export interface CombinedAction<Input = any> {
  name: string;
  title: string;
  description: string;
  input: (zod: typeof ZodV3) => AnyZodObject;
  run(call: CallOperation, input: Input): Promise<unknown>;
}

interface ReviewInput {
  workloadId: string;
  lensId: string;
}

const reviewOf = (zod: typeof ZodV3) => ({
  workloadId: zod.string(),
  lensId: zod.string(),
});

const getTimeline: CombinedAction<ReviewInput & { at?: string }> = {
  name: 'get-timeline',
  title: 'Get the lifecycle timeline',
  description:
    'Get where each phase of the ML lifecycle stands, with its iterations, target dates and milestones.',
  input: zod =>
    zod
      .object({
        ...reviewOf(zod),
        at: zod.string().optional().describe('A past instant instead of now'),
      })
      .strict(),
  async run(call, { at, ...path }) {
    const review = await call('getReview', { path, query: { at } });
    const { lens, at: instant, phases, milestones } = review;
    return { lens, at: instant, phases, milestones };
  },
};

const listQuestions: CombinedAction<
  ReviewInput & { pillar?: string; phase?: string; risk?: string }
> = {
  name: 'list-questions',
  title: 'List the questions of a review',
  description:
    'List the questions of a review with their practices (choices), risk and revision: where to begin before propose-answers. get-question tells more of one.',
  input: zod =>
    zod
      .object({
        ...reviewOf(zod),
        pillar: zod.string().optional().describe('Only of this pillar, by id'),
        phase: zod.string().optional().describe('Only of this phase, by id'),
        risk: zod
          .enum(['UNANSWERED', 'HIGH', 'MEDIUM', 'NONE', 'NOT_APPLICABLE'])
          .optional()
          .describe('Only at this risk'),
      })
      .strict(),
  async run(call, { workloadId, lensId, pillar, phase, risk }) {
    const { review, lens } = await reviewWithLens(call, { workloadId, lensId });
    const questions = lens.pillars.flatMap(({ id, questions: asked }) =>
      asked.map(question => ({ pillar: id, question })),
    );
    return {
      lens: review.lens,
      questions: questions
        .filter(
          each =>
            (pillar === undefined || each.pillar === pillar) &&
            (phase === undefined || each.question.phase === phase) &&
            (risk === undefined ||
              review.answers[each.question.id]?.risk === risk),
        )
        .map(({ pillar: of, question }) => ({
          questionId: question.id,
          title: question.title,
          pillar: of,
          phase: question.phase ?? null,
          choices: question.choices.map(({ id, title }) => ({ id, title })),
          selectedChoices: review.answers[question.id]?.selectedChoices ?? [],
          risk: review.answers[question.id]?.risk ?? 'UNANSWERED',
          revision: review.answers[question.id]?.revision ?? 0,
        })),
    };
  },
};

const getQuestion: CombinedAction<ReviewInput & { questionId: string }> = {
  name: 'get-question',
  title: 'Get a question of a review',
  description:
    'Get one question in full: its text, practices and their help, the answer that stands, what machines reported about it, and open proposals.',
  input: zod =>
    zod
      .object({
        ...reviewOf(zod),
        questionId: zod.string(),
      })
      .strict(),
  async run(call, { workloadId, lensId, questionId }) {
    const path = { workloadId, lensId };
    const { review, lens } = await reviewWithLens(call, path);
    const question = lens.pillars
      .flatMap(pillar => pillar.questions)
      .find(({ id }) => id === questionId);
    if (!question) {
      throw new NotFoundError(
        `The lens '${lensId}' version '${review.lens.version}' has no question '${questionId}'`,
      );
    }
    // A review that nobody has begun has neither.
    const begun = review.workload.lenses.includes(lensId);
    const [evidence, proposals] = begun
      ? await Promise.all([
          call('listEvidence', { path, query: { question: questionId } }),
          call('listProposals', {
            path,
            query: { question: questionId, status: ['OPEN'], limit: 20 },
          }),
        ])
      : [{ items: [] }, { items: [] }];
    return {
      lens: review.lens,
      question,
      answer: review.answers[questionId],
      evidence: evidence.items,
      proposals: proposals.items,
    };
  },
};

const checkGate: CombinedAction<ReviewInput & { gateId: string; at?: string }> =
  {
    name: 'check-gate',
    title: 'Check a gate',
    description:
      'Check whether the work may go on at a gate: what was decided, and what it asks for.',
    input: zod =>
      zod
        .object({
          ...reviewOf(zod),
          gateId: zod.string(),
          at: zod.string().optional(),
        })
        .strict(),
    async run(call, { at, gateId, ...path }) {
      const { items, at: instant } = await call('listGates', {
        path,
        query: { at },
      });
      const state = items.find(({ gate }) => gate.id === gateId);
      if (!state) {
        const known = items.map(({ gate }) => gate.id).join(', ');
        throw new NotFoundError(
          `The review has no gate '${gateId}'; ${
            known ? `its gates are ${known}` : 'its lens has no gates'
          }`,
        );
      }
      const { gate, met, requests, requirements, status } = state;
      return {
        go: status === 'GO' || status === 'GO_WITH_CONDITIONS',
        at: instant,
        gate,
        status,
        met,
        requirements,
        latestRequest: requests.at(0) ?? null,
      };
    },
  };

/** A review, and its lens at the version the review is at. */
async function reviewWithLens(call: CallOperation, path: ReviewInput) {
  const review = await call('getReview', { path: { ...path } });
  const lens = await call('getLens', {
    path: { lensId: path.lensId },
    query: { version: review.lens.version },
  });
  return { review, lens };
}

export const COMBINED_ACTIONS: readonly CombinedAction[] = [
  listQuestions,
  getQuestion,
  getTimeline,
  checkGate,
];
