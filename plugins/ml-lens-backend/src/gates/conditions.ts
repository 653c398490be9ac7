// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { InputError } from '@backstage/errors';
import type { GateRequest } from '@ml-lens/backstage-plugin-ml-lens-common';
import type { CompiledLens } from '@ml-lens/lens-model';
import type { Knex } from 'knex';
import { dayOf } from '../clock';
import { ImprovementStore } from '../improvements/ImprovementStore';

/**
 * Checks conditions of a decision.
 *
 * @throws InputError naming the field: none where there must be some, a
 *   practice the lens does not have, one named twice, or a day that is over
 */
export function checkConditions(
  lens: CompiledLens,
  decision: string,
  conditions: GateRequest['conditions'],
  at: string,
): void {
  if ((decision === 'GO_WITH_CONDITIONS') !== conditions.length > 0) {
    throw new InputError(
      `Invalid body: conditions: ${
        conditions.length > 0
          ? `${decision} has none`
          : 'GO_WITH_CONDITIONS needs one or more'
      }`,
    );
  }
  const seen = new Set<string>();
  conditions.forEach(({ questionId, choiceId, dueDate }, index) => {
    const field = `conditions.${index}`;
    const question = lens.question(questionId);
    if (!question?.practices.some(({ id }) => id === choiceId)) {
      throw new InputError(
        `Invalid body: ${field}: the lens '${lens.id}' version '${lens.version}' has no practice '${questionId}/${choiceId}'`,
      );
    }
    if (dueDate < dayOf(at)) {
      throw new InputError(
        `Invalid body: ${field}.dueDate: ${dueDate} is before today, ${dayOf(
          at,
        )} (UTC)`,
      );
    }
    const name = `${questionId}/${choiceId}`;
    if (seen.has(name)) {
      throw new InputError(`Invalid body: ${field}: '${name}' is named twice`);
    }
    seen.add(name);
  });
}

/**
 * Makes conditions items of the plan, with their days. What is planned already
 * keeps its assignee and link; work that was given up, or reported done without
 * the answer saying so, begins again.
 */
export async function planConditions(
  tx: Knex.Transaction,
  reviewId: string,
  conditions: GateRequest['conditions'],
  { at, by }: { at: string; by: string },
): Promise<void> {
  const improvements = new ImprovementStore(tx);
  for (const { questionId, choiceId, dueDate } of conditions) {
    const key = {
      review_id: reviewId,
      question_id: questionId,
      choice_id: choiceId,
    };
    const before = await improvements.get(key);
    await improvements.save({
      ...key,
      revision: (before?.revision ?? 0) + 1,
      status: before?.status === 'IN_PROGRESS' ? 'IN_PROGRESS' : 'NOT_STARTED',
      assignee: before?.assignee ?? null,
      due_date: dueDate,
      link: before?.link ?? null,
      updated_at: at,
      updated_by: by,
    });
  }
}
