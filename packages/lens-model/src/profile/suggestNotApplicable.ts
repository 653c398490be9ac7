// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import type { LensDocument } from '../lens/document';

/**
 * What the lens says a layer makes moot, in the lens's order, with the reason
 * to show. Only a suggestion: the reviewer decides. Empty for a layer the lens
 * does not know.
 *
 * @public
 */
export function suggestNotApplicable(
  document: Pick<LensDocument, 'stackLayers'>,
  layerId: string | null,
): {
  questionId: string;
  /** Left out when the whole question is moot. */
  choiceId?: string;
  reason: string;
}[] {
  const layer = document.stackLayers?.find(({ id }) => id === layerId);
  return (layer?.moot ?? []).map(({ question, choice, reason }) => ({
    questionId: question,
    ...(choice === undefined ? {} : { choiceId: choice }),
    reason,
  }));
}
