/*
 * Copyright 2026 The ML Lens Authors
 *
 * Licensed under the Apache License, Version 2.0 (the "License");
 * you may not use this file except in compliance with the License.
 * You may obtain a copy of the License at
 *
 *     http://www.apache.org/licenses/LICENSE-2.0
 */
import { LRUCache } from 'lru-cache';

/** Most that is kept, in characters of JSON. */
const MAX_KEPT_CHARACTERS = 32_000_000;
/** Larger answers are not kept. */
const MAX_ANSWER_CHARACTERS = 4_000_000;

interface Kept {
  version: string;
  answer: object;
}

interface Running<T> {
  /** What the answer is at least as new as. */
  version: string;
  answer: Promise<T>;
  /** Begins when this one has ended; for those who came too late for it. */
  next?: Promise<T>;
}

/**
 * Keeps answers until what they are made from changes, and works out each of
 * them once at a time however many ask: while one is being worked out, all who
 * need a newer one share the next. So an answer is never older than its
 * question, and constant change does not multiply the work.
 *
 * Answers are shared: nobody may change them.
 */
export class OrgAnswers {
  readonly #version: () => Promise<string>;
  readonly #kept = new LRUCache<string, Kept>({
    maxSize: MAX_KEPT_CHARACTERS,
    maxEntrySize: MAX_ANSWER_CHARACTERS,
    sizeCalculation: ({ answer }, key) =>
      key.length + JSON.stringify(answer).length,
  });
  readonly #running = new Map<string, Running<any>>();

  /**
   * @param version - is another one whenever answers change
   */
  constructor(version: () => Promise<string>) {
    this.#version = version;
  }

  /**
   * The answer to a question.
   *
   * @param key - what is asked, and as whom
   */
  async get<T extends object>(
    key: string,
    answer: () => Promise<T>,
  ): Promise<T> {
    const version = await this.#version();
    const kept = this.#kept.get(key);
    if (kept?.version === version) {
      return kept.answer as T;
    }
    const running: Running<T> | undefined = this.#running.get(key);
    if (!running) {
      return await this.#start(key, version, answer);
    }
    if (running.version === version) {
      return await running.answer;
    }
    running.next ??= this.#after(running, key, answer);
    return await running.next;
  }

  async #after<T extends object>(
    running: Running<T>,
    key: string,
    work: () => Promise<T>,
  ): Promise<T> {
    // Whether the one before could be answered is not our question.
    await running.answer.catch(() => {});
    try {
      return await this.#start(key, await this.#version(), work);
    } finally {
      // Still there only if the next one could not even begin.
      if (this.#running.get(key) === running) {
        this.#running.delete(key);
      }
    }
  }

  #start<T extends object>(
    key: string,
    version: string,
    work: () => Promise<T>,
  ): Promise<T> {
    const running: Running<T> = {
      version,
      answer: work().then(answer => {
        // What changed meanwhile may or may not be in it: it counts as old.
        this.#kept.set(key, { version, answer });
        return answer;
      }),
    };
    this.#running.set(key, running);
    const forget = () => {
      if (this.#running.get(key) === running && !running.next) {
        this.#running.delete(key);
      }
    };
    running.answer.then(forget, forget);
    return running.answer;
  }
}
