// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { InputError } from '@backstage/errors';
import { z } from 'zod';

/** An opaque cursor that holds `content`. */
export function encodeCursor(content: object): string {
  return Buffer.from(JSON.stringify(content)).toString('base64url');
}

/**
 * Reads a cursor of {@link encodeCursor}.
 *
 * @throws InputError for anything else
 */
export function decodeCursor<T extends z.ZodType>(
  cursor: string,
  schema: T,
): z.output<T> {
  let content: unknown;
  try {
    content = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
  } catch {
    throw badCursor();
  }
  const parsed = schema.safeParse(content);
  if (!parsed.success) {
    throw badCursor();
  }
  return parsed.data;
}

function badCursor(): InputError {
  return new InputError(
    'Invalid query: cursor: is not a cursor of this list; leave it out to start from the beginning',
  );
}
