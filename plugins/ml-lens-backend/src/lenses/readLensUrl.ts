// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import type {
  UrlReaderService,
  UrlReaderServiceReadUrlResponse,
} from '@backstage/backend-plugin-api';
import { stringifyError } from '@backstage/errors';
import { LENS_LIMITS } from '@ml-lens/lens-model';
import { ErrorWithBody, PayloadTooLargeError } from '../errors';

/** How long a server may take; an import waits for it. */
const PATIENCE_MS = 20_000;

/**
 * Reads a lens file through the backend's URL readers, and no more of it than
 * a lens may have.
 *
 * Throws an {@link ErrorWithBody} 400 whose one problem says why the address
 * cannot be read (`URL_NOT_ALLOWED`, `URL_NOT_FOUND`, `URL_UNREADABLE`), and
 * PayloadTooLargeError beyond the 500,000 bytes of the format.
 */
export async function readLensUrl(
  url: string,
  urlReader: UrlReaderService,
): Promise<string> {
  const signal = AbortSignal.timeout(PATIENCE_MS);
  let bytes: Buffer;
  try {
    bytes = await firstBytes(await urlReader.readUrl(url, { signal }));
  } catch (error) {
    if (error instanceof PayloadTooLargeError) {
      throw error;
    }
    throw unreadable(url, signal.aborted ? signal.reason : error);
  }
  return bytes.toString('utf8');
}

/** The error of a document beyond the limit of the format. */
export function tooLargeError(bytes?: number): PayloadTooLargeError {
  const [found, limit] = [bytes, LENS_LIMITS.documentBytes].map(number =>
    number?.toLocaleString('en-US'),
  );
  return new PayloadTooLargeError(
    found
      ? `The lens has ${found} bytes; the format allows ${limit}`
      : `The lens has more than the ${limit} bytes that the format allows`,
  );
}

async function firstBytes(
  response: UrlReaderServiceReadUrlResponse,
): Promise<Buffer> {
  if (!response.stream) {
    const bytes = await response.buffer();
    if (bytes.length > LENS_LIMITS.documentBytes) {
      throw tooLargeError(bytes.length);
    }
    return bytes;
  }
  const stream = response.stream();
  const chunks: Buffer[] = [];
  let size = 0;
  // Leaving the loop ends the stream, so an endless answer does no harm.
  for await (const chunk of stream) {
    const bytes = Buffer.from(chunk);
    size += bytes.length;
    if (size > LENS_LIMITS.documentBytes) {
      throw tooLargeError();
    }
    chunks.push(bytes);
  }
  return Buffer.concat(chunks);
}

function unreadable(url: string, error: unknown): ErrorWithBody {
  const { name, message } = error as Error;
  let problem = {
    code: 'URL_UNREADABLE',
    message: `The file at ${url} cannot be read: ${stringifyError(error)}`,
  };
  if (name === 'NotAllowedError' || /\bnot allowed\b/i.test(message)) {
    problem = {
      code: 'URL_NOT_ALLOWED',
      message: `The backend may not read from ${hostOf(
        url,
      )}. An administrator can allow it with an integration, or in backend.reading.allow.`,
    };
  } else if (name === 'NotFoundError') {
    problem = {
      code: 'URL_NOT_FOUND',
      message: `There is no file at ${url}, or the backend may not see it.`,
    };
  }
  return new ErrorWithBody({
    name: 'InputError',
    statusCode: 400,
    message: problem.message,
    body: {
      problems: [
        { pointer: '', ...problem, params: { url, host: hostOf(url) } },
      ],
    },
  });
}

function hostOf(url: string): string {
  return URL.canParse(url) ? new URL(url).host : url;
}
