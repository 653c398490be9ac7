// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import type { LoggerService } from '@backstage/backend-plugin-api';
import {
  ConflictError,
  InputError,
  isError,
  ServiceUnavailableError,
} from '@backstage/errors';
import { visibleText } from '@ml-lens/lens-model/proposals';
import { ErrorWithBody } from '../errors';
import { serverFailureOf } from '../http/failures';

/** Longest list of problems that is told, in characters. */
const PROBLEMS_MAX = 6_000;

/**
 * An error as agents are told of it. They get the message and nothing else, so
 * that what its answer would say beside it is part of the message.
 */
export function actionFailure(
  error: unknown,
  logger: LoggerService,
  name: string,
): Error {
  if (error instanceof ErrorWithBody) {
    const { problems } = error.body;
    const details = problems
      ? `: ${JSON.stringify(problems).slice(0, PROBLEMS_MAX)}`
      : '';
    const Kind = error.statusCode === 409 ? ConflictError : InputError;
    return new Kind(visibleText(`${error.message}${details}`));
  }
  const failure = serverFailureOf(error, logger, `the action ${name}`);
  if (failure) {
    const again = failure.retryAfterSeconds;
    return new ServiceUnavailableError(
      again === undefined
        ? failure.message
        : `${failure.message}; try again in ${again} seconds`,
    );
  }
  return isError(error) ? (error as Error) : new InputError(String(error));
}
