// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import type { AnswerState, StackRatings } from '../model';

/**
 * One line of a history file (JSON Lines): something that happened to a
 * workload or to one of its reviews.
 * @public
 */
export type HistoryLine = {
  /** Id of the workload. */
  workload: string;
  /** RFC 3339 instant in UTC. */
  at: string;
  /** Full entity ref in lower case, as `user:default/jane.doe`. */
  by: string;
} & (
  | ({
      /** ML stack layer and ratings of the workload. */
      type: 'profile';
      layer?: string | null;
    } & {
      [Rating in keyof StackRatings]?: StackRatings[Rating] | null;
    })
  | ({
      /** Id of the lens. */
      lens: string;
    } & (
      | ({
          /** The complete new answer of one question. */
          type: 'answer';
          /** Only when it is not the review's current version. */
          lensVersion?: string;
          question: string;
          /** The proposal it rests on, and the name of its agent. */
          proposal?: { id: string; agent: string };
          selectedChoices: string[];
        } & Partial<Omit<AnswerState, 'selectedChoices'>>)
      | {
          /** Sets (or with null clears) the planned days of a phase. */
          type: 'target';
          phase: string;
          targetDate: string | null;
          /** Left out: as it was. */
          plannedStart?: string | null;
        }
      | {
          /** Starts an iteration of a phase by hand. */
          type: 'iteration';
          phase: string;
          reason: string;
        }
      | {
          /** Says that an answer is still true. */
          type: 'confirmed';
          question: string;
          /** Left out: the notes stay as they are. */
          notes?: string;
        }
      | {
          /** Says which phase the review is in; null leaves it to the timeline. */
          type: 'phase';
          phase: string | null;
        }
      | {
          /** A version of a model, and the answers it put in doubt. */
          type: 'model-version';
          source: string;
          name: string;
          version: string;
          /** When the version came to be. */
          versionAt: string;
          questions: string[];
        }
      | {
          /** Asks to let the work go on at a gate. */
          type: 'gate-request';
          gate: string;
          /** From 1, for each gate. */
          number: number;
          /** The gate as it was called, and the phase it ends. */
          name: string;
          phase: string;
          comment?: string;
        }
      | {
          /** Decides on such a request, or takes it back. */
          type: 'gate-decision';
          gate: string;
          number: number;
          name: string;
          phase: string;
          decision: 'GO' | 'GO_WITH_CONDITIONS' | 'NO_GO' | 'WITHDRAWN';
          comment?: string;
          conditions?: {
            questionId: string;
            choiceId: string;
            dueDate: string;
          }[];
          /** What the decision rests on, kept as it is. */
          basis?: Record<string, unknown>;
        }
      | {
          /** A named mark on the review. */
          type: 'milestone';
          name: string;
          note?: string;
        }
    ))
);
