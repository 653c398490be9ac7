// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import {
  answerOf,
  eventFixture,
  minute,
  selected,
} from '../__testUtils__/lensFixture';
import {
  lens,
  answer,
  confirm,
  note,
  start,
  target,
  upgrade,
  run,
  build,
  type Step,
} from './__testUtils__/steps';
import { applyEvent } from './reducer';
import { initialReviewState } from './state';

describe('answers', () => {
  it('count revisions and remember who and when', () => {
    const state = run(answer('q_one', 'HIGH'), answer('q_one', 'NONE'));
    expect(state).toMatchObject({ lastSeq: 2, lastAt: minute(2) });
    expect(state.answers.get('q_one')).toEqual({
      revision: 2,
      state: answerOf('q_one', 'NONE'),
      updatedAt: minute(2),
      updatedBy: 'user:default/ada',
    });
  });

  it('become empty when an answer is taken back', () => {
    const state = run(answer('q_one', 'HIGH'), {
      ...answer('q_one', 'NONE'),
      after: null,
    });
    expect(state.answers.get('q_one')).toMatchObject({
      revision: 2,
      state: selected(),
    });
  });

  it('are taken over, changed or dropped by an upgrade', () => {
    const state = run(
      answer('q_one', 'NONE'),
      answer('q_three', 'NONE'),
      answer('q_two', 'HIGH'),
      upgrade({ q_one: null, q_three: answerOf('q_three', 'MEDIUM') }),
    );
    expect(state.lensVersion).toBe('2');
    expect([...state.answers].map(([id, a]) => [id, a.revision])).toEqual([
      ['q_three', 2],
      ['q_two', 1],
    ]);
  });

  it('that were dropped never have a revision again that they had', () => {
    const state = run(
      answer('q_one', 'HIGH'),
      answer('q_one', 'NONE'),
      upgrade({ q_one: null }),
      answer('q_two', 'NONE'),
      upgrade({ q_one: answerOf('q_one', 'NONE') }),
      answer('q_one', 'HIGH'),
    );
    expect(state.answers.get('q_one')!.revision).toBe(5);
    // Above every revision before, whichever question it is.
    expect(state.answers.get('q_two')!.revision).toBe(4);
  });

  it('are of the version they were given in', () => {
    const state = run({ ...answer('q_new', 'NONE'), lensVersion: '2' });
    expect(state.lensVersion).toBe('2');
  });

  it('are no fresh look when a move carries them over', () => {
    const fill = { ...answer('q_two', 'NONE'), source: 'UPGRADE' as const };
    const asked = run(answer('q_one', 'HIGH'));
    expect(asked.answeredAt).toBe(asked.lastAt);
    const moved = run(answer('q_one', 'HIGH'), upgrade({ q_one: null }), fill);
    expect(moved.answeredAt).toBe(asked.answeredAt);
    const filled = run(fill, { ...fill, source: 'UNDO' });
    expect(filled.answeredAt).toBe(asked.answeredAt);
    const looked = run(fill, answer('q_one', 'HIGH'));
    expect(looked.answeredAt).toBe(looked.lastAt);
    expect(initialReviewState('1').answeredAt).toBeNull();
  });

  it('leave the state they came from as it was', () => {
    const before = initialReviewState('1');
    applyEvent(lens, before, eventFixture(1, answer('q_one', 'NONE')));
    expect(before).toEqual(initialReviewState('1'));
  });
});

describe('iterations', () => {
  // The phase `build` has one question, q_three.
  it.each<[string, Step[], unknown[][]]>([
    ['none before the first answer', [answer('q_one', 'NONE')], []],
    [
      'opens with the first answer',
      [answer('q_three', 'HIGH')],
      [[1, null, null, 'AT_RISK']],
    ],
    ['an empty answer opens nothing', [answer('q_three', 'UNANSWERED')], []],
    [
      'opens and completes at once',
      [answer('q_three', 'NONE')],
      [[1, 1, 1, 'COMPLETE']],
    ],
    [
      'completes when nothing applies',
      [answer('q_three', 'NOT_APPLICABLE')],
      [[1, 1, 1, 'COMPLETE']],
    ],
    [
      'completes with a later answer',
      [answer('q_three', 'HIGH'), answer('q_three', 'MEDIUM')],
      [[1, 2, 2, 'COMPLETE']],
    ],
    [
      'an answer that keeps it complete opens nothing',
      [answer('q_three', 'NONE'), answer('q_three', 'MEDIUM')],
      [[1, 1, 1, 'COMPLETE']],
    ],
    [
      'falling back opens the next',
      [answer('q_three', 'NONE'), answer('q_three', 'HIGH')],
      [
        [1, 1, 1, 'COMPLETE'],
        [2, null, null, 'AT_RISK'],
      ],
    ],
    [
      'and completing it closes that',
      [
        answer('q_three', 'NONE'),
        answer('q_three', 'HIGH'),
        answer('q_one', 'NONE'),
        answer('q_three', 'NONE'),
      ],
      [
        [1, 1, 1, 'COMPLETE'],
        [2, 4, 4, 'COMPLETE'],
      ],
    ],
    [
      'by hand before any answer',
      [start('build', 'Pilot')],
      [[1, null, null, 'IN_PROGRESS']],
    ],
    [
      'by hand ends the open one where it stands',
      [
        answer('q_three', 'HIGH'),
        start('build', 'Drift'),
        answer('q_three', 'NONE'),
      ],
      [
        [1, null, 2, 'AT_RISK'],
        [2, 3, 3, 'COMPLETE'],
      ],
    ],
    [
      'by hand in a complete phase is in progress',
      [answer('q_three', 'NONE'), start('build', 'Retraining')],
      [
        [1, 1, 1, 'COMPLETE'],
        [2, null, null, 'IN_PROGRESS'],
      ],
    ],
    [
      'until its answers are given anew',
      [
        answer('q_three', 'NONE'),
        start('build', 'Retraining'),
        answer('q_three', 'MEDIUM'),
      ],
      [
        [1, 1, 1, 'COMPLETE'],
        [2, 3, 3, 'COMPLETE'],
      ],
    ],
    [
      'an upgrade opens nothing',
      [answer('q_three', 'NONE'), upgrade()],
      [[1, 1, 1, 'COMPLETE']],
    ],
    [
      'the first answer that leaves new questions open opens the next',
      [
        answer('q_three', 'NONE'),
        upgrade(),
        answer('q_new', 'HIGH'),
        answer('q_new', 'NONE'),
      ],
      [
        [1, 1, 1, 'COMPLETE'],
        [3, 4, 4, 'COMPLETE'],
      ],
    ],
    [
      'an upgrade completes what it makes complete',
      [
        answer('q_three', 'HIGH'),
        upgrade({
          q_three: answerOf('q_three', 'NONE'),
          q_new: answerOf('q_new', 'NONE'),
        }),
      ],
      [[1, 2, 2, 'COMPLETE']],
    ],
    [
      'an upgrade shows the status it leaves an open one in',
      [answer('q_three', 'HIGH'), upgrade()],
      [[1, null, null, 'IN_PROGRESS']],
    ],
    [
      'an upgrade leaves one begun by hand in a complete phase open',
      [
        answer('q_three', 'NONE'),
        start('build', 'Drift'),
        upgrade({ q_new: answerOf('q_new', 'NONE') }),
      ],
      [
        [1, 1, 1, 'COMPLETE'],
        [2, null, null, 'IN_PROGRESS'],
      ],
    ],
    [
      'begun by hand in a complete phase complete with the word that all holds',
      [
        answer('q_three', 'NONE'),
        start('build', 'Drift'),
        target('build', '2026-04-01'),
        confirm('q_three', 'NONE'),
      ],
      [
        [1, 1, 1, 'COMPLETE'],
        [2, 4, 4, 'COMPLETE'],
      ],
    ],
    [
      'do not begin with a note',
      [note('q_three'), answer('q_three', 'HIGH'), note('q_three', 'HIGH')],
      [[2, null, null, 'AT_RISK']],
    ],
    [
      'a phase that a new version left open does not begin with a note either',
      [answer('q_three', 'NONE'), upgrade(), note('q_three', 'NONE')],
      [[1, 1, 1, 'COMPLETE']],
    ],
  ])('%s', (_, steps, iterations) => {
    expect(build(...steps)).toEqual(iterations);
  });

  it('keep the reason and the starter', () => {
    expect(
      run(start('build', 'Drift')).phases.get('build')?.iterations,
    ).toEqual([
      expect.objectContaining({
        number: 1,
        reason: 'Drift',
        startedBy: 'user:default/ada',
      }),
    ]);
  });
});

describe('events', () => {
  it.each<Step>([
    { type: 'ANSWERED' },
    { type: 'TARGET_SET', after: { targetDate: null } },
    { type: 'ITERATION_STARTED', after: { reason: 'x' } },
    { type: 'LENS_UPGRADED' },
  ])('that cannot be are refused: %j', step => {
    expect(() => run(step)).toThrow(TypeError);
  });

  it('a milestone only moves the history on', () => {
    const state = run({
      type: 'MILESTONE_RECORDED',
      after: { id: 'm', name: 'Launch', note: '' },
    });
    expect(state).toEqual({
      ...initialReviewState('1'),
      lastSeq: 1,
      lastAt: minute(1),
    });
  });
});
