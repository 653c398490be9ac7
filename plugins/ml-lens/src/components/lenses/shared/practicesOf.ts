// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import type { CompiledQuestion } from '@ml-lens/lens-model';

/** How many practices a question asks for; "none of these" is none. */
export function practicesOf(question: CompiledQuestion): number {
  return question.choices.length - (question.noneOfTheseId ? 1 : 0);
}
