// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { z } from 'zod';
import type { CompiledLens } from '../lens/compile';
import type { AnswerState } from '../model';
import { emptyAnswerState } from '../scoring';
import { looseObjectOf } from '../zodTypes';

const practiceRef = z.string().regex(/^[A-Za-z0-9_]+\/[A-Za-z0-9_]+$/, {
  message: 'must be a question id and a choice id, as question/choice',
});

/**
 * How answers of one lens speak for practices of another. Unknown keys are
 * kept.
 * @public
 */
export interface LensMapping {
  from: { lens: string; version: string };
  to: { lens: string; version: string };
  description?: string;
  choices: {
    /** Practices, as `question/choice`; all of these must be selected. */
    from: string[];
    to: string;
    /** How well they speak for it. */
    confidence: 'same' | 'partial';
    note?: string;
    [other: string]: unknown;
  }[];
  unmapped?: { from: string; why: string; [other: string]: unknown }[];
  [other: string]: unknown;
}

export const lensMappingSchema = looseObjectOf<LensMapping>()(
  z.looseObject({
    from: z.object({ lens: z.string(), version: z.string() }),
    to: z.object({ lens: z.string(), version: z.string() }),
    description: z.string().optional(),
    choices: z.array(
      z.looseObject({
        /** All of these must be selected. */
        from: z.array(practiceRef).min(1),
        to: practiceRef,
        confidence: z.enum(['same', 'partial']),
        note: z.string().optional(),
      }),
    ),
    unmapped: z
      .array(z.looseObject({ from: practiceRef, why: z.string() }))
      .optional(),
  }),
);

/**
 * Plans a move to another lens. Only questions the target review has not
 * answered are filled in, and only from practices that are in place.
 *
 * @public
 */
export function planMapping(
  mapping: LensMapping,
  to: CompiledLens,
  fromStates: ReadonlyMap<string, AnswerState>,
  toStates: ReadonlyMap<string, AnswerState>,
): {
  mapped: {
    questionId: string;
    choiceId: string;
    from: string[];
    confidence: 'same' | 'partial';
    note?: string;
  }[];
  answers: Map<string, AnswerState>;
} {
  const isInPlace = (ref: string) => {
    const [questionId, choiceId] = ref.split('/');
    const state = fromStates.get(questionId);
    return Boolean(
      state && !state.notApplicable && state.selectedChoices.includes(choiceId),
    );
  };
  const mapped: ReturnType<typeof planMapping>['mapped'] = [];
  const answers = new Map<string, AnswerState>();
  for (const entry of mapping.choices) {
    const [questionId, choiceId] = entry.to.split('/');
    if (toStates.has(questionId) || !entry.from.every(isInPlace)) continue;
    if (!to.question(questionId)?.choice(choiceId)) continue;
    mapped.push({
      questionId,
      choiceId,
      from: entry.from,
      confidence: entry.confidence,
      ...(entry.note && { note: entry.note }),
    });
    const state = answers.get(questionId) ?? emptyAnswerState();
    answers.set(questionId, {
      ...state,
      selectedChoices: [...new Set([...state.selectedChoices, choiceId])],
    });
  }
  return { mapped, answers };
}
