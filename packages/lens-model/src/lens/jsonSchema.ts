// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { z } from 'zod';
import { lensDocumentSchema } from './schema';

/**
 * A JSON Schema (draft 7, what editors understand best) of lens documents in
 * JSON or YAML, for completion and hints while writing. It has no `$id`, so a
 * file can refer to it by a relative path in `$schema`. Rules, references
 * between ids and links are checked by `parseLens` alone.
 *
 * @public
 */
export function lensJsonSchema(): Record<string, unknown> {
  return {
    ...z.toJSONSchema(lensDocumentSchema, {
      target: 'draft-7',
      io: 'input',
    }),
    title: 'ML Lens document',
  };
}
