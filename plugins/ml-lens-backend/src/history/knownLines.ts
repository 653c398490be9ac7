// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import type { ReviewEvent } from '@ml-lens/lens-model';
import { isDeepStrictEqual } from 'node:util';
import { answerAfter } from '../reviews/answered';
import type { ReviewLine } from './eventsOfLines';

/**
 * The lines of a review that are not in its history yet, so that a file
 * imported twice, or one that has grown since, adds what is new and nothing
 * else. Each event stands for one line.
 *
 * @param stored - events of the review, those of the instants of the lines
 */
export function unknownLines(
  lines: readonly ReviewLine[],
  stored: readonly ReviewEvent[],
): ReviewLine[] {
  const byInstant = Map.groupBy(stored, event => event.at);
  return lines.filter(({ value }) => {
    const events = byInstant.get(value.at) ?? [];
    const index = events.findIndex(event => isOf(event, value));
    if (index >= 0) {
      events.splice(index, 1);
    }
    return index < 0;
  });
}

function isOf(event: ReviewEvent, line: ReviewLine['value']): boolean {
  if (event.by !== line.by) {
    return false;
  }
  switch (line.type) {
    case 'answer':
      return (
        event.type === 'ANSWERED' &&
        event.questionId === line.question &&
        [undefined, event.lensVersion].includes(line.lensVersion) &&
        says(event, answerAfter(undefined, line))
      );
    case 'target':
      return (
        event.type === 'TARGET_SET' &&
        event.phaseId === line.phase &&
        says(event, {
          targetDate: line.targetDate,
          plannedStart: line.plannedStart,
        })
      );
    case 'iteration':
      return (
        event.type === 'ITERATION_STARTED' &&
        event.phaseId === line.phase &&
        says(event, { reason: line.reason })
      );
    case 'confirmed': {
      const before = (event.before ?? {}) as { notes?: string };
      const after = (event.after ?? {}) as { notes?: string };
      return (
        event.type === 'CONFIRMED' &&
        event.questionId === line.question &&
        (line.notes ?? before.notes) === after.notes
      );
    }
    case 'phase':
      return event.type === 'PHASE_SET' && says(event, { phase: line.phase });
    case 'model-version': {
      const { source, name, version, versionAt: at, questions } = line;
      return (
        event.type === 'MODEL_VERSION_REPORTED' &&
        says(event, { source, name, version, at, questions })
      );
    }
    case 'gate-request':
    case 'gate-decision': {
      const { gate, number } = (event.after ?? {}) as Partial<typeof line>;
      return (
        event.type ===
          (line.type === 'gate-request' ? 'GATE_REQUESTED' : 'GATE_DECIDED') &&
        gate === line.gate &&
        number === line.number
      );
    }
    case 'milestone': {
      const after = (event.after ?? {}) as { name?: string; note?: string };
      return (
        event.type === 'MILESTONE_RECORDED' &&
        after.name === line.name &&
        after.note === (line.note ?? '')
      );
    }
    default:
      return false;
  }
}

/** Compared as the database keeps it, without what is undefined. */
function says(event: ReviewEvent, after: object): boolean {
  return isDeepStrictEqual(event.after, JSON.parse(JSON.stringify(after)));
}
