// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import type { CompiledLens } from '../lens/compile';
import type { AnswerState, ReviewEvent } from '../model';
import { lensAt } from '../lens/announced';
import { emptyAnswerState } from '../scoring';
import { typedEvent, type LensUpgrade, type TypedReviewEvent } from './events';
import {
  afterAnswer,
  afterUpgrade,
  startByHand,
  type PhaseChange,
} from './iterations';
import { phaseStatusOf, risksOf, unconfirmedSince } from './phases';
import {
  type AnswerRecord,
  initialReviewState,
  type ReviewState,
} from './state';

/**
 * The state of a review after one more event. Pure, and the only place that
 * says what an event does: writing, rebuilding and looking back all come here.
 *
 * @param lens - finds a version of the review's lens; must throw for one that
 *   it does not know
 * @public
 */
export function applyEvent(
  lens: (version: string) => CompiledLens,
  state: ReviewState,
  event: ReviewEvent,
): ReviewState {
  const typed = typedEvent(event);
  const next: ReviewState = {
    ...state,
    ...changeBy(state, typed),
    // Every event says which lens version it was made with.
    lensVersion:
      typed.type === 'LENS_UPGRADED'
        ? typed.after.lensVersion
        : typed.lensVersion,
    lastSeq: typed.seq,
    lastAt: typed.at,
  };
  return withIterations(lens, state, next, typed);
}

/** What an event changes beside the iterations of phases. */
function changeBy(
  state: ReviewState,
  event: TypedReviewEvent,
): Partial<ReviewState> {
  const { at, by } = event;
  switch (event.type) {
    case 'ANSWERED':
      return answered(state, event, {
        state: event.after ?? emptyAnswerState(),
        updatedAt: at,
        updatedBy: by,
        ...(event.proposal && { proposal: event.proposal }),
      });
    case 'CONFIRMED':
      return answered(state, event, {
        // Without the answer before it: whoever looks back at a few events.
        ...(state.answers.get(event.questionId) ?? {
          updatedAt: at,
          updatedBy: by,
        }),
        state: event.after,
        confirmed: { at, by },
      });
    case 'LENS_UPGRADED': {
      const drops = Object.entries(event.after.answers).some(
        ([id, after]) => after === null && state.answers.has(id),
      );
      return {
        answers: upgradedAnswers(state, event.after, event),
        ...(drops && { lastDropSeq: event.seq }),
      };
    }
    case 'TARGET_SET': {
      const { targetDate, plannedStart } = event.after;
      return {
        targets: withDay(state.targets, event.phaseId, targetDate),
        ...(plannedStart !== undefined && {
          plannedStarts: withDay(
            state.plannedStarts,
            event.phaseId,
            plannedStart,
          ),
        }),
      };
    }
    case 'PHASE_SET': {
      const { phase } = event.after;
      return { phaseSet: phase === null ? null : { phase, at, by } };
    }
    default:
      return {};
  }
}

function answered(
  state: ReviewState,
  event: TypedReviewEvent & { questionId: string },
  answer: Omit<AnswerRecord, 'revision'>,
): Partial<ReviewState> {
  const { questionId } = event;
  const revision = nextRevision(state, questionId);
  return {
    answers: new Map(state.answers).set(questionId, { ...answer, revision }),
    answeredAt: answeredAtAfter(state, event),
  };
}

/**
 * The state of a review after all of its events, from the beginning.
 *
 * @param events - in the order of their `seq`
 * @param lensVersion - the version a review without events is of
 * @public
 */
export function replay(
  lens: (version: string) => CompiledLens,
  events: Iterable<ReviewEvent>,
  lensVersion: string,
): ReviewState {
  let state = initialReviewState(lensVersion);
  for (const event of events) {
    state = applyEvent(lens, state, event);
  }
  return state;
}

/**
 * The revision of a question's next answer. One that an upgrade dropped and
 * that comes back goes on above every number it can have had: no answer has
 * more revisions than there are events. Whoever still has the old one open must
 * not be taken for having seen the new one.
 */
function nextRevision(state: ReviewState, questionId: string): number {
  return (state.answers.get(questionId)?.revision ?? state.lastDropSeq) + 1;
}

/**
 * When a review was last answered, after one more answer. Those that a move
 * from another lens fills in, or that taking it back empties, are nobody's
 * fresh look; only where there was none before do they start the clock.
 */
function answeredAtAfter(
  { answeredAt }: ReviewState,
  { at, source }: TypedReviewEvent,
): string {
  return source === 'UPGRADE' || source === 'UNDO' ? answeredAt ?? at : at;
}

function upgradedAnswers(
  state: ReviewState,
  upgrade: LensUpgrade,
  { at, by }: TypedReviewEvent,
): ReviewState['answers'] {
  const answers = new Map(state.answers);
  for (const [questionId, after] of Object.entries(upgrade.answers)) {
    if (after === null) {
      answers.delete(questionId);
    } else {
      answers.set(questionId, {
        revision: nextRevision(state, questionId),
        state: after,
        updatedAt: at,
        updatedBy: by,
      });
    }
  }
  return answers;
}

/** The days of phases with another one, or null for none, of one of them. */
function withDay(
  days: ReadonlyMap<string, string>,
  phaseId: string,
  day: string | null,
): ReadonlyMap<string, string> {
  const changed = new Map(days);
  if (day === null) {
    changed.delete(phaseId);
  } else {
    changed.set(phaseId, day);
  }
  return changed;
}

/** Whether an answer says something else than the one before it. */
function saysMore(before: ReviewState, event: TypedReviewEvent): boolean {
  if (event.type !== 'ANSWERED') {
    return false;
  }
  const said = (state: AnswerState = emptyAnswerState()) =>
    JSON.stringify([
      [...state.selectedChoices].sort(),
      state.notApplicableChoices.map(({ choiceId }) => choiceId).sort(),
      state.notApplicable !== null,
    ]);
  return (
    said(before.answers.get(event.questionId)?.state) !==
    said(event.after ?? undefined)
  );
}

/** Brings the iterations of the phases an event touches up to date. */
function withIterations(
  lens: (version: string) => CompiledLens,
  before: ReviewState,
  after: ReviewState,
  event: TypedReviewEvent,
): ReviewState {
  const touched = phaseTouchedBy(lens, after, event);
  // Judged as of their own instants: what was announced may count by now.
  const oldLens = lensAt(lens(before.lensVersion), before.lastAt);
  const newLens = lensAt(lens(after.lensVersion), event.at);
  const everyPhase = oldLens !== newLens || event.type === 'LENS_UPGRADED';
  if (!everyPhase && touched === null) {
    return after;
  }
  const oldRisks = risksOf(oldLens, before);
  const newRisks = risksOf(newLens, after);

  const phases = new Map(before.phases);
  const ids = new Set(everyPhase ? newLens.phases.map(phase => phase.id) : []);
  if (touched !== null) {
    ids.add(touched);
  }
  for (const id of ids) {
    const iterations = before.phases.get(id)?.iterations ?? [];
    const change: PhaseChange = {
      before: phaseStatusOf(oldLens, id, oldRisks),
      after: phaseStatusOf(newLens, id, newRisks),
      saysMore: saysMore(before, event),
      isConfirmedSince: instant =>
        unconfirmedSince(newLens, after, id, instant).length === 0,
    };
    let result;
    if (id !== touched) {
      result = afterUpgrade(iterations, change, event);
    } else if (event.type === 'ITERATION_STARTED') {
      result = startByHand(iterations, change.after, event.after.reason, event);
    } else {
      result = afterAnswer(iterations, change, event);
    }
    if (result !== iterations) {
      phases.set(id, { iterations: result });
    }
  }
  return { ...after, phases };
}

/** The one phase an answer or a start by hand is about. */
function phaseTouchedBy(
  lens: (version: string) => CompiledLens,
  state: ReviewState,
  event: TypedReviewEvent,
): string | null {
  switch (event.type) {
    case 'ANSWERED':
    case 'CONFIRMED':
      return (
        lens(state.lensVersion).question(event.questionId)?.phaseId ?? null
      );
    case 'ITERATION_STARTED':
      return event.phaseId;
    default:
      return null;
  }
}
