import type {
  AnswerResult,
  AnswerState,
} from '@ml-lens/backstage-plugin-ml-lens-common';
import { AnswerSaver, type AnswerSaverOptions } from './AnswerSaver';

const state = (...selectedChoices: string[]): AnswerState => ({
  selectedChoices,
  notApplicableChoices: [],
  notApplicable: null,
  notes: '',
  evidence: [],
});

/** A server whose answers the test gives when it wants to. */
function setUp(options: Partial<AnswerSaverOptions> = {}) {
  const sent: {
    revision: number;
    state: AnswerState;
    accept(): Promise<void>;
    refuse(error: unknown): Promise<void>;
  }[] = [];
  const onSaved = jest.fn();
  const onError = jest.fn();
  const saver = new AnswerSaver({
    put: (_questionId, revision, given) =>
      new Promise((resolve, reject) => {
        const settled = () => new Promise<void>(done => setTimeout(done, 0));
        sent.push({
          revision,
          state: given,
          accept: () => {
            resolve({
              answer: { ...given, revision: revision + 1 },
            } as AnswerResult);
            return settled();
          },
          refuse: error => {
            reject(error);
            return settled();
          },
        });
      }),
    conflictOf: () => undefined,
    onSaved,
    onError,
    ...options,
  });
  return { saver, sent, onSaved, onError };
}

describe('AnswerSaver', () => {
  it('sends what is given meanwhile once, after what is under way, on its revision', async () => {
    const { saver, sent, onSaved } = setUp();
    saver.save('q', 4, state('a'));
    saver.save('q', 4, state('a', 'b'));
    saver.save('q', 4, state('b'));
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
    saver.save('q', 0, state('a'));
    saver.save('r', 7, state('b'));
    expect(sent.map(({ revision }) => revision)).toEqual([0, 7]);
    await sent[1].accept();
    expect(saver.saveOf('r').status).toBe('saved');
    expect(saver.isSaving()).toBe(true);
  });

  it('keeps the newest wish of a conflict until it is dismissed', async () => {
    const current = { revision: 9 } as AnswerResult['answer'];
    const { saver, sent, onError } = setUp({ conflictOf: () => ({ current }) });
    saver.save('q', 1, state('a'));
    saver.save('q', 1, state('b'));
    await sent[0].refuse(new Error('somebody was faster'));
    expect(sent).toHaveLength(1);
    expect(saver.saveOf('q')).toEqual({
      status: 'conflict',
      conflict: { current, attempted: state('b') },
    });
    expect(onError).not.toHaveBeenCalled();
    saver.dismiss('q');
    expect(saver.saveOf('q').status).toBe('idle');
  });

  it('tells of an error, and sends the next wish on the revision it is given with', async () => {
    const { saver, sent, onError } = setUp();
    const error = new Error('no connection');
    saver.save('q', 1, state('a'));
    await sent[0].refuse(error);
    expect(saver.saveOf('q')).toEqual({ status: 'error', error });
    expect(onError).toHaveBeenCalledWith(error);
    saver.save('q', 1, state('b'));
    expect(sent[1].revision).toBe(1);
  });

  it('tells those who listen, with the same value until it changes', async () => {
    const { saver, sent } = setUp();
    const listener = jest.fn();
    const stop = saver.subscribe(listener);
    saver.save('q', 0, state('a'));
    expect(listener).toHaveBeenCalledTimes(1);
    expect(saver.saveOf('q')).toBe(saver.saveOf('q'));
    expect(saver.saveOf('other')).toBe(saver.saveOf('another'));
    stop();
    await sent[0].accept();
    expect(listener).toHaveBeenCalledTimes(1);
  });
});
