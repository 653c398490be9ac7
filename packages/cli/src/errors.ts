// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

/** Something the person at the command line can do something about. */
export class CliError extends Error {
  /** What is wrong was printed already. */
  readonly isReported: boolean;
  /** What the process ends with; 1 unless told. */
  readonly exitCode: number;

  constructor(
    message: string,
    options: { isReported?: boolean; exitCode?: number } = {},
  ) {
    super(message);
    this.name = 'CliError';
    this.isReported = options.isReported ?? false;
    this.exitCode = options.exitCode ?? 1;
  }
}

interface Failure {
  statusCode?: number;
  body?: { error?: { message?: string } };
  cause?: { code?: string; message?: string };
}

const HINTS: Record<number, string> = {
  401: 'Give a Backstage token with --token or ML_LENS_TOKEN.',
  403: 'The token does not allow this.',
};

const NETWORK: Record<string, string> = {
  ECONNREFUSED: 'nothing listens there',
  ENOTFOUND: 'there is no such host',
  ETIMEDOUT: 'no answer came in time',
};

/** What went wrong, in a line or two and without a stack trace. */
export function describeError(error: unknown): string {
  if (error instanceof CliError) return error.message;
  const { statusCode, body, cause } = error as Failure;
  const message = error instanceof Error ? error.message : String(error);
  if (statusCode !== undefined) {
    const said = body?.error?.message ?? message;
    const hint = HINTS[statusCode];
    return `The backend refused (${statusCode}): ${said}${
      hint ? `\n${hint}` : ''
    }`;
  }
  if (error instanceof SyntaxError) {
    return 'The answer is not JSON. Is --url (ML_LENS_URL) the address of a Backstage backend?';
  }
  if (error instanceof TypeError && cause) {
    const reason =
      (cause.code && NETWORK[cause.code]) ?? cause.message ?? message;
    return `The backend cannot be reached: ${reason}. Is it running, and is --url (ML_LENS_URL) right?`;
  }
  return message;
}
