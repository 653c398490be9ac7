// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import type { Access } from './Access';
import type { CallerCredentials } from './caller';

/**
 * What lists may name of entities: who sees a workload by one of its members
 * need not see the one that stands for it.
 *
 * @returns gives an entity ref back where the caller may read the entity, and
 *   null for another
 */
export async function readableRefs(
  access: Pick<Access, 'readableEntities'>,
  refs: readonly (string | null)[],
  credentials: CallerCredentials,
): Promise<(ref: string | null) => string | null> {
  const named = new Set(refs.filter(ref => ref !== null));
  const readable = await access.readableEntities([...named], credentials);
  return ref => (ref !== null && readable.has(ref) ? ref : null);
}
