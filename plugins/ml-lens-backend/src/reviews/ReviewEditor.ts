// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { InputError, NotFoundError } from '@backstage/errors';
import {
  PutAnswerBody,
  type MlLensRequest,
  type MlLensResponse,
} from '@ml-lens/backstage-plugin-ml-lens-common';
import { CompiledLens, PhaseState, phaseStatesOf } from '@ml-lens/lens-model';
import { becomesDue, currentPhaseOf } from '@ml-lens/lens-model/due';
import { answerAfter, answeredEvent } from './answered';
import type { ReviewKey } from './ReviewStore';
import { staleRevision } from '../errors';
import { actorOf, type CallerCredentials } from '../auth/caller';
import { NewEvent, ReviewWriter, WrittenReview } from './ReviewWriter';
import { answerOf } from './views';

/** Changes to reviews: each is an event and what follows from it. */
export class ReviewEditor {
  constructor(private readonly writer: ReviewWriter) {}

  /**
   * Stores the answer of a question. Choices and applicability are replaced;
   * notes and evidence stay where they are left out. The same answer once more
   * changes nothing.
   *
   * @throws InputError naming the field, for choices that do not go together
   * @throws NotFoundError when the lens has no such question
   * @throws StaleWriteError when the writer saw another revision
   */
  async putAnswer(
    { workloadId, lensId, questionId }: ReviewKey & { questionId: string },
    body: PutAnswerBody,
    credentials: CallerCredentials,
  ): Promise<MlLensResponse<'putAnswer'>> {
    const written = await this.#write(
      { workloadId, lensId },
      credentials,
      ({ state, lens }) => {
        const question = lens.question(questionId);
        if (!question) {
          throw new NotFoundError(
            `The lens '${lensId}' version '${lens.version}' has no question '${questionId}'`,
          );
        }
        const record = state.answers.get(questionId);
        if ((record?.revision ?? 0) !== body.revision) {
          throw staleRevision(
            'The answer',
            answerOf(lens, questionId, record),
            body,
          );
        }
        return answeredEvent(question, record, answerAfter(record, body));
      },
    );
    const { lens, fold } = written;
    return {
      answer: answerOf(lens, questionId, fold.state.answers.get(questionId)),
      scorecard: fold.figures.scorecard,
      phases: phasesOf(written),
      ...enteredBy(written),
    };
  }

  /**
   * Says which phase the review is in; null leaves it to the timeline. Saying
   * the same again changes nothing.
   *
   * @throws InputError when the lens has no such phase
   */
  async putPhase(
    key: ReviewKey,
    phase: string | null,
    credentials: CallerCredentials,
  ): Promise<MlLensResponse<'putReviewPhase'>> {
    const written = await this.#write(key, credentials, ({ lens, state }) => {
      if (phase !== null && !lens.phases.some(({ id }) => id === phase)) {
        throw new InputError(
          `Invalid body: phase: the lens '${lens.id}' version '${lens.version}' has no phase '${phase}'`,
        );
      }
      const before = state.phaseSet?.phase ?? null;
      return before === phase
        ? undefined
        : {
            type: 'PHASE_SET',
            phaseId: phase,
            before: { phase: before },
            after: { phase },
          };
    });
    const { scorecard } = written.fold.figures;
    return {
      currentPhase: scorecard.currentPhase,
      scorecard,
      ...enteredBy(written),
    };
  }

  /**
   * Starts the next iteration of a phase by hand.
   *
   * @throws NotFoundError when the lens has no such phase
   */
  async startIteration(
    { phaseId, ...key }: ReviewKey & { phaseId: string },
    reason: string,
    credentials: CallerCredentials,
  ): Promise<PhaseState[]> {
    return phasesOf(
      await this.#write(key, credentials, ({ lens }) => {
        requirePhase(lens, phaseId);
        return { type: 'ITERATION_STARTED', phaseId, after: { reason } };
      }),
    );
  }

  /**
   * Sets the days on which a phase is to begin and to be complete, or clears
   * them with null; a start that is left out stays.
   *
   * @throws NotFoundError when the lens has no such phase
   * @throws InputError for one that would begin after it is complete
   */
  async putPhaseTarget(
    { phaseId, ...key }: ReviewKey & { phaseId: string },
    { targetDate, plannedStart }: MlLensRequest<'putPhaseTarget'>['body'],
    credentials: CallerCredentials,
  ): Promise<PhaseState[]> {
    return phasesOf(
      await this.#write(key, credentials, ({ lens, state }) => {
        requirePhase(lens, phaseId);
        const planned = state.plannedStarts.get(phaseId) ?? null;
        const start = plannedStart === undefined ? planned : plannedStart;
        if (start !== null && targetDate !== null && start > targetDate) {
          throw new InputError(
            `Invalid body: plannedStart: ${start} is after the target date, ${targetDate}`,
          );
        }
        return {
          type: 'TARGET_SET',
          phaseId,
          before: {
            targetDate: state.targets.get(phaseId) ?? null,
            ...(start !== planned && { plannedStart: planned }),
          },
          after: {
            targetDate,
            ...(start !== planned && { plannedStart: start }),
          },
        };
      }),
    );
  }

  async #write(
    { workloadId, lensId }: ReviewKey,
    credentials: CallerCredentials,
    decide: (
      review: Parameters<Parameters<ReviewWriter['append']>[2]>[0],
    ) => Omit<NewEvent, 'by' | 'source'> | undefined,
  ): Promise<WrittenReview> {
    return await this.writer.append(workloadId, lensId, review => {
      const event = decide(review);
      return event
        ? [{ ...event, by: actorOf(credentials), source: 'USER' }]
        : [];
    });
  }
}

function phasesOf({ lens, at, fold: { state } }: WrittenReview): PhaseState[] {
  return phaseStatesOf(lens, state, at);
}

/** The later phase a write moved a review to, with what became due there. */
function enteredBy({
  before,
  lens,
  fold,
}: WrittenReview): Pick<MlLensResponse<'putReviewPhase'>, 'entered'> {
  const phase = currentPhaseOf(lens, fold.state);
  const from = currentPhaseOf(lens, before);
  const place = (id: string | null) =>
    lens.phases.findIndex(other => other.id === id);
  return phase !== null && place(phase) > place(from)
    ? { entered: { phase, due: becomesDue(lens, from, phase) } }
    : {};
}

function requirePhase(lens: CompiledLens, phaseId: string): void {
  if (!lens.phases.some(({ id }) => id === phaseId)) {
    throw new NotFoundError(
      `The lens '${lens.id}' version '${lens.version}' has no phase '${phaseId}'`,
    );
  }
}
