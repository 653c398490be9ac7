// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { CustomErrorBase, NotFoundError } from '@backstage/errors';

/**
 * A request body beyond the size that is read: 413.
 */
export class PayloadTooLargeError extends CustomErrorBase {
  name = 'PayloadTooLargeError' as const;
  readonly statusCode = 413;
}

/**
 * What is asked for cannot be done at the moment, through nobody's fault: 503
 * with `Retry-After`.
 */
export class UnavailableError extends CustomErrorBase {
  name = 'ServiceUnavailableError' as const;
  readonly statusCode = 503;

  /** @param retryAfterSeconds - when it may be worth to try again */
  constructor(message: string, readonly retryAfterSeconds: number) {
    super(message);
  }
}

/**
 * The caller has asked for too much in a while: 429 with `Retry-After`.
 */
export class TooManyRequestsError extends CustomErrorBase {
  name = 'TooManyRequestsError' as const;
  readonly statusCode = 429;

  /** @param retryAfterSeconds - when there is room again */
  constructor(message: string, readonly retryAfterSeconds: number) {
    super(message);
  }
}

/**
 * An error whose HTTP answer carries more than Backstage's `error`: the fields
 * of `body` stand beside it, e.g. `{ error, problems }` of a lens import or
 * `{ error, current, attempted }` of a stale answer. `bindRoute` writes it.
 */
export class ErrorWithBody extends CustomErrorBase {
  /** `error.name` of the answer, e.g. `InputError` or `ConflictError`. */
  readonly name: string;
  readonly statusCode: number;
  readonly body: Record<string, unknown>;

  constructor(options: {
    name: string;
    statusCode: number;
    message: string;
    body: Record<string, unknown>;
  }) {
    super(options.message);
    this.name = options.name;
    this.statusCode = options.statusCode;
    this.body = options.body;
  }
}

/**
 * Somebody else wrote first. Nothing was stored and nothing is lost: the answer
 * carries what stands and what was attempted.
 */
export class StaleWriteError<
  Current extends object = object,
> extends ErrorWithBody {
  /**
   * @param message - what happened meanwhile
   * @param current - as it stands
   * @param attempted - what was refused, as it was sent; null for no body
   */
  constructor(
    message: string,
    readonly current: Current,
    readonly attempted: object | null,
  ) {
    super({
      name: 'ConflictError',
      statusCode: 409,
      message,
      body: { current, attempted },
    });
  }
}

/**
 * {@link StaleWriteError} for a write that names the revision its writer saw.
 *
 * @param what - what was to be written, e.g. `The answer`
 */
export function staleRevision<Current extends { revision: number }>(
  what: string,
  current: Current,
  attempted: { revision: number },
): StaleWriteError<Current> {
  return new StaleWriteError(
    `${what} has changed since it was read: it is at revision ${current.revision}, not ${attempted.revision}`,
    current,
    attempted,
  );
}

/** A workload that is missing, or hidden: the two look the same. */
export function noWorkload(workloadId: string): NotFoundError {
  return new NotFoundError(`There is no workload '${workloadId}'`);
}
