// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import type { Iteration, Milestone, PhaseState } from '@ml-lens/lens-model';
import { moveFocus } from './moveFocus';
import { defaultRange, rangesFor, timeDomain } from './timeDomain';
import type { TimelineInput } from './timeDomain';
import { timelineLayout } from './timelineLayout';

const AT = '2026-06-30T12:00:00.000Z';

function iteration(
  number: number,
  startedAt: string,
  endedAt: string | null,
  status: Iteration['status'] = endedAt ? 'COMPLETE' : 'IN_PROGRESS',
): Iteration {
  return {
    number,
    startedAt,
    startedBy: 'user:default/mika',
    completedAt: status === 'COMPLETE' ? endedAt : null,
    endedAt,
    status,
  };
}

function state(id: string, extra: Partial<PhaseState> = {}): PhaseState {
  return {
    id,
    status: 'NOT_STARTED',
    plannedStart: null,
    targetDate: null,
    late: false,
    iterations: [],
    unconfirmed: [],
    ...extra,
  };
}

function milestone(id: string, recordedAt: string): Milestone {
  return {
    id,
    name: id,
    note: '',
    recordedAt,
    recordedBy: 'user:default/mika',
    lensVersion: '1',
    score: 50,
    coverage: 1,
    level: 'Defined',
  };
}

const phases = [
  { id: 'frame', name: 'Framing', crispDm: ['Data Understanding'] },
  { id: 'collect', name: 'Collection', crispDm: ['Data Understanding'] },
  { id: 'prepare', name: 'Preparation', crispDm: ['Data Preparation'] },
  { id: 'evaluate', name: 'Evaluation', crispDm: ['Evaluation', 'Deployment'] },
];

function input(extra: Partial<TimelineInput> = {}): TimelineInput {
  return { phases, states: [], milestones: [], models: [], at: AT, ...extra };
}

const looped = input({
  states: [
    state('frame', {
      status: 'COMPLETE',
      targetDate: '2026-02-15',
      iterations: [
        iteration(1, '2026-01-10T09:00:00.000Z', '2026-02-01T09:00:00.000Z'),
      ],
    }),
    state('prepare', {
      status: 'IN_PROGRESS',
      targetDate: '2026-06-10',
      late: true,
      iterations: [
        iteration(1, '2026-02-01T09:00:00.000Z', '2026-03-01T09:00:00.000Z'),
        iteration(2, '2026-05-05T09:00:00.000Z', null),
      ],
    }),
    state('evaluate', {
      status: 'AT_RISK',
      targetDate: '2026-08-01',
      iterations: [
        iteration(1, '2026-04-01T09:00:00.000Z', '2026-05-01T09:00:00.000Z'),
      ],
    }),
  ],
  milestones: [
    milestone('agreed', '2026-03-01T09:00:00.000Z'),
    milestone('agreed-too', '2026-03-02T09:00:00.000Z'),
    milestone('live', '2026-06-01T09:00:00.000Z'),
  ],
});

describe('timelineLayout', () => {
  const layout = timelineLayout(looped, { width: 1000, range: 'all' });
  const lanes = layout.groups.flatMap(group => group.lanes);
  const laneOf = (id: string) => lanes.find(lane => lane.phase.id === id)!;

  it('keeps the lifecycle order and groups neighbours by CRISP-DM phase', () => {
    expect(
      layout.groups.map(group => [
        group.crispDm,
        group.lanes.map(lane => lane.phase.id),
      ]),
    ).toEqual([
      [['Data Understanding'], ['frame', 'collect']],
      [['Data Preparation'], ['prepare']],
      [['Evaluation'], ['evaluate']],
    ]);
    const tops = lanes.map(lane => lane.y);
    expect(tops).toEqual([...tops].sort((a, b) => a - b));
  });

  it('says each CRISP-DM phase once where phases take turns', () => {
    const turns = ['Data Understanding', 'Data Preparation'];
    const { groups } = timelineLayout(
      {
        ...looped,
        phases: [
          ...[0, 1, 0, 1].map((turn, index) => ({
            id: `turn-${index}`,
            name: `Turn ${index}`,
            crispDm: [turns[turn]],
          })),
          { id: 'evaluate', name: 'Evaluation', crispDm: ['Evaluation'] },
          { id: 'own', name: 'Of our own' },
        ],
      },
      { width: 1000, range: 'all' },
    );
    expect(
      groups.map(({ crispDm, lanes: own }) => [crispDm, own.length]),
    ).toEqual([
      [turns, 4],
      [['Evaluation'], 1],
      [[], 1],
    ]);
  });

  it('gives a phase without a state an empty lane', () => {
    expect(laneOf('collect')).toMatchObject({
      status: 'NOT_STARTED',
      bars: [],
      target: null,
    });
  });

  it('runs open iterations to the instant of the review', () => {
    const [, open] = laneOf('prepare').bars;
    expect(open.open).toBe(true);
    expect(open.x + open.width).toBeCloseTo(layout.today, 5);
  });

  it('keeps everything inside the plot', () => {
    const right = layout.plot.x + layout.plot.width;
    for (const bar of lanes.flatMap(lane => lane.bars)) {
      expect(bar.x).toBeGreaterThanOrEqual(layout.plot.x);
      expect(bar.x + bar.width).toBeLessThanOrEqual(right + 0.01);
    }
    expect(layout.today).toBeLessThan(right);
  });

  it('draws a short iteration wide enough to be seen', () => {
    const short = timelineLayout(
      input({
        states: [
          state('frame', {
            iterations: [
              iteration(
                1,
                '2025-01-10T09:00:00.000Z',
                '2025-01-10T09:30:00.000Z',
              ),
            ],
          }),
        ],
      }),
      { width: 700, range: 'all' },
    );
    expect(short.groups[0].lanes[0].bars[0].width).toBe(8);
  });

  it('says whether a target is met, missed or ahead, and marks the delay', () => {
    expect(laneOf('frame').target?.state).toBe('met');
    expect(laneOf('prepare').target?.state).toBe('late');
    expect(laneOf('evaluate').target?.state).toBe('ahead');
    const zone = laneOf('prepare').lateZone!;
    expect(zone.x).toBeCloseTo(laneOf('prepare').target!.x, 5);
    expect(zone.x + zone.width).toBeCloseTo(layout.today, 5);
    expect(laneOf('frame').lateZone).toBeNull();
  });

  it('shows an iteration that follows an evaluation as a loop', () => {
    expect(layout.loops).toHaveLength(1);
    expect(layout.loops[0]).toMatchObject({
      from: { phaseId: 'evaluate' },
      to: { phaseId: 'prepare', iteration: 2 },
    });
  });

  it('does not call an iteration a loop long after the evaluation', () => {
    const later = input({
      ...looped,
      states: looped.states.map(phase =>
        phase.id === 'prepare'
          ? {
              ...phase,
              iterations: [
                phase.iterations[0],
                iteration(2, '2026-06-20T09:00:00.000Z', null),
              ],
            }
          : phase,
      ),
    });
    expect(timelineLayout(later, { width: 1000, range: 'all' }).loops).toEqual(
      [],
    );
  });

  it('does not call an iteration a loop that somebody began by hand', () => {
    const byHand = input({
      ...looped,
      states: looped.states.map(phase => ({
        ...phase,
        iterations: phase.iterations.map(one => ({ ...one, reason: 'Drift' })),
      })),
    });
    expect(timelineLayout(byHand, { width: 1000, range: 'all' }).loops).toEqual(
      [],
    );
  });

  it('puts a target beside the bars, not over them', () => {
    const { target, bars } = laneOf('prepare');
    for (const bar of bars) {
      expect(target!.y).toBeGreaterThan(bar.y + bar.height);
    }
  });

  it('joins milestones too close to be told apart', () => {
    expect(
      layout.flags.map(flag => flag.milestones.map(({ id }) => id)),
    ).toEqual([['agreed', 'agreed-too'], ['live']]);
  });

  it('puts the names above the bars on a narrow picture', () => {
    const narrow = timelineLayout(looped, { width: 320, range: 'all' });
    const lane = narrow.groups[0].lanes[0];
    expect(narrow.compact).toBe(true);
    expect(lane.label.y + lane.label.height).toBeLessThanOrEqual(
      lane.bars[0].y,
    );
    expect(narrow.plot.width).toBeGreaterThan(280);
    expect(narrow.height).toBeGreaterThan(layout.height);
  });

  it('clips what began before the range', () => {
    const quarter = timelineLayout(looped, { width: 1000, range: 'quarter' });
    const prepare = quarter.groups[1].lanes[0];
    expect(prepare.bars.map(bar => bar.iteration.number)).toEqual([2]);
    expect(quarter.groups[2].lanes[0].bars[0].clipped).toBe(false);
    expect(quarter.flags.map(flag => flag.milestones[0].id)).toEqual(['live']);
  });
});

describe('timeDomain', () => {
  it('looks back three months when nothing has begun', () => {
    const [from, to] = timeDomain(input(), 'all');
    expect(from.toISOString().slice(0, 7)).toBe('2026-03');
    expect(to.getTime()).toBeGreaterThan(Date.parse(AT));
  });

  it('reaches to the last target', () => {
    const [, to] = timeDomain(looped, 'all');
    expect(to.getTime()).toBeGreaterThan(Date.parse('2026-08-01T23:59:59Z'));
  });

  it('offers shorter ranges only for a longer history', () => {
    expect(rangesFor(input())).toEqual(['all']);
    expect(rangesFor(looped)).toEqual(['all', 'quarter']);
    const old = input({
      milestones: [milestone('first', '2023-01-01T00:00:00.000Z')],
    });
    expect(rangesFor(old)).toEqual(['all', 'year', 'quarter']);
    expect(defaultRange(old)).toBe('year');
    expect(defaultRange(looped)).toBe('all');
  });
});

describe('moveFocus', () => {
  const { rows } = timelineLayout(looped, { width: 1000, range: 'all' });

  it('moves along a row, and to the nearest mark of the next', () => {
    expect(moveFocus(rows, 'prepare/1', 'ArrowRight')?.id).toBe('prepare/2');
    expect(moveFocus(rows, 'prepare/2', 'ArrowDown')?.id).toBe('evaluate/1');
    expect(moveFocus(rows, 'prepare/1', 'ArrowUp')?.id).toBe('frame/target');
    expect(moveFocus(rows, 'prepare/2', 'Home')?.id).toBe('prepare/1');
  });

  it('stays where there is nothing further', () => {
    expect(moveFocus(rows, 'prepare/1', 'ArrowLeft')).toBeUndefined();
    expect(moveFocus(rows, 'evaluate/1', 'ArrowDown')).toBeUndefined();
    expect(moveFocus(rows, 'prepare/1', 'Enter')).toBeUndefined();
  });
});

describe('marks of models', () => {
  const event = (at: string, kind: 'VERSION' | 'ALARM' = 'VERSION') => ({
    model: 'fraud',
    kind,
    at,
    text: '3',
  });
  const size = { width: 1000, range: 'all' } as const;

  it('stand above the bars, and share one where they are too close', () => {
    const layout = timelineLayout(
      {
        ...looped,
        models: [
          event('2019-01-01T00:00:00.000Z'),
          event('2026-03-01T00:00:00.000Z'),
          event('2026-03-01T06:00:00.000Z', 'ALARM'),
          event('2026-06-01T00:00:00.000Z'),
        ],
      },
      size,
    );
    expect(
      layout.models.map(({ events, shows }) => [events.length, shows]),
    ).toEqual([
      [2, 'ALARM'],
      [1, 'VERSION'],
    ]);
    const [{ y, id }] = layout.models;
    expect(y).toBeLessThan(layout.plot.y);
    expect(layout.rows.some(row => row.some(mark => mark.id === id))).toBe(
      true,
    );
  });

  it('take no room where there are none', () => {
    const { models, plot } = timelineLayout(looped, size);
    expect(models).toEqual([]);
    expect(plot.y).toBeLessThan(30);
  });
});
