// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

/**
 * The candidate that is least different from a text, if it is near enough to
 * be a slip of the keyboard.
 */
export function nearest(
  text: string,
  candidates: Iterable<string>,
): string | undefined {
  if (text.length > 128) {
    return undefined;
  }
  let best: string | undefined;
  let least = Math.max(2, Math.floor(text.length / 3)) + 1;
  for (const candidate of candidates) {
    const distance = editDistance(text, candidate);
    if (distance < least) {
      least = distance;
      best = candidate;
    }
  }
  return best;
}

/** Levenshtein distance, where a change of case alone counts half. */
function editDistance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 0; i < a.length; i++) {
    const next = [i + 1];
    for (let j = 0; j < b.length; j++) {
      next.push(
        Math.min(row[j] + differs(a[i], b[j]), row[j + 1] + 1, next[j] + 1),
      );
    }
    row = next;
  }
  return row[b.length];
}

function differs(a: string, b: string): number {
  if (a === b) {
    return 0;
  }
  return a.toLowerCase() === b.toLowerCase() ? 0.5 : 1;
}
