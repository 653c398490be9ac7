// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

/**
 * Chooses at most `most` of the numbers 1..`last`, in order: the first and the
 * last always, then the marks, then the preferred ones, then any; of each kind
 * evenly spaced ones where there is not room for all.
 */
export function pickSeqs(options: {
  last: number;
  marks: readonly number[];
  preferred: readonly number[];
  most: number;
}): number[] {
  const { last, marks, preferred, most } = options;
  if (last === 0) {
    return [];
  }
  const every = () => Array.from({ length: last }, (_, index) => index + 1);
  if (last <= most) {
    return every();
  }
  const chosen = new Set([1, last]);
  for (const candidates of [() => marks, () => preferred, every]) {
    if (chosen.size < most) {
      const left = candidates().filter(seq => !chosen.has(seq));
      for (const seq of evenly(left, most - chosen.size)) {
        chosen.add(seq);
      }
    }
  }
  return [...chosen].sort((a, b) => a - b);
}

/** At most `count` of the items, evenly spaced. */
function evenly<T>(items: readonly T[], count: number): T[] {
  if (items.length <= count) {
    return [...items];
  }
  const step = items.length / count;
  return Array.from(
    { length: count },
    (_, index) => items[Math.floor((index + 0.5) * step)],
  );
}
