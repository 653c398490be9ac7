// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

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
