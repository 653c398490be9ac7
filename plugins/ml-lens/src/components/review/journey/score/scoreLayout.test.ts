// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import type { Milestone } from '@ml-lens/lens-model';
import {
  type ScoreHistory,
  pointAt,
  pointMeant,
  scoreLayout,
} from './scoreLayout';

const NOW = '2026-06-01T00:00:00.000Z';

function point(at: string, seq: number, score: number | null) {
  return {
    at: `${at}T00:00:00.000Z`,
    seq,
    score,
    coverage: seq / 10,
    level: 'Initial',
  };
}

function milestone(id: string, at: string): Milestone {
  return {
    id,
    name: id,
    note: '',
    recordedAt: `${at}T00:00:00.000Z`,
    recordedBy: 'user:default/mika',
    lensVersion: '1',
    score: 50,
    coverage: 1,
    level: 'Defined',
  };
}

function layoutOf(part: Partial<ScoreHistory>, at?: string) {
  return scoreLayout(
    { points: [], milestones: [], upgrades: [], ...part },
    { width: 1048, now: NOW, at },
  );
}

describe('scoreLayout', () => {
  const points = [
    point('2026-01-01', 1, 0),
    point('2026-03-01', 2, 50),
    point('2026-04-01', 3, 100),
  ];

  it('reaches from the first point to now', () => {
    const { plot, points: placed, score, yOf } = layoutOf({ points });
    expect(placed[0]).toMatchObject({ x: plot.x, yScore: yOf(0) });
    expect(score).toHaveLength(1);
    expect(score[0].at(-1)).toEqual({ x: plot.x + plot.width, y: yOf(100) });
  });

  it('keeps a score until the next one', () => {
    const { score, points: placed, yOf } = layoutOf({ points });
    expect(score[0].slice(0, 3)).toEqual([
      { x: placed[0].x, y: yOf(0) },
      { x: placed[1].x, y: yOf(0) },
      { x: placed[1].x, y: yOf(50) },
    ]);
  });

  it('draws nothing where there is no score, and never 0 for it', () => {
    const {
      score,
      points: placed,
      coverage,
    } = layoutOf({
      points: [points[0], point('2026-02-01', 2, null), points[2]],
    });
    expect(score).toHaveLength(2);
    expect(score[0].at(-1)?.x).toBe(placed[1].x);
    expect(score[1][0].x).toBe(placed[2].x);
    expect(placed[1].yScore).toBeNull();
    expect(coverage.at(-1)?.x).toBeGreaterThan(placed[2].x);
  });

  it('lets one flag stand for marks that would lie on each other', () => {
    const { marks } = layoutOf({
      points,
      milestones: [
        milestone('a', '2026-02-01'),
        milestone('b', '2026-02-02'),
        milestone('c', '2026-05-01'),
      ],
      upgrades: [{ at: '2026-02-01T12:00:00.000Z', from: '1', to: '2' }],
    });
    expect(
      marks.map(mark => [mark.milestones.length, mark.upgrades.length]),
    ).toEqual([
      [2, 1],
      [1, 0],
    ]);
  });

  it('marks the instant looked at, where it is on the chart', () => {
    const { at, plot } = layoutOf({ points }, '2026-03-17T00:00:00.000Z');
    expect(at).toBeGreaterThan(plot.x + plot.width / 2 - 5);
    expect(at).toBeLessThan(plot.x + plot.width / 2 + 5);
    expect(layoutOf({ points }, '2020-01-01T00:00:00.000Z').at).toBeNull();
  });

  it('is an empty picture without points', () => {
    expect(layoutOf({})).toMatchObject({ points: [], score: [], coverage: [] });
  });
});

describe('pointAt', () => {
  const at = (x: number) => pointAt([{ x: 10 }, { x: 20 }, { x: 30 }], x);

  it('finds the point that holds there', () => {
    expect([at(10), at(19), at(20), at(29), at(500)]).toEqual([0, 0, 1, 1, 2]);
  });

  it('stays on the chart', () => {
    expect(at(-5)).toBe(0);
    expect(pointAt([], 5)).toBeUndefined();
  });
});

describe('pointMeant', () => {
  const { points, marks } = layoutOf({
    points: [
      point('2026-01-01', 1, 0),
      point('2026-04-01', 2, 50),
      point('2026-04-02', 3, 50),
      point('2026-05-01', 4, 100),
    ],
    milestones: [milestone('launch', '2026-04-02')],
  });
  const meant = (x: number) => pointMeant({ points, marks }, x);

  it('finds the nearest from both sides', () => {
    expect(meant(-5)).toBe(0);
    expect(meant(points[3].x - 20)).toBe(3);
    expect(meant(points[3].x + 20)).toBe(3);
  });

  it('means the flag rather than what lies beside it', () => {
    expect(meant(points[1].x)).toBe(2);
    expect(pointMeant({ points, marks: [] }, points[1].x)).toBe(1);
  });

  it('finds nothing among nothing', () => {
    expect(pointMeant({ points: [], marks: [] }, 5)).toBeUndefined();
  });
});
