// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { DateTime } from 'luxon';
import { binsOf } from '../overview/bins';
import { moveIn, nextSort, scopeOf } from '../heatmap/heatmapModel';
import { spreadOf } from '../compare/spread';
import { burnUpOf, shareOf } from '../../targets/burnUp';
import { tabOf, viewQuery } from '../views/useSavedViews';
import { carriedParams } from './carry';
import { layersOf, nearestIndex, topOf } from './series';
import { sinceInstant } from './since';

describe('carriedParams', () => {
  it('keeps filters and drops what only one tab has', () => {
    const params = new URLSearchParams(
      'owner=a&owner=b&q=x&since=30d&sort=-score&cursor=1&rows=owner',
    );
    expect(carriedParams(params).toString()).toBe(
      'owner=a&owner=b&q=x&since=30d',
    );
  });
});

describe('sinceInstant', () => {
  const now = DateTime.fromISO('2026-11-24T10:00:00', { zone: 'utc' });

  it.each([
    [undefined, '2026-08-26T23:59:59.999Z'],
    ['30d', '2026-10-25T23:59:59.999Z'],
    ['2026-03-01', '2026-03-01T23:59:59.999Z'],
    ['nonsense', '2026-08-26T23:59:59.999Z'],
    ['none', undefined],
    ['2026-11-24', undefined],
  ])('%s is %s', (value, instant) => {
    expect(sinceInstant(value, now)).toBe(instant);
  });
});

describe('binsOf', () => {
  const counts = [1, 0, 0, 0, 2, 3, 0, 0, 0, 4];
  const distribution = { score: counts, noScore: 1, coverage: counts };

  it('names scores as the filter does, both ends included', () => {
    const bins = binsOf(distribution, 'score');
    expect(bins[0]).toEqual({
      from: 0,
      to: 9,
      count: 1,
      filter: '0-9',
      isTentative: false,
    });
    expect(bins[9]).toMatchObject({ count: 4, filter: '90-100' });
  });

  it('sets coverage of less than a half apart', () => {
    const bins = binsOf(distribution, 'coverage');
    expect(bins[4]).toMatchObject({ filter: '40-50', isTentative: true });
    expect(bins[5]).toMatchObject({ filter: '50-60', isTentative: false });
    expect(bins[9].filter).toBe('90-100');
  });
});

describe('the heatmap', () => {
  it('finds the scope of a column', () => {
    expect(scopeOf('security/deployment', 'cell')).toEqual({
      pillar: 'security',
      phase: 'deployment',
    });
    expect(scopeOf('deployment', 'phase')).toEqual({ phase: 'deployment' });
  });

  it('goes from lowest to highest and back to names', () => {
    expect(nextSort('title', 'score')).toBe('score');
    expect(nextSort('score', 'score')).toBe('-score');
    expect(nextSort('-score', 'score')).toBe('title');
    expect(nextSort('-title', 'title')).toBe('title');
  });

  it('walks over the cells and stays inside', () => {
    const size = { rows: 30, columns: 5 };
    const at = { row: 1, column: 1 };
    expect(moveIn(at, 'ArrowLeft', size, false)).toEqual({ row: 1, column: 0 });
    expect(moveIn(at, 'PageDown', size, false)).toEqual({ row: 11, column: 1 });
    expect(moveIn(at, 'End', size, true)).toEqual({ row: 29, column: 4 });
    expect(moveIn(at, 'PageUp', size, false)).toEqual({ row: 0, column: 1 });
    expect(moveIn(at, 'x', size, false)).toBeUndefined();
  });
});

describe('chart layers', () => {
  const series = [
    { id: 'a', name: 'a', color: '', values: [1, null] },
    { id: 'b', name: 'b', color: '', values: [2, 4] },
  ];

  it('stack, with nothing for what is missing', () => {
    const [, b] = layersOf(series, true);
    expect(b.points).toEqual([
      { index: 0, from: 1, to: 3 },
      { index: 1, from: 0, to: 4 },
    ]);
    expect(topOf(series, true)).toBe(4);
    expect(layersOf(series, false)[0].points[1].to).toBeNull();
  });

  it('finds the nearest time', () => {
    expect(nearestIndex([0, 10, 20], 14)).toBe(1);
    expect(nearestIndex([0, 10, 20], 99)).toBe(2);
  });
});

describe('spreadOf', () => {
  it.each([
    [[40, 60, null], 1, 20],
    [[60, 60], undefined, 0],
    [[60, null], undefined, null],
  ])('%p', (scores, best, range) => {
    expect(spreadOf(scores)).toEqual({ best, range });
  });
});

describe('burnUpOf', () => {
  it('draws the pace to everybody on the due date', () => {
    const { dates, reached, total, pace } = burnUpOf(
      [
        { date: '2026-01-01', workloads: 10, reached: 2 },
        { date: '2026-01-06', workloads: 10, reached: 3 },
      ],
      '2026-01-11',
    );
    expect(dates).toEqual(['2026-01-01', '2026-01-06', '2026-01-11']);
    expect(reached).toEqual([2, 3, null]);
    expect(total).toEqual([10, 10, 10]);
    expect(pace).toEqual([2, 6, 10]);
  });

  it('knows no share of nothing', () => {
    expect(shareOf({ workloads: 0, reached: 0 })).toBeNull();
    expect(shareOf({ workloads: 4, reached: 1 })).toBe(0.25);
  });
});

describe('saved views', () => {
  it('know their tab and leave out the place in the list', () => {
    expect(tabOf('/ml-lens/heatmap', '/ml-lens')).toBe('heatmap');
    expect(tabOf('/ml-lens', '/ml-lens')).toBeUndefined();
    expect(tabOf('/other', '/ml-lens')).toBeUndefined();
    expect(viewQuery('?owner=a&cursor=x&page=2')).toBe('owner=a');
  });
});
