// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

/**
 * Where an item of an improvement plan is.
 * @public
 */
export interface ImprovementItem {
  workloadId: string;
  lensId: string;
  questionId: string;
  choiceId: string;
}

/**
 * One text that stands for an item of an improvement plan, to hand through
 * templates and other tools.
 * @public
 */
export function improvementItemId(item: ImprovementItem): string {
  return [item.workloadId, item.lensId, item.questionId, item.choiceId]
    .map(encodeURIComponent)
    .join('/');
}

/**
 * The item that {@link improvementItemId} made the text of; undefined for any
 * other text.
 * @public
 */
export function parseImprovementItemId(
  text: string,
): ImprovementItem | undefined {
  const parts = text.split('/').map(decoded);
  if (parts.length !== 4 || !parts.every(Boolean)) {
    return undefined;
  }
  const [workloadId, lensId, questionId, choiceId] = parts as string[];
  return { workloadId, lensId, questionId, choiceId };
}

function decoded(part: string): string | undefined {
  try {
    return decodeURIComponent(part);
  } catch {
    return undefined;
  }
}
