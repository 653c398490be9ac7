// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

/** What a proxy says of a server behind it that does not answer. */
const NO_ANSWER = [502, 503, 504];

interface Failed {
  statusCode?: number;
  response?: { headers?: { get(name: string): string | null } };
  body?: { error?: { message?: string } };
}

/**
 * Why a request failed: nobody answered, the answer is nothing the backend says
 * (the error page of a proxy), or what the backend said.
 */
export function failureOf(error: unknown): {
  kind: 'unreachable' | 'unreadable' | 'said';
  message: string;
} {
  const { statusCode, response, body } = error as Failed;
  const message =
    body?.error?.message ?? (error instanceof Error ? error.message : '');
  // A request that got no answer fails with this, whatever the browser calls it.
  if (error instanceof TypeError && statusCode === undefined) {
    return { kind: 'unreachable', message };
  }
  const type = response?.headers?.get('content-type');
  if (response && !/\bjson\b/i.test(type ?? '')) {
    const isAway = NO_ANSWER.includes(statusCode ?? 0);
    return { kind: isAway ? 'unreachable' : 'unreadable', message };
  }
  return { kind: 'said', message };
}

/** What a failure says, in the words of the backend where it has any. */
export function errorText(error: unknown): string | undefined {
  return failureOf(error).message || undefined;
}

/** HTTP status of a failed call; undefined when there was no answer. */
export function statusOf(error: unknown): number | undefined {
  return (error as Failed | null)?.statusCode;
}

/** Whether the same request may succeed the next time. */
export function isWorthRetrying(error: unknown): boolean {
  return statusOf(error) !== 400;
}
