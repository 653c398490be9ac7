// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import type { CompiledQuestion } from '@ml-lens/lens-model';

/** Without what case and width make of it. */
function fold(text: string) {
  return text.normalize('NFKC').toLocaleLowerCase();
}

/** Whether all words of a text occur in a question, or in what is said of it. */
export function matchesText(
  question: CompiledQuestion,
  text = '',
  said?: string,
): boolean {
  const words = fold(text).split(/\s+/).filter(Boolean);
  if (words.length === 0) return true;
  const found = fold(
    [
      question.id,
      question.title,
      question.source.description,
      said,
      ...question.choices.flatMap(c => [c.id, c.title, c.description]),
    ]
      .filter(Boolean)
      .join(' '),
  );
  return words.every(word => found.includes(word));
}
