// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { setTimeout as delay } from 'node:timers/promises';

/** Longest an answer is waited for. */
const PATIENCE_MS = 30_000;
const ATTEMPTS = 4;
const FIRST_PAUSE_MS = 500;
/** A server that asks for more patience is asked again with the next run. */
const LONGEST_PAUSE_MS = 20_000;

const CERTIFICATE = /CERT|SELF_SIGNED|UNABLE_TO_(GET|VERIFY)|ALTNAME/;

/**
 * Asks a system for JSON on behalf of a source of models or evidence. Tries
 * again, after pauses that grow and differ, where it is busy, fails or cannot
 * be reached.
 *
 * @param options - `title`: what people call the system; `body` is sent as JSON
 * @returns the answer; undefined for 404
 * @throws Error with a message that is fit to be shown: it says what is wrong,
 *   and holds neither address nor credentials
 *
 * @public
 */
export async function mlLensFetchJson(
  url: string | URL,
  options: {
    title: string;
    headers?: Record<string, string>;
    body?: unknown;
    signal: AbortSignal;
    /** Milliseconds one answer is waited for. Default: 30 s. */
    patienceMs?: number;
  },
): Promise<unknown> {
  const { title, headers, body, signal, patienceMs = PATIENCE_MS } = options;
  for (let attempt = 1; ; attempt++) {
    const outcome = await once(url, {
      title,
      signal: AbortSignal.any([signal, AbortSignal.timeout(patienceMs)]),
      ...(body === undefined
        ? { headers }
        : {
            method: 'POST',
            headers: { ...headers, 'content-type': 'application/json' },
            body: JSON.stringify(body),
          }),
    });
    signal.throwIfAborted();
    if (!('problem' in outcome)) {
      return outcome.json;
    }
    const pause = outcome.afterMs ?? pauseBefore(attempt);
    if (!outcome.again || attempt === ATTEMPTS || pause > LONGEST_PAUSE_MS) {
      throw new Error(outcome.problem);
    }
    await delay(pause, undefined, { signal });
  }
}

type Outcome =
  | { json: unknown }
  | { problem: string; again: boolean; afterMs?: number };

async function once(
  url: string | URL,
  { title, ...init }: RequestInit & { title: string },
): Promise<Outcome> {
  let response: Response;
  let text: string;
  try {
    response = await fetch(url, { ...init, redirect: 'error' });
    text = await response.text();
  } catch (error) {
    return {
      problem: mlLensConnectionProblem(title, error),
      again: !isCertificate(error),
    };
  }
  const { status } = response;
  if (status === 404) {
    return { json: undefined };
  }
  if (status === 401 || status === 403) {
    return {
      problem: `${title} refuses the credentials (${status})`,
      again: false,
    };
  }
  if (!response.ok) {
    return {
      problem: `${title} answered with ${status}`,
      again: status === 429 || status >= 500,
      afterMs: afterMs(response),
    };
  }
  try {
    return { json: JSON.parse(text) };
  } catch {
    return {
      problem: `${title} gave an answer that cannot be read`,
      again: true,
    };
  }
}

/** What `Retry-After` says, as far as it is seconds. */
function afterMs(response: Response): number | undefined {
  const seconds = Number(response.headers.get('retry-after') ?? NaN);
  return Number.isFinite(seconds) ? seconds * 1000 : undefined;
}

/** Twice as long each time, and never the same for two. */
function pauseBefore(attempt: number): number {
  return FIRST_PAUSE_MS * 2 ** (attempt - 1) * (0.5 + Math.random());
}

function codeOf(error: unknown): string {
  const { code, cause } = error as { code?: unknown; cause?: unknown };
  if (typeof code === 'string') {
    return code;
  }
  return cause ? codeOf(cause) : '';
}

function isCertificate(error: unknown): boolean {
  return CERTIFICATE.test(codeOf(error));
}

/**
 * Why a system could not be asked, from the error of a connection: it takes too
 * long, its certificate is not trusted, or it cannot be reached. Holds neither
 * address nor credentials.
 *
 * @param title - what people call the system
 *
 * @public
 */
export function mlLensConnectionProblem(title: string, error: unknown): string {
  // The SDK of AWS calls a connection that was cut off a timeout, too.
  if (
    (error as Error).name === 'TimeoutError' &&
    !/^E(CONN|PIPE)/.test(codeOf(error))
  ) {
    return `${title} does not answer in time`;
  }
  return isCertificate(error)
    ? `The certificate of ${title} is not trusted`
    : `${title} cannot be reached`;
}
