// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import {
  AnswerState,
  emptyAnswerState,
  formatHistoryLine,
  HistoryLine,
  ReviewEvent,
} from '@ml-lens/lens-model';
import type { Deps } from '../deps';
import type { GateRequestRow } from '../gates/GateStore';
import { ReviewRow } from '../reviews/rows';

/** Events read at a time. */
const EVENTS_PER_STEP = 500;

/** Gives the history of a workload in the format it can be imported from. */
export class HistoryExporter {
  constructor(
    private readonly deps: Pick<
      Deps,
      'knex' | 'lenses' | 'reviews' | 'workloads'
    >,
  ) {}

  /**
   * The history of a workload as JSON Lines: its profile, then its reviews one
   * after the other, each from its first event on.
   *
   * @throws NotFoundError, before anything is given, when the workload is
   * missing
   */
  async *export(workloadId: string): AsyncGenerator<string> {
    const { profile } = await this.deps.workloads.workload(workloadId);
    if (profile.updatedAt !== null && profile.updatedBy !== null) {
      yield toText({
        type: 'profile',
        workload: workloadId,
        layer: profile.layer,
        skill: profile.skill,
        timeToMarket: profile.timeToMarket,
        customization: profile.customization,
        at: shortInstant(profile.updatedAt),
        by: profile.updatedBy,
      });
    }
    for (const review of await this.deps.reviews.reviewsOf(workloadId)) {
      yield* this.#reviewLines(review);
    }
  }

  /** What decisions at the gates of a review rest on, by gate and number. */
  async #basis(
    reviewId: string,
  ): Promise<Map<string, Record<string, unknown>>> {
    const rows: Pick<GateRequestRow, 'gate_id' | 'number' | 'basis'>[] =
      await this.deps
        .knex('gate_requests')
        .where('review_id', reviewId)
        .whereNotNull('basis')
        .select('gate_id', 'number', 'basis');
    return new Map(
      rows.map(row => [`${row.gate_id}/${row.number}`, JSON.parse(row.basis!)]),
    );
  }

  async *#reviewLines(review: ReviewRow): AsyncGenerator<string> {
    // What an import would take for the version where a line names none.
    let version = (await this.deps.lenses.latestPublished(review.lens_id))
      ?.version;
    const basis = await this.#basis(review.review_id);
    let fromSeq = 1;
    for (;;) {
      const events = await this.deps.reviews.events.from(review.review_id, {
        fromSeq,
        limit: EVENTS_PER_STEP,
      });
      for (const event of events) {
        const line = toLine(review, event, version, (gate, number) =>
          basis.get(`${gate}/${number}`),
        );
        if (line) {
          yield toText(line);
        }
        if (event.type === 'ANSWERED') {
          version = event.lensVersion;
        }
      }
      if (events.length < EVENTS_PER_STEP) {
        return;
      }
      fromSeq = events[events.length - 1].seq + 1;
    }
  }
}

function toLine(
  review: ReviewRow,
  event: ReviewEvent,
  version: string | undefined,
  basisOf: (
    gate: string,
    number: number,
  ) => Record<string, unknown> | undefined,
): HistoryLine | undefined {
  const common = { workload: review.workload_id, lens: review.lens_id };
  const when = { at: shortInstant(event.at), by: event.by };
  switch (event.type) {
    case 'CONFIRMED': {
      const { notes } = event.after as AnswerState;
      const before = event.before as AnswerState | null;
      return {
        type: 'confirmed',
        ...common,
        question: event.questionId!,
        ...(notes !== before?.notes && { notes }),
        ...when,
      };
    }
    case 'PHASE_SET': {
      const { phase } = event.after as { phase: string | null };
      return { type: 'phase', ...common, phase, ...when };
    }
    case 'MODEL_VERSION_REPORTED': {
      const { at, ...model } = event.after as {
        source: string;
        name: string;
        version: string;
        at: string;
        questions: string[];
      };
      return {
        type: 'model-version',
        ...common,
        ...model,
        versionAt: at,
        ...when,
      };
    }
    case 'GATE_REQUESTED':
    case 'GATE_DECIDED':
      return gateLine(event, { ...common, ...when }, basisOf);
    case 'ANSWERED': {
      // Nothing is said by one that was taken back.
      const state = (event.after as AnswerState | null) ?? emptyAnswerState();
      return {
        type: 'answer',
        ...common,
        ...(event.lensVersion !== version && {
          lensVersion: event.lensVersion,
        }),
        question: event.questionId!,
        ...when,
        ...(event.proposal && { proposal: event.proposal }),
        selectedChoices: state.selectedChoices,
        ...(state.notApplicableChoices.length > 0 && {
          notApplicableChoices: state.notApplicableChoices,
        }),
        ...(state.notApplicable && { notApplicable: state.notApplicable }),
        ...(state.notes && { notes: state.notes }),
        ...(state.evidence.length > 0 && { evidence: state.evidence }),
      };
    }
    case 'TARGET_SET': {
      const { targetDate, plannedStart } = event.after as {
        targetDate: string | null;
        plannedStart?: string | null;
      };
      return {
        type: 'target',
        ...common,
        phase: event.phaseId!,
        targetDate,
        ...(plannedStart !== undefined && { plannedStart }),
        ...when,
      };
    }
    case 'ITERATION_STARTED': {
      const { reason } = event.after as { reason: string };
      return {
        type: 'iteration',
        ...common,
        phase: event.phaseId!,
        reason,
        ...when,
      };
    }
    case 'MILESTONE_RECORDED': {
      const { name, note } = event.after as { name: string; note: string };
      return {
        type: 'milestone',
        ...common,
        name,
        ...(note && { note }),
        ...when,
      };
    }
    default:
      // An upgrade shows in the version of the answers that follow it.
      return undefined;
  }
}

/** A request at a gate, or the decision on it with what that rests on. */
function gateLine(
  event: ReviewEvent,
  common: Pick<HistoryLine, 'workload' | 'at' | 'by'> & { lens: string },
  basisOf: (
    gate: string,
    number: number,
  ) => Record<string, unknown> | undefined,
): HistoryLine {
  const { comment, conditions, decision, gate, name, number } = event.after as {
    gate: string;
    name: string;
    number: number;
    comment: string;
  } & Partial<Extract<HistoryLine, { type: 'gate-decision' }>>;
  const asked = {
    ...common,
    gate,
    number,
    name,
    phase: event.phaseId!,
    ...(comment && { comment }),
  };
  if (event.type === 'GATE_REQUESTED') {
    return { type: 'gate-request', ...asked };
  }
  const basis = basisOf(gate, number);
  return {
    type: 'gate-decision',
    ...asked,
    decision: decision!,
    ...(conditions && conditions.length > 0 && { conditions }),
    ...(basis && { basis }),
  };
}

function toText(line: HistoryLine): string {
  return `${formatHistoryLine(line)}\n`;
}

/** Instants as people write them: without milliseconds where there are none. */
function shortInstant(at: string): string {
  return at.replace(/\.000Z$/, 'Z');
}
