// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import {
  applyEvent,
  initialReviewState,
  ReviewEvent,
  ReviewState,
} from '@ml-lens/lens-model';
import { setImmediate } from 'node:timers/promises';
import { MilestoneRow, ScorecardHistoryRow } from '../rows';
import { addToDays } from './historyDays';
import {
  figuresOf,
  historyRowOf,
  Projection,
  projectionOf,
  ReviewContext,
  ReviewFigures,
} from './projection';

/** What events make of a review. */
export interface Fold {
  state: ReviewState;
  figures: ReviewFigures;
  projection: Projection;
  /**
   * One row for each day with an event, each but the last with its end; before
   * the first event of a review the row of the beginning, numbered 0.
   */
  history: ScorecardHistoryRow[];
  milestones: MilestoneRow[];
}

/**
 * Applies events to a review, in order. Writing one answer, importing years of
 * them and rebuilding everything all come here, so they cannot disagree.
 *
 * @param state - the review before the events
 * @param events - numbered on from the state's last event
 */
export function foldEvents(
  context: ReviewContext,
  state: ReviewState,
  events: readonly ReviewEvent[],
): Fold {
  const history: ScorecardHistoryRow[] = [];
  const milestones: MilestoneRow[] = [];
  let current = state;
  if (state.lastSeq === 0) {
    current = initialReviewState(versionBefore(events, state.lensVersion));
    history.push(historyRowOf(context, current, figuresOf(context, current)));
  }
  let figures: ReviewFigures | undefined;
  for (const event of events) {
    current = applyEvent(context.lens, current, event);
    figures = figuresOf(context, current);
    addToDays(history, historyRowOf(context, current, figures));
    if (event.type === 'MILESTONE_RECORDED') {
      milestones.push(milestoneRowOf(context, current, figures, event));
    }
  }
  figures ??= figuresOf(context, current);
  return {
    state: current,
    figures,
    projection: projectionOf(context, current, figures),
    history,
    milestones,
  };
}

/** Events folded before others of the process get their turn. */
const EVENTS_PER_STEP = 100;

/**
 * {@link foldEvents} for histories of any length: a replica goes on answering
 * meanwhile.
 *
 * @param keepAlive - called between steps: a transaction in which nothing
 *   happens for too long is ended by the database
 */
export async function foldHistory(
  context: ReviewContext,
  state: ReviewState,
  events: readonly ReviewEvent[],
  keepAlive: () => PromiseLike<unknown>,
): Promise<Fold> {
  const history: ScorecardHistoryRow[] = [];
  const milestones: MilestoneRow[] = [];
  let fold = foldEvents(context, state, events.slice(0, EVENTS_PER_STEP));
  for (let done = EVENTS_PER_STEP; ; done += EVENTS_PER_STEP) {
    for (const row of fold.history) {
      addToDays(history, row);
    }
    milestones.push(...fold.milestones);
    if (done >= events.length) {
      return { ...fold, history, milestones };
    }
    await setImmediate();
    await keepAlive();
    const step = events.slice(done, done + EVENTS_PER_STEP);
    fold = foldEvents(context, fold.state, step);
  }
}

/** The lens version a review began with. */
export function versionBefore(
  events: readonly ReviewEvent[],
  fallback: string,
): string {
  const first = events.at(0);
  if (first?.type === 'LENS_UPGRADED') {
    return (first.before as { lensVersion: string }).lensVersion;
  }
  return first?.lensVersion ?? fallback;
}

function milestoneRowOf(
  context: ReviewContext,
  state: ReviewState,
  { scorecard }: ReviewFigures,
  event: ReviewEvent,
): MilestoneRow {
  const { id, name, note } = event.after as {
    id: string;
    name: string;
    note: string;
  };
  return {
    milestone_id: id,
    review_id: context.reviewId,
    name,
    note,
    at_seq: event.seq,
    recorded_at: event.at,
    recorded_by: event.by,
    lens_version: state.lensVersion,
    score: scorecard.score,
    coverage: scorecard.coverage,
    level: scorecard.level,
    scorecard: JSON.stringify(scorecard),
  };
}
