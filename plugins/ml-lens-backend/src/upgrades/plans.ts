// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { UpgradePreview } from '@ml-lens/backstage-plugin-ml-lens-common';
import {
  AnswerState,
  CompiledLens,
  emptyAnswerState,
  Iteration,
  LensLevel,
  LensMapping,
  planMapping,
  planUpgrade,
  ReviewState,
  reviewStandings,
  Scorecard,
  scorecardOf,
  UpgradePlan,
} from '@ml-lens/lens-model';
import { progressOf } from '@ml-lens/lens-model/due';
import { isDeepStrictEqual } from 'node:util';

/** Stands for the iteration an answer would begin. */
const BEGUN: Iteration = {
  number: 1,
  startedAt: '',
  startedBy: '',
  completedAt: null,
  endedAt: null,
  status: 'IN_PROGRESS',
};

/** The ladder of levels of a lens. */
type LevelsOf = (lens: CompiledLens) => readonly LensLevel[];

/** A review as an upgrade finds it. */
export interface Standpoint {
  lens: CompiledLens;
  state: Pick<ReviewState, 'answers' | 'phases' | 'phaseSet'>;
}

/** What people said, by question. */
function statesOf({
  answers,
}: Pick<ReviewState, 'answers'>): Map<string, AnswerState> {
  return new Map([...answers].map(([id, { state }]) => [id, state]));
}

/** What moving a review to another version of its lens does. */
export function planVersion(
  { lens, state }: Standpoint,
  to: CompiledLens,
  levelsOf: LevelsOf,
): { plan: UpgradePlan; preview: UpgradePreview } {
  const states = statesOf(state);
  const plan = planUpgrade(lens, to, states);
  const { answers: changes, ...lists } = plan;
  return {
    plan,
    preview: {
      ...moved(lens, to),
      ...lists,
      mapped: [],
      before: scorecard({ lens, state }, states, levelsOf),
      after: scorecard(
        { lens: to, state },
        withChanges(states, changes),
        levelsOf,
      ),
    },
  };
}

/** What taking back the last upgrade of a review does. */
export function planUndo(
  { lens, state }: Standpoint,
  to: CompiledLens,
  restored: Record<string, AnswerState | null>,
  levelsOf: LevelsOf,
): UpgradePreview {
  const states = statesOf(state);
  return {
    ...moved(lens, to),
    kept: [...states.keys()].filter(id => !(id in restored)),
    reduced: [],
    added: to.questions.map(({ id }) => id).filter(id => !lens.question(id)),
    dropped: [...states.keys()].filter(
      id => !to.question(id) || restored[id] === null,
    ),
    mapped: [],
    before: scorecard({ lens, state }, states, levelsOf),
    after: scorecard(
      { lens: to, state },
      withChanges(states, restored),
      levelsOf,
    ),
  };
}

/**
 * What carrying a review over to another lens does: answers of the other
 * review stay, its unanswered questions are filled in.
 */
export function planLens(
  from: Standpoint,
  to: Standpoint,
  mapping: LensMapping,
  levelsOf: LevelsOf,
): { answers: Map<string, AnswerState>; preview: UpgradePreview } {
  const states = statesOf(from.state);
  // What was taken back may be filled in again.
  const present = new Map(
    [...statesOf(to.state)].filter(([, state]) => !isEmpty(state)),
  );
  const { mapped, answers } = planMapping(mapping, to.lens, states, present);
  const speaks = new Set(
    mapped.flatMap(entry => entry.from.map(ref => ref.split('/')[0])),
  );
  const after = new Map([...present, ...answers]);
  return {
    answers,
    preview: {
      ...moved(from.lens, to.lens),
      kept: [...present.keys()],
      reduced: [],
      added: to.lens.questions.map(({ id }) => id).filter(id => !after.has(id)),
      dropped: [...states.keys()].filter(id => !speaks.has(id)),
      mapped,
      before: scorecard(from, states, levelsOf),
      after: scorecard(entering(to, answers.keys()), after, levelsOf),
    },
  };
}

/** A review that has begun with the phases of some more questions. */
function entering(
  { lens, state }: Standpoint,
  questionIds: Iterable<string>,
): Standpoint {
  const phases = new Map(state.phases);
  for (const id of questionIds) {
    const phase = lens.question(id)?.phaseId;
    if (phase && !phases.get(phase)?.iterations.length) {
      phases.set(phase, { iterations: [BEGUN] });
    }
  }
  return { lens, state: { ...state, phases } };
}

function moved(from: CompiledLens, to: CompiledLens) {
  return {
    from: { lens: from.id, version: from.version },
    to: { lens: to.id, version: to.version },
  };
}

function withChanges(
  states: ReadonlyMap<string, AnswerState>,
  changes: Record<string, AnswerState | null>,
): Map<string, AnswerState> {
  const result = new Map(states);
  for (const [id, state] of Object.entries(changes)) {
    if (state === null) {
      result.delete(id);
    } else {
      result.set(id, state);
    }
  }
  return result;
}

function scorecard(
  { lens, state: { phases, phaseSet } }: Standpoint,
  states: ReadonlyMap<string, AnswerState>,
  levelsOf: LevelsOf,
): Scorecard {
  const answers = new Map(
    [...states].map(([id, state]) => [
      id,
      { revision: 1, state, updatedAt: '', updatedBy: '' },
    ]),
  );
  return scorecardOf(
    lens,
    reviewStandings({ answers }),
    levelsOf(lens),
    progressOf(lens, { answers, phases, phaseSet }),
  );
}

function isEmpty(state: AnswerState): boolean {
  return isDeepStrictEqual(state, emptyAnswerState());
}
