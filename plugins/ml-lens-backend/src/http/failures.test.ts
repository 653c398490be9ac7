// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { mockServices } from '@backstage/backend-test-utils';
import { InputError, NotFoundError } from '@backstage/errors';
import { UnavailableError } from '../errors';
import { serverFailureOf } from './failures';

const SQL = 'select * from "reviews" where "review_id" = $1';

/** An error as drivers and pools throw it. */
function thrown(message: string, fields: object = {}): Error {
  return Object.assign(new Error(message), fields);
}

function failureOf(error: unknown) {
  const logger = mockServices.logger.mock();
  const failure = serverFailureOf(error, logger, 'GET /things');
  return { failure, logger };
}

describe('serverFailureOf', () => {
  it.each([
    [`${SQL} - Connection terminated unexpectedly`, {}],
    [`${SQL} - terminating connection`, { code: '57P01' }],
    ['the database system is starting up', { code: '57P03' }],
    ['connection failure', { code: '08006' }],
    ['connect ECONNREFUSED 127.0.0.1:7432', { code: 'ECONNREFUSED' }],
    ['read ECONNRESET', { code: 'ECONNRESET' }],
    ['getaddrinfo ENOTFOUND db.internal', { code: 'ENOTFOUND' }],
    ['sorry, too many clients already', { code: '53300' }],
    [`${SQL} - cannot execute UPDATE`, { code: '25006' }],
    [`${SQL} - canceling statement`, { code: '57014' }],
    [`${SQL} - idle-in-transaction timeout`, { code: '25P03' }],
    [`${SQL} - deadlock detected`, { code: '40P01' }],
    [`${SQL} - could not serialize access`, { code: '40001' }],
    [`${SQL} - lock timeout`, { code: '55P03' }],
    [`${SQL} - No space left on device`, { code: '53100' }],
    [`${SQL} - database or disk is full`, { code: 'SQLITE_FULL' }],
    [`${SQL} - disk I/O error`, { code: 'SQLITE_IOERR_WRITE' }],
    [`${SQL} - database is locked`, { code: 'SQLITE_BUSY_SNAPSHOT' }],
    [`${SQL} - readonly database`, { code: 'SQLITE_READONLY' }],
    [
      'Knex: Timeout acquiring a connection. Are you missing a .transacting(trx) call?',
      { name: 'KnexTimeoutError' },
    ],
    ['fetch failed', { cause: thrown('', { code: 'ECONNREFUSED' }) }],
  ])('says of "%s" that it may pass: 503', (message, fields) => {
    const { failure } = failureOf(thrown(message, fields));
    expect(failure).toEqual({
      statusCode: 503,
      name: 'ServiceUnavailableError',
      message: expect.stringMatching(/^[A-Z][a-zA-Z ;]+$/),
      retryAfterSeconds: expect.any(Number),
    });
    expect(failure!.message).not.toContain(message);
  });

  it.each([
    thrown(`${SQL} - duplicate key`, { code: '23505' }),
    thrown(`${SQL} - no such column: x`, { code: 'SQLITE_ERROR' }),
    new TypeError("Cannot read properties of undefined (reading 'x')"),
    'no error at all',
  ])('says of anything else no more than where to look: %s', error => {
    const { failure, logger } = failureOf(error);
    expect(failure).toMatchObject({ statusCode: 500, name: 'Error' });
    const [id] = /[\w-]{36}$/.exec(failure!.message)!;
    expect(logger.error.mock.calls).toEqual([
      [`GET /things: failed (${id})`, expect.any(Error)],
    ]);
  });

  it('tells the log that a disk is full', () => {
    const { logger } = failureOf(thrown('no space', { code: '53100' }));
    expect(logger.error.mock.calls[0][0]).toBe(
      'GET /things: the disk of the database is full',
    );
  });

  it('leaves alone what callers can mend, and says what is meant for them', () => {
    expect(failureOf(new InputError('name: is needed')).failure).toBe(
      undefined,
    );
    expect(failureOf(new NotFoundError('none')).failure).toBe(undefined);
    expect(
      failureOf(thrown('Bad gzip', { status: 400, expose: true })).failure,
    ).toBe(undefined);
    expect(failureOf(new UnavailableError('Come again', 7)).failure).toEqual({
      statusCode: 503,
      name: 'ServiceUnavailableError',
      message: 'Come again',
      retryAfterSeconds: 7,
    });
  });
});
