/*
 * Copyright 2026 The ML Lens Authors
 *
 * Licensed under the Apache License, Version 2.0 (the "License");
 * you may not use this file except in compliance with the License.
 * You may obtain a copy of the License at
 *
 *     http://www.apache.org/licenses/LICENSE-2.0
 */
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
