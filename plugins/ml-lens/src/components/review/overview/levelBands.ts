// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import type { LensLevel } from '@ml-lens/lens-model';
import { SCORE_STEPS } from '../../shared';

/** Scores of one level and one colour. */
export interface LevelBand {
  name: string;
  from: number;
  to: number;
  noHigh: boolean;
}

/**
 * A ladder as it looks: a company's own levels may begin elsewhere than the
 * colours do, and are then listed once per colour.
 */
export function levelBands(levels: readonly LensLevel[]): LevelBand[] {
  const ladder = [...levels].sort((a, b) => a.from - b.from);
  const starts = [
    ...new Set<number>([...SCORE_STEPS, ...ladder.map(({ from }) => from)]),
  ].sort((a, b) => a - b);
  return starts.flatMap((from, index) => {
    const level = ladder.findLast(step => step.from <= from) ?? ladder[0];
    if (!level) return [];
    const to = index + 1 < starts.length ? starts[index + 1] - 1 : 100;
    return [{ name: level.name, from, to, noHigh: Boolean(level.noHigh) }];
  });
}
