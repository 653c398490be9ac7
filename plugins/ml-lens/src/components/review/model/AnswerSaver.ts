// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import type { MlLensResponse } from '@ml-lens/backstage-plugin-ml-lens-common';
import type { Answer, AnswerState } from '@ml-lens/lens-model';
import { sameState } from './optimistic';

/**
 * Whether sending the same again may help: by itself after a while, once the
 * person has done something about it, or not at all.
 */
export type Retry = 'auto' | 'manual' | 'never';

export type QuestionSave =
  | { status: 'idle' | 'saving' | 'saved' }
  /** Kept here, to be sent again. */
  | {
      status: 'unsent';
      error: unknown;
      retry: Exclude<Retry, 'never'>;
      isRetrying?: boolean;
    }
  /** Not taken by the server, and put back to what the server has. */
  | { status: 'refused'; error: unknown }
  /** What somebody else saved, and what was therefore not. */
  | {
      status: 'conflict';
      conflict: { current: Answer; attempted: AnswerState };
    };

export interface AnswerSaverOptions {
  put(
    questionId: string,
    revision: number,
    state: AnswerState,
    signal: AbortSignal,
  ): Promise<MlLensResponse<'putAnswer'>>;
  /** The conflict an error stands for, if it is one. */
  conflictOf(error: unknown): { current: Answer } | undefined;
  retryOf(error: unknown): Retry;
  /** How long the server asks to be left alone, in milliseconds. */
  retryAfterOf?(error: unknown): number | undefined;
  onSaved(
    questionId: string,
    result: { answer: Answer } & Partial<MlLensResponse<'putAnswer'>>,
    isLast: boolean,
  ): void;
  /** The server does not take the answer; `before` is what it has. */
  onRefused(questionId: string, before: Answer): void;
  /**
   * Told of a failure that no one sees otherwise: nothing watches the question.
   * Of answers that are kept, the first one only.
   */
  onUnseen(questionId: string, save: QuestionSave): void;
}

/** An answer the server does not have yet. */
interface Entry {
  /** As the server has it. */
  base: Answer;
  wanted: AnswerState;
  /** Sent before, and nobody knows whether the server has it. */
  unanswered: AnswerState[];
  sending: boolean;
  /** The request under way, and since when. */
  request?: { controller: AbortController; since: number };
  /** Times in a row that it could not be sent. */
  failures: number;
  timer?: ReturnType<typeof setTimeout>;
}

const IDLE: QuestionSave = { status: 'idle' };
const FIRST_PAUSE_MS = 2_000;
const LONGEST_PAUSE_MS = 60_000;
/** How long the server is given to answer. */
const LIMIT_MS = 15_000;

/** The server did not answer in time: whether it saved is not known. */
export class NoAnswerError extends Error {
  name = 'NoAnswerError';

  constructor() {
    super(`No answer within ${LIMIT_MS / 1000} s`);
  }
}

/**
 * Saves answers as they are given. Per question one request is under way at a
 * time; what is given meanwhile is sent after it with the revision it returned,
 * and only the latest state is sent. So a quick series of clicks can neither
 * conflict with itself nor arrive out of order.
 *
 * What cannot be sent is kept and sent again, with growing pauses and as soon
 * as the connection is back, until the server has taken or refused it. A server
 * that does not answer in time counts as one that could not be reached.
 *
 * How each save goes is told to those who subscribe.
 */
export class AnswerSaver {
  #options: AnswerSaverOptions;
  readonly #entries = new Map<string, Entry>();
  readonly #saves = new Map<string, QuestionSave>();
  readonly #listeners = new Set<() => void>();
  readonly #watched = new Map<string, number>();

  constructor(options: AnswerSaverOptions) {
    this.#options = options;
  }

  /** Goes on with other options: answers may outlive what they were given in. */
  connect(options: AnswerSaverOptions): void {
    this.#options = options;
  }

  /** @param before - the answer as it was, unless one is waiting to be saved */
  save(questionId: string, before: Answer, state: AnswerState): void {
    const entry = this.#entries.get(questionId) ?? {
      base: before,
      wanted: state,
      unanswered: [],
      sending: false,
      failures: 0,
    };
    this.#entries.set(questionId, entry);
    entry.wanted = state;
    if (!entry.sending) void this.#send(questionId, entry);
  }

  /** Sends again what was kept of the question. */
  retry(questionId: string): void {
    const entry = this.#entries.get(questionId);
    if (entry && !entry.sending) void this.#send(questionId, entry);
  }

  /**
   * Sends again whatever waits for its time, e.g. when the connection is back;
   * gives up requests whose time passed while the computer slept.
   */
  retryAll = (): void => {
    for (const [questionId, { timer, request }] of this.#entries) {
      if (timer !== undefined) this.retry(questionId);
      if (request && Date.now() - request.since >= LIMIT_MS) {
        request.controller.abort();
      }
    }
  };

  /** How the last save of the question goes or went; the same until it changes. */
  saveOf(questionId: string): QuestionSave {
    return this.#saves.get(questionId) ?? IDLE;
  }

  /** Whether there is an answer that the server does not have yet. */
  isSaving = (): boolean => this.#entries.size > 0;

  /** The answers the server does not have yet. */
  waiting(): [questionId: string, state: AnswerState][] {
    return [...this.#entries].map(([id, { wanted }]) => [id, wanted]);
  }

  /** Gives up what was kept of the question, e.g. when its conflict is resolved. */
  dismiss(questionId: string): void {
    clearTimeout(this.#entries.get(questionId)?.timer);
    this.#entries.delete(questionId);
    this.#tell(questionId, IDLE);
  }

  /** Calls `listener` whenever a save starts or ends; returns how to stop it. */
  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** Says that something shows how saves of the question go; returns how to stop. */
  watch(questionId: string): () => void {
    const add = (count: number) =>
      this.#watched.set(
        questionId,
        (this.#watched.get(questionId) ?? 0) + count,
      );
    add(1);
    return () => add(-1);
  }

  #tell(questionId: string, save: QuestionSave): void {
    this.#saves.set(questionId, save);
    this.#listeners.forEach(listener => listener());
  }

  async #send(questionId: string, entry: Entry): Promise<void> {
    clearTimeout(entry.timer);
    entry.timer = undefined;
    entry.sending = true;
    const last = this.saveOf(questionId);
    this.#tell(
      questionId,
      last.status === 'unsent'
        ? { ...last, isRetrying: true }
        : { status: 'saving' },
    );
    for (;;) {
      const state = entry.wanted;
      let result: MlLensResponse<'putAnswer'>;
      try {
        result = await this.#put(questionId, entry, state);
      } catch (error) {
        entry.sending = false;
        this.#onFailure(questionId, entry, { error, state });
        return;
      }
      entry.base = result.answer;
      entry.unanswered = [];
      entry.failures = 0;
      const isLast = entry.wanted === state;
      if (isLast) this.#entries.delete(questionId);
      this.#options.onSaved(questionId, result, isLast);
      if (isLast) break;
    }
    this.#tell(questionId, { status: 'saved' });
    // What works for one answer works for the others.
    this.retryAll();
  }

  async #put(
    questionId: string,
    entry: Entry,
    state: AnswerState,
  ): Promise<MlLensResponse<'putAnswer'>> {
    const controller = new AbortController();
    const { signal } = controller;
    entry.request = { controller, since: Date.now() };
    const timer = setTimeout(() => controller.abort(), LIMIT_MS);
    try {
      return await Promise.race([
        this.#options.put(questionId, entry.base.revision, state, signal),
        // Not every way to send things ends when it is told to.
        new Promise<never>((_, reject) => {
          signal.addEventListener('abort', () => reject(new NoAnswerError()));
        }),
      ]);
    } catch (error) {
      throw signal.aborted ? new NoAnswerError() : error;
    } finally {
      clearTimeout(timer);
      entry.request = undefined;
    }
  }

  #onFailure(
    questionId: string,
    entry: Entry,
    { error, state }: { error: unknown; state: AnswerState },
  ): void {
    const { conflictOf, retryOf, retryAfterOf, onSaved, onRefused } =
      this.#options;
    const conflict = conflictOf(error);
    if (conflict) {
      const { current } = conflict;
      if (sameState(current, entry.wanted)) {
        // The same was given twice: by two people, or by a request of ours whose
        // answer was lost.
        this.#entries.delete(questionId);
        onSaved(questionId, { answer: current }, true);
        this.#tell(questionId, { status: 'saved' });
        return;
      }
      if (entry.unanswered.some(sent => sameState(current, sent))) {
        // Nobody else's: it was taken, and another one was given before that
        // was known. What is wanted goes on from there.
        entry.base = current;
        entry.unanswered = [];
        void this.#send(questionId, entry);
        return;
      }
      const attempted = entry.wanted;
      this.#fail(questionId, {
        status: 'conflict',
        conflict: { current, attempted },
      });
      return;
    }
    const retry = retryOf(error);
    if (retry === 'never') {
      this.#entries.delete(questionId);
      onRefused(questionId, entry.base);
      this.#fail(questionId, { status: 'refused', error });
      return;
    }
    if (!entry.unanswered.includes(state)) entry.unanswered.push(state);
    if (retry === 'auto') {
      const pause = FIRST_PAUSE_MS * 2 ** entry.failures;
      entry.failures += 1;
      entry.timer = setTimeout(
        () => this.retry(questionId),
        Math.min(Math.max(pause, retryAfterOf?.(error) ?? 0), LONGEST_PAUSE_MS),
      );
    }
    this.#fail(questionId, { status: 'unsent', error, retry });
  }

  #fail(questionId: string, save: QuestionSave): void {
    const isKnown =
      save.status === 'unsent' &&
      [...this.#saves.values()].some(({ status }) => status === 'unsent');
    this.#tell(questionId, save);
    if (!isKnown && !this.#watched.get(questionId)) {
      this.#options.onUnseen(questionId, save);
    }
  }
}
