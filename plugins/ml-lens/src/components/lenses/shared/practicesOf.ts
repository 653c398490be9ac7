import type { CompiledQuestion } from '@ml-lens/backstage-plugin-ml-lens-common';

/** How many practices a question asks for; "none of these" is none. */
export function practicesOf(question: CompiledQuestion): number {
  return question.choices.length - (question.noneOfTheseId ? 1 : 0);
}
