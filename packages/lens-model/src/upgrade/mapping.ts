import { z } from 'zod';
import type { CompiledLens } from '../lens/compile';
import type { AnswerState } from '../model';
import { emptyAnswerState } from '../scoring';

const practiceRef = z.string().regex(/^[A-Za-z0-9_]+\/[A-Za-z0-9_]+$/, {
  message: 'must be a question id and a choice id, as question/choice',
});

/**
 * How answers of one lens speak for practices of another.
 */
export const lensMappingSchema = z.looseObject({
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
});
/** @public */
export type LensMapping = z.infer<typeof lensMappingSchema>;

/** A practice the mapping speaks for. */
export interface MappedPractice {
  questionId: string;
  choiceId: string;
  from: string[];
  confidence: 'same' | 'partial';
  note?: string;
}

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
): { mapped: MappedPractice[]; answers: Map<string, AnswerState> } {
  const isInPlace = (ref: string) => {
    const [questionId, choiceId] = ref.split('/');
    const state = fromStates.get(questionId);
    return Boolean(
      state && !state.notApplicable && state.selectedChoices.includes(choiceId),
    );
  };
  const mapped: MappedPractice[] = [];
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
