import { ASSESSED_COVERAGE } from '@ml-lens/backstage-plugin-ml-lens-common';

export interface ScoredRow {
  score: number | null;
  /** 0..1 */
  coverage: number;
}

/** Workloads whose value is from..to, both in 0..100. */
export interface Bin {
  from: number;
  to: number;
  assessed: number;
  /** Less than half answered. */
  tentative: number;
}

const WIDTH = 10;

/** Ten bins over 0..100; 100 belongs to the last. Rows without score are left out. */
export function binsOf(rows: ScoredRow[], by: 'score' | 'coverage'): Bin[] {
  const bins = Array.from({ length: 100 / WIDTH }, (_, index) => ({
    from: index * WIDTH,
    to: (index + 1) * WIDTH,
    assessed: 0,
    tentative: 0,
  }));
  for (const row of rows) {
    // Rounded: 0.7 * 100 is less than 70.
    const value =
      by === 'score' ? row.score : Math.round(row.coverage * 1000) / 10;
    if (value === null) continue;
    const bin = bins[Math.min(bins.length - 1, Math.floor(value / WIDTH))];
    if (row.coverage >= ASSESSED_COVERAGE) bin.assessed += 1;
    else bin.tentative += 1;
  }
  return bins;
}

/** The levels whose scores a bin has some of, by their lower ends. */
export function levelsOfBin(
  bin: Pick<Bin, 'from' | 'to'>,
  ladder: { name: string; from: number | null }[],
): string[] {
  return ladder
    .filter((level, index) => {
      if (level.from === null) return false;
      const next = ladder[index + 1]?.from ?? 101;
      // The last level may need more than its score, so the one before it too.
      const end = index === ladder.length - 2 ? 101 : next;
      return level.from < bin.to && bin.from < end;
    })
    .map(({ name }) => name);
}
