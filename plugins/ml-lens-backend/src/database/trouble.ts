// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

/** What is wrong with the database, as far as callers and retries go by it. */
export type DatabaseTrouble =
  /** Two transactions were in each other's way; again, it may well succeed. */
  | 'contended'
  /** A row was held by somebody else for too long. */
  | 'locked'
  /** No connection became free. */
  | 'exhausted'
  /** The disk of the database is full. */
  | 'full'
  /** The database cannot be reached, or is about to stop or start. */
  | 'unavailable';

/** SQLSTATEs of PostgreSQL, and result codes of SQLite. */
const BY_CODE: Record<string, DatabaseTrouble> = {
  '40P01': 'contended',
  '40001': 'contended',
  SQLITE_BUSY: 'contended',
  SQLITE_LOCKED: 'contended',
  '55P03': 'locked',
  '53100': 'full',
  SQLITE_FULL: 'full',
  // Read-only: a replica after a failover, or a disk mounted so.
  '25006': 'unavailable',
  '25P03': 'unavailable',
  '53200': 'unavailable',
  '53300': 'unavailable',
  '53400': 'unavailable',
  '57014': 'unavailable',
  SQLITE_READONLY: 'unavailable',
  SQLITE_CANTOPEN: 'unavailable',
  SQLITE_IOERR: 'unavailable',
  ECONNREFUSED: 'unavailable',
  ECONNRESET: 'unavailable',
  ECONNABORTED: 'unavailable',
  EHOSTUNREACH: 'unavailable',
  ENETUNREACH: 'unavailable',
  ENOTFOUND: 'unavailable',
  EAI_AGAIN: 'unavailable',
  EPIPE: 'unavailable',
  ETIMEDOUT: 'unavailable',
  ENOSPC: 'full',
};

/** Classes of SQLSTATE: connection exceptions and operator intervention. */
const UNAVAILABLE_CLASS = /^(08...|57P..)$/;

/** What drivers and pools say without a code. */
const UNAVAILABLE_MESSAGE =
  /connection terminated|connection error and is not queryable|client was closed|timeout expired|unable to acquire a connection|timeout exceeded when trying to connect/i;

/**
 * What an error says about the database, or the nearest of its causes that
 * does; undefined for errors that are about something else.
 */
export function databaseTroubleOf(error: unknown): DatabaseTrouble | undefined {
  const seen = new Set<unknown>();
  for (
    let current = error;
    current instanceof Error && !seen.has(current);
    current = current.cause
  ) {
    seen.add(current);
    const trouble = troubleOf(current);
    if (trouble) {
      return trouble;
    }
    if (current instanceof AggregateError) {
      // All addresses of a host were tried.
      const inner = current.errors.map(databaseTroubleOf).find(Boolean);
      if (inner) {
        return inner;
      }
    }
  }
  return undefined;
}

function troubleOf(
  error: Error & { code?: unknown },
): DatabaseTrouble | undefined {
  if (error.name === 'KnexTimeoutError') {
    return 'exhausted';
  }
  if (typeof error.code === 'string') {
    // SQLite has extended codes: SQLITE_BUSY_SNAPSHOT, SQLITE_IOERR_WRITE.
    const code = /^SQLITE_[A-Z]+/.exec(error.code)?.[0] ?? error.code;
    if (code in BY_CODE) {
      return BY_CODE[code];
    }
    return UNAVAILABLE_CLASS.test(code) ? 'unavailable' : undefined;
  }
  return UNAVAILABLE_MESSAGE.test(error.message) ? 'unavailable' : undefined;
}
