// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { z } from 'zod';

/** The shapes that have a name in the OpenAPI document, and what they are. */
export const namedSchemas = z.registry<{ id: string; description: string }>();

/** Gives a shape its name in the OpenAPI document. */
export function named(
  schema: z.ZodType,
  id: string,
  description: string,
): void {
  namedSchemas.add(schema, { id, description });
}
