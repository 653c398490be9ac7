// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import {
  AnswerState,
  checkAnswer,
  CompiledLens,
  HistoryLine,
  HistoryProblem,
  ParsedHistoryLine,
  ReviewEvent,
  ReviewState,
} from '@ml-lens/lens-model';
import { randomUUID } from 'node:crypto';
import type { GateLine } from './gateLines';
import { answerAfter } from '../reviews/answered';
import { sameAnswer } from '../reviews/sameAnswer';

/** A line that belongs to a review. */
export type ReviewLine = {
  line: number;
  value: Exclude<HistoryLine, { type: 'profile' }>;
};

/** A review as the lines find it. */
export interface LinesContext {
  /** The review before the first line. */
  state: ReviewState;
  /** The version new answers are of where their line names none. */
  lensVersion: string;
  /** Versions the review and its lines name, as far as there are any. */
  lens: (version: string) => CompiledLens | undefined;
  /** Leaves out answers that say what the review says already. */
  onlyChanges?: boolean;
  /** Takes a line of a gate; says what is wrong with it. */
  gate: (line: GateLine) => { code: string; message: string } | undefined;
  /** Names of the milestones there are. */
  milestones: Iterable<string>;
}

/**
 * Makes the events of one review from its lines of a history file, and checks
 * each against the lens and against what comes before it.
 *
 * Codes: `BEFORE_EXISTING`, `UNKNOWN_LENS_VERSION`, `UNKNOWN_QUESTION`,
 * `INVALID_ANSWER`, `NOT_ANSWERED`, `UNKNOWN_PHASE`, `DUPLICATE_MILESTONE`, and
 * of gates `DUPLICATE_REQUEST`, `REQUEST_WAITS`, `NO_REQUEST`, `SELF_DECISION`.
 */
export function eventsOfLines(
  lines: readonly ReviewLine[],
  context: LinesContext,
): { events: ReviewEvent[]; problems: HistoryProblem[] } {
  const { state } = context;
  const events: ReviewEvent[] = [];
  const problems: HistoryProblem[] = [];
  const answers = new Map<string, AnswerState>(
    [...state.answers].map(([id, record]) => [id, record.state]),
  );
  const targets = new Map(state.targets);
  const milestones = new Set(context.milestones);
  let phaseSet = state.phaseSet?.phase ?? null;
  let lensVersion = context.lensVersion;

  for (const { line, value } of lines) {
    const complain = (code: string, message: string) =>
      problems.push({ line, code, message });
    if (state.lastAt !== null && value.at < state.lastAt) {
      complain(
        'BEFORE_EXISTING',
        `at ${value.at} is earlier than ${state.lastAt}, the last event the review already has`,
      );
      continue;
    }
    const version =
      (value.type === 'answer' ? value.lensVersion : undefined) ?? lensVersion;
    const lens = context.lens(version);
    if (!lens) {
      complain(
        'UNKNOWN_LENS_VERSION',
        `lensVersion: the lens "${value.lens}" has no published version "${version}"`,
      );
      continue;
    }
    const hasPhase = (phase: string) => {
      const found = lens.phases.some(({ id }) => id === phase);
      if (!found) {
        complain(
          'UNKNOWN_PHASE',
          `phase: the lens "${value.lens}" version "${version}" has no phase "${phase}"`,
        );
      }
      return found;
    };
    const event: ReviewEvent = {
      seq: state.lastSeq + events.length + 1,
      type: 'ANSWERED',
      at: value.at,
      by: value.by,
      source: 'IMPORT',
      lensVersion: version,
      questionId: null,
      phaseId: null,
      before: null,
      after: null,
    };
    switch (value.type) {
      case 'answer': {
        const question = lens.question(value.question);
        if (!question) {
          complain(
            'UNKNOWN_QUESTION',
            `question: the lens "${value.lens}" version "${version}" has no question "${value.question}"`,
          );
          continue;
        }
        const after = answerAfter(undefined, value);
        const wrong = checkAnswer(question, after);
        if (wrong.length > 0) {
          for (const { path, message } of wrong) {
            complain('INVALID_ANSWER', `${path}: ${message}`);
          }
          continue;
        }
        const before = answers.get(question.id);
        if (context.onlyChanges && before && sameAnswer(before, after)) {
          continue;
        }
        event.questionId = question.id;
        event.phaseId = question.phaseId;
        event.before = before ?? null;
        event.after = after;
        if (value.proposal) {
          event.proposal = value.proposal;
        }
        answers.set(question.id, after);
        lensVersion = version;
        break;
      }
      case 'target':
      case 'iteration': {
        if (!hasPhase(value.phase)) {
          continue;
        }
        event.phaseId = value.phase;
        if (value.type === 'iteration') {
          event.type = 'ITERATION_STARTED';
          event.after = { reason: value.reason };
        } else {
          event.type = 'TARGET_SET';
          event.before = { targetDate: targets.get(value.phase) ?? null };
          event.after = {
            targetDate: value.targetDate,
            ...(value.plannedStart !== undefined && {
              plannedStart: value.plannedStart,
            }),
          };
          if (value.targetDate === null) {
            targets.delete(value.phase);
          } else {
            targets.set(value.phase, value.targetDate);
          }
        }
        break;
      }
      case 'confirmed': {
        const before = answers.get(value.question);
        if (!before) {
          complain(
            'NOT_ANSWERED',
            `question: "${value.question}" is not answered, so there is nothing to confirm`,
          );
          continue;
        }
        const after = { ...before, notes: value.notes ?? before.notes };
        event.type = 'CONFIRMED';
        event.questionId = value.question;
        event.phaseId = lens.question(value.question)?.phaseId ?? null;
        event.before = before;
        event.after = after;
        answers.set(value.question, after);
        break;
      }
      case 'phase': {
        if (value.phase !== null && !hasPhase(value.phase)) {
          continue;
        }
        event.type = 'PHASE_SET';
        event.phaseId = value.phase;
        event.before = { phase: phaseSet };
        event.after = { phase: value.phase };
        phaseSet = value.phase;
        break;
      }
      case 'model-version':
        event.type = 'MODEL_VERSION_REPORTED';
        event.source = 'SYSTEM';
        event.after = {
          source: value.source,
          name: value.name,
          version: value.version,
          at: value.versionAt,
          questions: value.questions,
        };
        break;
      case 'gate-request':
      case 'gate-decision': {
        const wrong = context.gate(value);
        if (wrong) {
          complain(wrong.code, wrong.message);
          continue;
        }
        event.phaseId = value.phase;
        Object.assign(event, gateEvent(value));
        break;
      }
      case 'milestone': {
        if (milestones.has(value.name)) {
          complain(
            'DUPLICATE_MILESTONE',
            `name: the review already has a milestone "${value.name}"`,
          );
          continue;
        }
        milestones.add(value.name);
        event.type = 'MILESTONE_RECORDED';
        event.after = {
          id: randomUUID(),
          name: value.name,
          note: value.note ?? '',
        };
        break;
      }
      default:
        throw new TypeError(`Unknown line ${value satisfies never}`);
    }
    events.push(event);
  }
  return { events, problems };
}

/** What a line of a gate says, as the event of its kind does. */
function gateEvent(
  line: GateLine,
): Pick<ReviewEvent, 'type' | 'before' | 'after'> {
  const { comment = '', gate, name, number } = line;
  const asked = { gate, name, number };
  return line.type === 'gate-request'
    ? { type: 'GATE_REQUESTED', before: null, after: { ...asked, comment } }
    : {
        type: 'GATE_DECIDED',
        before: { status: 'OPEN' },
        after: {
          ...asked,
          decision: line.decision,
          comment,
          conditions: line.conditions ?? [],
          requirements: line.basis?.requirements ?? [],
        },
      };
}

/** Whether a line belongs to a review (rather than to a workload). */
export function isReviewLine(line: ParsedHistoryLine): line is ReviewLine {
  return line.value.type !== 'profile';
}
