/*
 * Copyright 2026 The ML Lens Authors
 *
 * Licensed under the Apache License, Version 2.0 (the "License");
 * you may not use this file except in compliance with the License.
 * You may obtain a copy of the License at
 *
 *     http://www.apache.org/licenses/LICENSE-2.0
 */
import type { RouteDefinition } from '@ml-lens/backstage-plugin-ml-lens-common/contract';
import type { z } from 'zod';

/** What the contract says the body of a failed route looks like. */
export function bodyOfFailure(
  { failures }: Pick<RouteDefinition, 'failures'>,
  status: number,
) {
  const [, schema] = failures?.[status] ?? [];
  return schema as z.ZodType<{
    error: { name: string };
    current: unknown;
    attempted: unknown;
  }>;
}
