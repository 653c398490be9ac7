// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import type { CompiledLens, LensDiff } from '@ml-lens/lens-model';

export type LensChange = LensDiff['changes'][number];

interface ChangeGroup {
  /** Id of the question, or empty for the lens, its pillars and phases. */
  id: string;
  title: string;
  /** Pillar of the question. */
  pillar?: string;
  changes: LensChange[];
}

/**
 * Changes question by question, in the order they come; first those of the
 * lens, its pillars and phases.
 *
 * @param lens - the version after the change, for the titles
 */
export function groupChanges(
  diff: LensDiff,
  lens: CompiledLens | undefined,
  generalTitle: string,
): ChangeGroup[] {
  const general: ChangeGroup = { id: '', title: generalTitle, changes: [] };
  const groups = new Map<string, ChangeGroup>();
  for (const change of diff.changes) {
    const { questionId } = change;
    if (!questionId) {
      general.changes.push(change);
      continue;
    }
    let group = groups.get(questionId);
    if (!group) {
      const question = lens?.question(questionId);
      const pillarId = question?.pillarId ?? change.pillarId;
      group = {
        id: questionId,
        title: question?.title ?? questionId,
        pillar: lens?.pillars.find(({ id }) => id === pillarId)?.name,
        changes: [],
      };
      groups.set(questionId, group);
    }
    // A removed question is known by its own change only.
    if (change.target === 'question' && !lens?.question(questionId)) {
      group.title = change.title;
    }
    group.changes.push(change);
  }
  return [general, ...groups.values()].filter(
    group => group.changes.length > 0,
  );
}
