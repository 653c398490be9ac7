// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import type { Improvement } from '@ml-lens/backstage-plugin-ml-lens-common';
import type { CompiledLens, CompiledQuestion } from '@ml-lens/lens-model';

/** The order statuses are offered in; AWS's own. */
export const PLAN_STATUSES: Improvement['status'][] = [
  'NOT_STARTED',
  'IN_PROGRESS',
  'COMPLETE',
  'RISK_ACKNOWLEDGED',
  'NOT_APPLICABLE',
];

/** Stands for practices nobody is assigned to, where an entity ref would be. */
export const NOBODY = 'nobody';

export interface PlanFilter {
  status?: Improvement['status'];
  /** Entity ref, or {@link NOBODY}. */
  assignee?: string;
}

/** Practices of one question, in the order of the plan. */
export interface PlanGroup {
  question: CompiledQuestion;
  items: Improvement[];
}

/** Names a practice among those of the whole review. */
export function practiceKey(practice: {
  questionId: string;
  choiceId: string;
}): string {
  return JSON.stringify([practice.questionId, practice.choiceId]);
}

export function isShown(item: Improvement, filter: PlanFilter): boolean {
  if (filter.status && item.status !== filter.status) return false;
  if (!filter.assignee) return true;
  return filter.assignee === NOBODY
    ? item.assignee === null
    : item.assignee === filter.assignee;
}

/**
 * The plan by question. Questions stand where their best practice does, so
 * the first group is still what brings most.
 */
export function groupPlan(
  items: readonly Improvement[],
  lens: CompiledLens,
): PlanGroup[] {
  const groups = new Map<string, PlanGroup>();
  for (const item of items) {
    const question = lens.question(item.questionId);
    if (!question?.choice(item.choiceId)) continue;
    const group = groups.get(question.id) ?? { question, items: [] };
    group.items.push(item);
    groups.set(question.id, group);
  }
  return [...groups.values()];
}

/** Whether work that is planned for a day is late on `today`, `yyyy-MM-dd`. */
export function isOverdue(item: Improvement, today: string): boolean {
  return (
    item.dueDate !== null &&
    item.dueDate < today &&
    (item.status === 'NOT_STARTED' || item.status === 'IN_PROGRESS')
  );
}
