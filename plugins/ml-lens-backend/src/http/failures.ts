// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import type { LoggerService } from '@backstage/backend-plugin-api';
import { isError } from '@backstage/errors';
import { randomUUID } from 'node:crypto';
import { databaseTroubleOf, type DatabaseTrouble } from '../database/trouble';
import { TooManyRequestsError, UnavailableError } from '../errors';

/**
 * What a caller is told of a failure that is none of theirs, or that is over
 * after a while.
 */
export interface ServerFailure {
  statusCode: number;
  name: string;
  message: string;
  /** When it may be worth to try again, in seconds. */
  retryAfterSeconds?: number;
}

const BUSY = 'Somebody else is writing this just now; try again in a moment';

/** What is said of a database in trouble: nothing it says itself. */
const TROUBLES: Record<DatabaseTrouble, [message: string, seconds: number]> = {
  contended: [BUSY, 1],
  locked: [BUSY, 2],
  exhausted: ['There is too much to do at the moment; try again later', 5],
  full: [
    'Nothing can be stored at the moment; administrators find the reason in the log',
    60,
  ],
  unavailable: [
    'Something ML Lens needs cannot be reached at the moment; try again later',
    10,
  ],
};

/** How Backstage answers errors by their names, where it is the caller's turn. */
const CALLERS = new Set([
  'AuthenticationError',
  'ConflictError',
  'InputError',
  'NotAllowedError',
  'NotFoundError',
  'NotModifiedError',
  'PayloadTooLargeError',
]);

/**
 * What to tell a caller of an error that is not theirs to mend, logged with
 * all there is to know; undefined for those that are, which say so themselves.
 * Texts of databases and drivers (SQL, addresses) go into the log alone.
 *
 * @param what - what was to be done, for the log
 */
export function serverFailureOf(
  error: unknown,
  logger: LoggerService,
  what: string,
): ServerFailure | undefined {
  if (
    error instanceof UnavailableError ||
    error instanceof TooManyRequestsError
  ) {
    const { statusCode, name, message, retryAfterSeconds } = error;
    return { statusCode, name, message, retryAfterSeconds };
  }
  if (isCallers(error)) {
    return undefined;
  }
  const cause = isError(error) ? error : new Error(String(error));
  const trouble = databaseTroubleOf(error);
  if (trouble) {
    const [message, retryAfterSeconds] = TROUBLES[trouble];
    if (trouble === 'full') {
      logger.error(`${what}: the disk of the database is full`, cause);
    } else {
      logger.warn(`${what}: the database is ${trouble}`, cause);
    }
    return {
      statusCode: 503,
      name: 'ServiceUnavailableError',
      message,
      retryAfterSeconds,
    };
  }
  const id = randomUUID();
  logger.error(`${what}: failed (${id})`, cause);
  return {
    statusCode: 500,
    name: 'Error',
    message: `Something went wrong; administrators find it in the log as ${id}`,
  };
}

function isCallers(error: unknown): boolean {
  if (!isError(error)) {
    return false;
  }
  const { statusCode, status } = error as {
    statusCode?: unknown;
    status?: unknown;
  };
  const code = statusCode ?? status;
  return typeof code === 'number'
    ? code >= 300 && code < 500
    : CALLERS.has(error.name);
}
