// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import {
  fromFigureColumns,
  packScopes,
  toFigureColumns,
  unpackScopes,
} from './figures';

/** Figures that are all different. */
const figuresFrom = (first: number) => ({
  score: first,
  coverage: first + 0.5,
  counts: {
    UNANSWERED: first + 1,
    HIGH: first + 2,
    MEDIUM: first + 3,
    NONE: first + 4,
    NOT_APPLICABLE: first + 5,
  },
  practices: { inPlace: first + 6, applicable: first + 7 },
});

describe('figures of a scorecard', () => {
  it.each([100, null])('come back from their columns, scored %p', score => {
    const figures = { ...figuresFrom(10), score };
    expect(fromFigureColumns(toFigureColumns(figures))).toEqual(figures);
  });

  it('come back from their text, in the order of the lens', () => {
    const { score: readiness, ...due } = figuresFrom(50);
    const parts = {
      pillars: [
        { id: 'security', ...figuresFrom(10) },
        { id: '2', ...figuresFrom(20), score: null },
        { id: '1', ...figuresFrom(30) },
      ],
      phases: [{ id: 'frame', ...figuresFrom(40) }],
      matrix: [
        { pillar: 'security', phase: 'frame', ...figuresFrom(60) },
        { pillar: '2', phase: 'run', ...figuresFrom(70) },
      ],
      readiness,
      due: { ...due, notDue: { questions: 3, practices: 9 } },
    };
    expect(unpackScopes(packScopes(parts))).toEqual(parts);
    const notReady = { ...parts, readiness: null };
    expect(unpackScopes(packScopes(notReady))).toEqual(notReady);
  });
});
