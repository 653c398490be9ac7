// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { type Summary } from '@ml-lens/backstage-plugin-ml-lens-common';
import { ASSESSED_COVERAGE } from '@ml-lens/lens-model';

/** Workloads whose value is from..to, both in 0..100. */
export interface Bin {
  from: number;
  /** Included in a bin of scores, and in the last one of coverage. */
  to: number;
  count: number;
  /** Value of the filter that leaves them. */
  filter: string;
  /** Less than half answered, all of them. */
  isTentative: boolean;
}

const WIDTH = 10;

/** The ten bins of a distribution, as the filters name them. */
export function binsOf(
  distribution: Summary['distribution'],
  by: 'score' | 'coverage',
): Bin[] {
  return distribution[by].map((count, index, { length }) => {
    const from = index * WIDTH;
    const end = from + WIDTH;
    // Scores are whole: the next bin starts one later.
    const to = by === 'score' && index < length - 1 ? end - 1 : end;
    return {
      from,
      to,
      count,
      filter: `${from}-${to}`,
      isTentative: by === 'coverage' && end <= ASSESSED_COVERAGE * 100,
    };
  });
}
