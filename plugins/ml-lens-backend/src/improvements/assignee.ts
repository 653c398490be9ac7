// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import {
  DEFAULT_NAMESPACE,
  parseEntityRef,
  stringifyEntityRef,
  type CompoundEntityRef,
} from '@backstage/catalog-model';
import { InputError } from '@backstage/errors';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import type { CallerCredentials } from '../auth/caller';

const KINDS = ['user', 'group'];

/**
 * The ref of a user or group as the catalog writes it.
 *
 * @throws InputError when it is not the ref of a user or group, or the catalog
 * shows the caller no such entity
 */
export async function requireAssignee(
  catalog: Pick<CatalogService, 'getEntityByRef'>,
  assignee: string,
  credentials: CallerCredentials,
): Promise<string> {
  const ref = parse(assignee);
  if (!KINDS.includes(ref.kind.toLocaleLowerCase('en-US'))) {
    throw new InputError(
      `Invalid body: assignee: '${assignee}' is not a user or group, as user:default/mika or group:default/ml-platform`,
    );
  }
  const entity = await catalog.getEntityByRef(ref, { credentials });
  if (!entity) {
    throw new InputError(
      `Invalid body: assignee: there is no '${assignee}' in the catalog`,
    );
  }
  return stringifyEntityRef(entity);
}

function parse(assignee: string): CompoundEntityRef {
  try {
    return parseEntityRef(assignee, { defaultNamespace: DEFAULT_NAMESPACE });
  } catch {
    throw new InputError(
      `Invalid body: assignee: '${assignee}' is not an entity ref, as user:default/mika or group:default/ml-platform`,
    );
  }
}
