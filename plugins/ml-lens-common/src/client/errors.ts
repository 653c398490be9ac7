// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import {
  type Answer,
  type HistoryProblem,
  type LensProblem,
} from '@ml-lens/lens-model';
import { ConflictError, ResponseError } from '@backstage/errors';
import type { PutAnswerBody } from '../contract/types/reviews';

/**
 * Somebody else changed the answer first. Nothing was stored and nothing is
 * lost: both versions are here.
 *
 * @public
 */
export class AnswerConflictError extends ConflictError {
  /** The answer as it stands. */
  readonly current: Answer;
  /** The answer that was refused. */
  readonly attempted: PutAnswerBody;

  /** @param conflict - the body of the 409 */
  constructor(conflict: {
    error: { message: string };
    current: Answer;
    attempted: PutAnswerBody;
  }) {
    super(conflict.error.message);
    this.current = conflict.current;
    this.attempted = conflict.attempted;
  }
}

/**
 * The problems a failed import names, if it names any: of a lens file (with
 * `pointer`) or of a history file (with `line`).
 *
 * @public
 */
export function problemsOf(error: unknown): (LensProblem | HistoryProblem)[] {
  const body = (error as { body?: { problems?: unknown } } | undefined)?.body;
  const problems = body?.problems;
  return Array.isArray(problems) ? problems : [];
}

/** The error a failed answer stands for. */
export async function errorOf(response: Response): Promise<Error> {
  const text = await response.text();
  const body = parseJson(text);
  if (response.status === 409) {
    if (isAnswerConflict(body)) {
      return new AnswerConflictError(body);
    }
  }
  return ResponseError.fromResponse({
    ...pick(response),
    bodyUsed: true,
    text: async () => withResponse(text, body, response.status),
  } as Parameters<typeof ResponseError.fromResponse>[0]);
}

/**
 * Whether the body of a 409 is that of a stale answer: others hold versions of
 * other things. Looked at by hand, since the schema weighs more than the client.
 */
function isAnswerConflict(
  body: unknown,
): body is ConstructorParameters<typeof AnswerConflictError>[0] {
  const { error, current, attempted } = (body ?? {}) as Partial<
    Record<string, Partial<Record<string, unknown>>>
  >;
  return (
    typeof error?.message === 'string' &&
    typeof current?.revision === 'number' &&
    Array.isArray(current.selectedChoices) &&
    typeof attempted?.revision === 'number' &&
    Array.isArray(attempted.selectedChoices)
  );
}

function pick({
  headers,
  ok,
  redirected,
  status,
  statusText,
  type,
  url,
}: Response) {
  return { headers, ok, redirected, status, statusText, type, url };
}

/**
 * Backstage's reader throws an error body away that does not repeat the status;
 * what is beside `error` must survive.
 */
function withResponse(text: string, body: unknown, statusCode: number): string {
  return typeof body === 'object' && body !== null && 'error' in body
    ? JSON.stringify({ response: { statusCode }, ...body })
    : withoutPage(text);
}

/** The error page of a proxy says nothing that the status does not. */
function withoutPage(text: string): string {
  return /^\s*</.test(text) ? '' : text;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
