// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import type { ChartSeries } from './series';

/** The colour and dash of a line, or the fill of an area. */
export function SeriesMark(props: { series: ChartSeries }) {
  const { color, dash, isHatched } = props.series;
  return (
    <svg width={18} height={10} aria-hidden>
      {isHatched !== undefined ? (
        <rect
          width={18}
          height={10}
          rx={2}
          fill={color}
          fillOpacity={isHatched ? 0.25 : 1}
          stroke={color}
        />
      ) : (
        <line
          x1={0}
          x2={18}
          y1={5}
          y2={5}
          stroke={color}
          strokeWidth={2.5}
          strokeDasharray={dash}
        />
      )}
    </svg>
  );
}
