// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import type { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';
import { z } from 'zod';

/** What somebody may do in the demo portal. */
export const DEMO_ROLES = ['platform-engineer', 'lead', 'developer'] as const;
export type DemoRole = (typeof DEMO_ROLES)[number];

/** Somebody a newcomer can choose to be. */
export interface DemoUser {
  /** Ref of the user entity, in lower case. */
  entityRef: string;
  role: DemoRole;
}

const schema = z.record(
  z.string(),
  z.object({
    entityRef: z.string().min(1),
    role: z.enum(DEMO_ROLES).default('developer'),
  }),
);

/**
 * Reads `mlLens.demo.users`, by the name used to sign in.
 *
 * Throws InputError that names every key with a value that cannot be used.
 */
export function readDemoUsers(config: Config): Map<string, DemoUser> {
  const root = 'mlLens.demo.users';
  const parsed = schema.safeParse(config.getOptional(root) ?? {});
  if (!parsed.success) {
    const problems = parsed.error.issues.map(
      issue => `${[root, ...issue.path].join('.')}: ${issue.message}`,
    );
    throw new InputError(`Invalid configuration: ${problems.join('; ')}`);
  }
  return new Map(
    Object.entries(parsed.data).map(([name, user]) => [
      name,
      { ...user, entityRef: readUserRef(`${root}.${name}`, user.entityRef) },
    ]),
  );
}

function readUserRef(key: string, value: string): string {
  try {
    const ref = parseEntityRef(value, { defaultKind: 'user' });
    return stringifyEntityRef(ref);
  } catch (error) {
    throw new InputError(
      `Invalid configuration: ${key}.entityRef: '${value}' is no entity ref`,
      error,
    );
  }
}
