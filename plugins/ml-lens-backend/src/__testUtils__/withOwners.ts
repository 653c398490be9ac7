// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { parseEntityRef, type Entity } from '@backstage/catalog-model';

/** The groups that own entities, as a whole catalog has them beside these. */
export function withOwners(entities: readonly Entity[]): Entity[] {
  const names = new Set(
    entities.flatMap(({ spec }) =>
      spec?.owner && typeof spec.owner === 'string' ? [spec.owner] : [],
    ),
  );
  const groups = [...names].map(owner => {
    const { kind, namespace, name } = parseEntityRef(owner, {
      defaultKind: 'group',
      defaultNamespace: 'default',
    });
    return {
      apiVersion: 'backstage.io/v1alpha1',
      kind,
      metadata: { namespace, name },
    };
  });
  return [...entities, ...groups];
}
