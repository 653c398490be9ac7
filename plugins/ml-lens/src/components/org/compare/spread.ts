// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

/**
 * Index of the one best score, none for a tie, and how far the scores are
 * apart; null where fewer than two have one.
 */
export function spreadOf(scores: (number | null)[]): {
  best: number | undefined;
  range: number | null;
} {
  const known = scores.filter((score): score is number => score !== null);
  if (known.length < 2) return { best: undefined, range: null };
  const top = Math.max(...known);
  const isTie = known.filter(score => score === top).length > 1;
  return {
    best: isTie ? undefined : scores.indexOf(top),
    range: top - Math.min(...known),
  };
}
