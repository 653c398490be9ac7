// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import type { LoggerService } from '@backstage/backend-plugin-api';
import { isError } from '@backstage/errors';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import { setTimeout as pauseFor } from 'node:timers/promises';
import { UnavailableError } from '../errors';

/** How long the catalog is given for one answer, in milliseconds. */
const LIMIT_MS = 30_000;

const RETRY_AFTER_SECONDS = 10;

/**
 * The catalog, with an end to every question. Its client waits for ever for the
 * rest of an answer whose connection broke: the task that asked would never run
 * again on this replica.
 *
 * @returns a catalog whose methods throw UnavailableError when there is no
 *   answer in time, or one that is the catalog's fault
 */
export function patientCatalog(
  catalog: CatalogService,
  logger: LoggerService,
  limitMs = LIMIT_MS,
): CatalogService {
  const answerOf = async <T>(answer: Promise<T>): Promise<T> => {
    const timer = new AbortController();
    const late = pauseFor(limitMs, undefined, {
      signal: timer.signal,
      ref: false,
    }).then(() => {
      throw new Error(`No answer within ${limitMs} ms`);
    });
    try {
      return await Promise.race([answer, late]);
    } catch (error) {
      if (isCallers(error)) {
        throw error;
      }
      logger.warn('The catalog gave no answer', error as Error);
      throw new UnavailableError(
        'The catalog cannot be asked at the moment; try again later',
        RETRY_AFTER_SECONDS,
      );
    } finally {
      timer.abort();
      // Aborting rejects it, with nobody left to hear it.
      late.catch(() => {});
    }
  };

  async function* pagesOf<T>(pages: AsyncIterable<T>): AsyncGenerator<T> {
    const iterator = pages[Symbol.asyncIterator]();
    for (;;) {
      const next = await answerOf(iterator.next());
      if (next.done) {
        return;
      }
      yield next.value;
    }
  }

  return new Proxy(catalog, {
    get(target, name) {
      const member = Reflect.get(target, name, target);
      if (typeof member !== 'function') {
        return member;
      }
      return (...args: unknown[]) => {
        const answer = member.apply(target, args);
        return Symbol.asyncIterator in answer
          ? pagesOf(answer)
          : answerOf(answer);
      };
    },
  });
}

/** Whether the catalog refuses what it was asked, and is well otherwise. */
function isCallers(error: unknown): boolean {
  if (!isError(error)) {
    return false;
  }
  const { statusCode } = error as { statusCode?: unknown };
  return typeof statusCode === 'number'
    ? statusCode >= 400 && statusCode < 500
    : error.name === 'InputError';
}
