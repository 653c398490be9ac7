import type { CompiledQuestion } from '@ml-lens/lens-model';

/** How many practices a question asks for; "none of these" is none. */
export function practicesOf(question: CompiledQuestion): number {
  return question.choices.length - (question.noneOfTheseId ? 1 : 0);
}
