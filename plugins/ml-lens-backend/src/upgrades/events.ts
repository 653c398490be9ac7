// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { AnswerState, CompiledLens, ReviewState } from '@ml-lens/lens-model';
import { randomUUID } from 'node:crypto';
import { MAX_MILESTONES } from '../milestones/MilestoneService';
import type { NewEvent } from '../reviews/ReviewWriter';
import type { MilestoneRow } from '../reviews/rows';

/** What the LENS_UPGRADED event says on each side. */
export interface UpgradePayload {
  lensVersion: string;
  answers: Record<string, AnswerState | null>;
}

/**
 * The events of an upgrade within a lens: a milestone of how the review
 * stands, then the move. A review with as many milestones as there can be is
 * moved without one; its history says the same.
 */
export function versionUpgrade(options: {
  from: CompiledLens;
  to: CompiledLens;
  state: ReviewState;
  /** Answers that change, null for those that go. */
  changes: Record<string, AnswerState | null>;
  by: string;
  milestones: readonly Pick<MilestoneRow, 'name'>[];
}): NewEvent[] {
  const { to, by, milestones } = options;
  const milestone: NewEvent = {
    type: 'MILESTONE_RECORDED',
    by,
    source: 'UPGRADE',
    after: {
      id: randomUUID(),
      name: freeName(
        `Before upgrade to ${to.version}`,
        milestones.map(({ name }) => name),
      ),
      note: '',
    },
  };
  return [
    ...(milestones.length < MAX_MILESTONES ? [milestone] : []),
    versionChange({ ...options, source: 'UPGRADE' }),
  ];
}

/** One LENS_UPGRADED event, with what undoes it in `before`. */
export function versionChange(options: {
  from: CompiledLens;
  to: CompiledLens;
  state: Pick<ReviewState, 'answers'>;
  changes: Record<string, AnswerState | null>;
  by: string;
  source: 'UPGRADE' | 'UNDO';
}): NewEvent {
  const { from, to, state, changes, by, source } = options;
  const before: UpgradePayload = {
    lensVersion: from.version,
    answers: Object.fromEntries(
      Object.keys(changes).map(id => [
        id,
        state.answers.get(id)?.state ?? null,
      ]),
    ),
  };
  const after: UpgradePayload = { lensVersion: to.version, answers: changes };
  return { type: 'LENS_UPGRADED', by, source, before, after };
}

/** The name, with a number where it is taken. */
function freeName(name: string, taken: readonly string[]): string {
  let free = name;
  for (let number = 2; taken.includes(free); number++) {
    free = `${name} (${number})`;
  }
  return free;
}
