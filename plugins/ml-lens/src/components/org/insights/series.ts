// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

/** One line or area of a chart. */
export interface ChartSeries {
  id: string;
  name: string;
  color: string;
  /** Tells lines apart without colour. */
  dash?: string;
  /** Set for areas: whether they are hatched. */
  isHatched?: boolean;
  /** One per date; null where there is none. */
  values: (number | null)[];
}

interface LayerPoint {
  index: number;
  from: number;
  to: number | null;
}

/** Series with the ends of their values, on top of each other or on their own. */
export function layersOf(
  series: ChartSeries[],
  isStacked: boolean,
): { series: ChartSeries; points: LayerPoint[] }[] {
  const base: number[] = [];
  return series.map(one => ({
    series: one,
    points: one.values.map((value, index) => {
      if (!isStacked) return { index, from: 0, to: value };
      const from = base[index] ?? 0;
      const to = from + (value ?? 0);
      base[index] = to;
      return { index, from, to };
    }),
  }));
}

/** The highest point of a chart; 1 for one of nothing but zeros. */
export function topOf(series: ChartSeries[], isStacked: boolean): number {
  return Math.max(
    1,
    ...layersOf(series, isStacked).flatMap(({ points }) =>
      points.map(({ to }) => to ?? 0),
    ),
  );
}

/** Index of the time that is nearest; times ascend. */
export function nearestIndex(times: number[], at: number): number {
  let nearest = 0;
  times.forEach((time, index) => {
    if (Math.abs(time - at) < Math.abs(times[nearest] - at)) nearest = index;
  });
  return nearest;
}

const COLORS = 6;
const DASHES = [undefined, '7 3', '2 3', '10 3 2 3'];

/** Colour and dash of the nth line. */
export function lineLook(index: number): { color: string; dash?: string } {
  return {
    color: `var(--mll-line-${(index % COLORS) + 1})`,
    dash: DASHES[index % DASHES.length],
  };
}
