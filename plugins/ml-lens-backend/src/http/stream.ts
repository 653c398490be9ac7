// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import type { Response } from 'express';
import { pipeline } from 'node:stream/promises';

/**
 * Sends a stream as the answer. A client that goes away ends the stream, and
 * with it whatever feeds it; that is no failure.
 *
 * @returns whether all of it was sent
 */
export async function sendStream(
  source: NodeJS.ReadableStream,
  res: Response,
): Promise<boolean> {
  try {
    await pipeline(source, res);
    return true;
  } catch (error) {
    if (
      (error as NodeJS.ErrnoException).code === 'ERR_STREAM_PREMATURE_CLOSE'
    ) {
      return false;
    }
    throw error;
  }
}
