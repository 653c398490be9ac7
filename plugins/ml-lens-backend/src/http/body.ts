// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { InputError } from '@backstage/errors';
import express, {
  type Request,
  type RequestHandler,
  type Response,
} from 'express';
import { PayloadTooLargeError } from '../errors';

/**
 * Reads a JSON body whatever its content type says; no body reads as `{}`.
 *
 * Throws InputError for malformed JSON and PayloadTooLargeError beyond `limit`
 * bytes.
 */
export async function readJson(
  req: Request,
  res: Response,
  limit: number,
): Promise<unknown> {
  await run(
    express.json({ limit, strict: false, type: () => true }),
    req,
    res,
    limit,
  );
  return req.body;
}

/**
 * Reads a body as UTF-8 text, without its byte order mark.
 *
 * Throws InputError when it is not UTF-8 and PayloadTooLargeError beyond
 * `limit` bytes (after decompression).
 */
export async function readText(
  req: Request,
  res: Response,
  limit: number,
): Promise<string> {
  await run(express.raw({ limit, type: () => true }), req, res, limit);
  if (!Buffer.isBuffer(req.body)) {
    return '';
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(req.body);
  } catch {
    throw new InputError('The body is not UTF-8 text');
  }
}

async function run(
  parser: RequestHandler,
  req: Request,
  res: Response,
  limit: number,
): Promise<void> {
  try {
    await new Promise<void>((resolve, reject) => {
      parser(req, res, error => (error ? reject(error) : resolve()));
    });
  } catch (error) {
    throw explain(error as Error & { type?: string }, limit);
  }
}

/** Body-parser's errors in words; its other errors carry a 4xx status already. */
function explain(error: Error & { type?: string }, limit: number): Error {
  switch (error.type) {
    case 'entity.too.large':
      return new PayloadTooLargeError(
        `The body is larger than the ${limit.toLocaleString(
          'en-US',
        )} bytes this operation reads`,
      );
    case 'entity.parse.failed':
      return new InputError(`The body is not valid JSON: ${error.message}`);
    default:
      return error;
  }
}
