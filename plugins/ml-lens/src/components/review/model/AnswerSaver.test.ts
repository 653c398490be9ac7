// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import type { MlLensResponse } from '@ml-lens/backstage-plugin-ml-lens-common';
import {
  type Answer,
  type AnswerState,
  emptyAnswer,
} from '@ml-lens/lens-model';
import {
  AnswerSaver,
  type AnswerSaverOptions,
  NoAnswerError,
} from './AnswerSaver';

const state = (...selectedChoices: string[]): AnswerState => ({
  selectedChoices,
  notApplicableChoices: [],
  notApplicable: null,
  notes: '',
  evidence: [],
});

/** The answer as the server has it. */
const at = (revision: number): Answer => ({ ...emptyAnswer(), revision });

/** Lets what was promised happen. */
const settled = () => jest.advanceTimersByTimeAsync(0);

/** A server whose answers the test gives when it wants to. */
function setUp(options: Partial<AnswerSaverOptions> = {}) {
  const sent: {
    revision: number;
    state: AnswerState;
    signal: AbortSignal;
    accept(): Promise<void>;
    refuse(error: unknown): Promise<void>;
  }[] = [];
  const onSaved = jest.fn();
  const onRefused = jest.fn();
  const onUnseen = jest.fn();
  const saver = new AnswerSaver({
    put: (_questionId, revision, given, signal) =>
      new Promise((resolve, reject) => {
        sent.push({
          revision,
          state: given,
          signal,
          accept: () => {
            resolve({
              answer: { ...given, revision: revision + 1 },
            } as MlLensResponse<'putAnswer'>);
            return settled();
          },
          refuse: error => {
            reject(error);
            return settled();
          },
        });
      }),
    conflictOf: () => undefined,
    retryOf: () => 'auto',
    onSaved,
    onRefused,
    onUnseen,
    ...options,
  });
  return { saver, sent, onSaved, onRefused, onUnseen };
}

describe('AnswerSaver', () => {
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => jest.useRealTimers());

  it('sends what is given meanwhile once, after what is under way, on its revision', async () => {
    const { saver, sent, onSaved } = setUp();
    saver.save('q', at(4), state('a'));
    saver.save('q', at(4), state('a', 'b'));
    saver.save('q', at(4), state('b'));
    expect(sent).toHaveLength(1);
    expect(saver.saveOf('q').status).toBe('saving');

    await sent[0].accept();
    expect(sent.map(({ revision }) => revision)).toEqual([4, 5]);
    expect(sent[1].state.selectedChoices).toEqual(['b']);
    expect(onSaved.mock.lastCall?.[2]).toBe(false);
    expect(saver.isSaving()).toBe(true);

    await sent[1].accept();
    expect(sent).toHaveLength(2);
    expect(onSaved.mock.lastCall?.[2]).toBe(true);
    expect(saver.saveOf('q').status).toBe('saved');
    expect(saver.isSaving()).toBe(false);
  });

  it('saves questions beside each other', async () => {
    const { saver, sent } = setUp();
    saver.save('q', at(0), state('a'));
    saver.save('r', at(7), state('b'));
    expect(sent.map(({ revision }) => revision)).toEqual([0, 7]);
    await sent[1].accept();
    expect(saver.saveOf('r').status).toBe('saved');
    expect(saver.isSaving()).toBe(true);
  });

  it('keeps the newest wish of a conflict until it is dismissed', async () => {
    const current = at(9);
    const { saver, sent } = setUp({ conflictOf: () => ({ current }) });
    saver.save('q', at(1), state('a'));
    saver.save('q', at(1), state('b'));
    await sent[0].refuse(new Error('somebody was faster'));
    expect(sent).toHaveLength(1);
    expect(saver.saveOf('q')).toEqual({
      status: 'conflict',
      conflict: { current, attempted: state('b') },
    });
    expect(saver.waiting()).toEqual([['q', state('b')]]);

    saver.retryAll();
    await jest.advanceTimersByTimeAsync(120_000);
    expect(sent).toHaveLength(1);
    saver.dismiss('q');
    expect(saver.saveOf('q').status).toBe('idle');
    expect(saver.isSaving()).toBe(false);
  });

  it('takes a conflict with the same answer as saved: its own came through', async () => {
    const current = { ...at(2), ...state('b', 'a') };
    const { saver, sent, onSaved } = setUp({
      conflictOf: () => ({ current }),
    });
    saver.save('q', at(1), state('a', 'b'));
    await sent[0].refuse(new Error('revision is 2'));
    expect(saver.saveOf('q').status).toBe('saved');
    expect(onSaved).toHaveBeenCalledWith('q', { answer: current }, true);
    expect(saver.isSaving()).toBe(false);
  });

  it('goes on from its own answer that came through while another was given', async () => {
    const conflict = (current: Answer) => ({ current });
    const { saver, sent, onSaved } = setUp({
      conflictOf: error =>
        error instanceof Error ? undefined : (error as { current: Answer }),
    });
    saver.save('q', at(4), state('a'));
    await sent[0].refuse(new Error('The connection was lost'));
    saver.save('q', at(4), state('a', 'b'));
    await sent[1].refuse(conflict({ ...at(5), ...state('a') }));
    expect(sent).toHaveLength(3);
    expect(sent[2]).toMatchObject({ revision: 5, state: state('a', 'b') });
    expect(saver.saveOf('q')).toMatchObject({ isRetrying: true });
    // Whatever comes now is somebody else's.
    await sent[2].refuse(conflict({ ...at(6), ...state('a') }));
    expect(saver.saveOf('q')).toMatchObject({
      status: 'conflict',
      conflict: { attempted: state('a', 'b') },
    });
    expect(sent).toHaveLength(3);
    expect(onSaved).not.toHaveBeenCalled();
  });

  it('gives a server that does not answer 15 seconds, keeps the answer and sends it again', async () => {
    const { saver, sent } = setUp();
    saver.save('q', at(1), state('a'));
    await jest.advanceTimersByTimeAsync(14_999);
    expect(saver.saveOf('q').status).toBe('saving');
    await jest.advanceTimersByTimeAsync(1);
    expect(sent[0].signal.aborted).toBe(true);
    expect(saver.saveOf('q')).toEqual({
      status: 'unsent',
      error: expect.any(NoAnswerError),
      retry: 'auto',
    });
    await jest.advanceTimersByTimeAsync(2_000);
    expect(sent).toHaveLength(2);
    // What the first one would say is of no interest any more.
    await sent[0].accept();
    expect(saver.isSaving()).toBe(true);
    await sent[1].accept();
    expect(saver.saveOf('q').status).toBe('saved');
  });

  it('gives up at once what was under way before the computer slept', async () => {
    const { saver, sent } = setUp();
    saver.save('q', at(1), state('a'));
    saver.retryAll();
    expect(sent[0].signal.aborted).toBe(false);
    jest.setSystemTime(Date.now() + 3_600_000);
    saver.retryAll();
    expect(sent[0].signal.aborted).toBe(true);
    await jest.advanceTimersByTimeAsync(2_000);
    await sent[1].accept();
    expect(saver.saveOf('q').status).toBe('saved');
  });

  it('leaves the server alone for as long as it asks', async () => {
    const { saver, sent } = setUp({ retryAfterOf: () => 10_000 });
    saver.save('q', at(1), state('a'));
    await sent[0].refuse(new Error('busy'));
    await jest.advanceTimersByTimeAsync(9_999);
    expect(sent).toHaveLength(1);
    await jest.advanceTimersByTimeAsync(1);
    expect(sent).toHaveLength(2);
  });

  it('keeps what cannot be sent, and sends it again with growing pauses', async () => {
    const { saver, sent, onSaved } = setUp();
    const error = new TypeError('no connection');
    saver.save('q', at(1), state('a'));
    await sent[0].refuse(error);
    expect(saver.saveOf('q')).toEqual({
      status: 'unsent',
      error,
      retry: 'auto',
    });
    expect(saver.isSaving()).toBe(true);

    await jest.advanceTimersByTimeAsync(2_000);
    expect(sent).toHaveLength(2);
    expect(saver.saveOf('q')).toMatchObject({ isRetrying: true });
    await sent[1].refuse(error);
    await jest.advanceTimersByTimeAsync(3_999);
    expect(sent).toHaveLength(2);
    await jest.advanceTimersByTimeAsync(1);
    expect(sent).toHaveLength(3);

    await sent[2].accept();
    expect(sent[2]).toMatchObject({ revision: 1, state: state('a') });
    expect(onSaved).toHaveBeenCalledTimes(1);
    expect(saver.saveOf('q').status).toBe('saved');
    expect(saver.isSaving()).toBe(false);
    await jest.advanceTimersByTimeAsync(120_000);
    expect(sent).toHaveLength(3);
  });

  it('sends the next wish at once, on the revision the server has', async () => {
    const { saver, sent } = setUp();
    saver.save('q', at(1), state('a'));
    await sent[0].refuse(new TypeError('no connection'));
    // Somebody else's answer was fetched meanwhile: it must not be written over.
    saver.save('q', at(5), state('b'));
    expect(sent[1]).toMatchObject({ revision: 1, state: state('b') });
  });

  it('sends everything that waits once the connection is back', async () => {
    const { saver, sent } = setUp();
    for (const id of ['q', 'r']) saver.save(id, at(0), state('a'));
    for (const one of [...sent]) await one.refuse(new TypeError('offline'));
    saver.retryAll();
    expect(sent).toHaveLength(4);

    await sent[2].refuse(new TypeError('offline'));
    // What comes through for one answer does so for the others.
    await sent[3].accept();
    expect(sent).toHaveLength(5);
  });

  it('waits for the reader where only the reader can help', async () => {
    const { saver, sent } = setUp({ retryOf: () => 'manual' });
    saver.save('q', at(0), state('a'));
    await sent[0].refuse(new Error('signed out'));
    saver.retryAll();
    await jest.advanceTimersByTimeAsync(120_000);
    expect(sent).toHaveLength(1);
    saver.retry('q');
    await sent[1].accept();
    expect(saver.saveOf('q').status).toBe('saved');
  });

  it('puts back what the server does not take', async () => {
    const { saver, sent, onRefused } = setUp({ retryOf: () => 'never' });
    const error = new Error('not yours');
    const before = { ...at(3), ...state('z') };
    saver.save('q', before, state('a'));
    saver.save('q', { ...before, ...state('a') }, state('b'));
    await sent[0].refuse(error);
    expect(onRefused).toHaveBeenCalledWith('q', before);
    expect(saver.saveOf('q')).toEqual({ status: 'refused', error });
    expect(saver.isSaving()).toBe(false);
    await jest.advanceTimersByTimeAsync(120_000);
    expect(sent).toHaveLength(1);
  });

  it('tells of what nobody watches, and of an outage once', async () => {
    const { saver, sent, onUnseen } = setUp();
    const stop = saver.watch('q');
    saver.save('q', at(0), state('a'));
    await sent[0].refuse(new TypeError('offline'));
    expect(onUnseen).not.toHaveBeenCalled();
    stop();

    saver.save('r', at(0), state('a'));
    await sent[1].refuse(new TypeError('offline'));
    expect(onUnseen).not.toHaveBeenCalled();

    saver.dismiss('q');
    saver.dismiss('r');
    saver.save('r', at(0), state('a'));
    await sent[2].refuse(new TypeError('offline'));
    expect(onUnseen).toHaveBeenCalledTimes(1);
    await jest.advanceTimersByTimeAsync(2_000);
    await sent[3].refuse(new TypeError('offline'));
    expect(onUnseen).toHaveBeenCalledTimes(1);
  });

  it('tells those who listen, with the same value until it changes', async () => {
    const { saver, sent } = setUp();
    const listener = jest.fn();
    const stop = saver.subscribe(listener);
    saver.save('q', at(0), state('a'));
    expect(listener).toHaveBeenCalledTimes(1);
    expect(saver.saveOf('q')).toBe(saver.saveOf('q'));
    expect(saver.saveOf('other')).toBe(saver.saveOf('another'));
    stop();
    await sent[0].accept();
    expect(listener).toHaveBeenCalledTimes(1);
  });
});
