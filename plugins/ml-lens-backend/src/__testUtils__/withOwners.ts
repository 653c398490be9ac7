/*
 * Copyright 2026 The ML Lens Authors
 *
 * Licensed under the Apache License, Version 2.0 (the "License");
 * you may not use this file except in compliance with the License.
 * You may obtain a copy of the License at
 *
 *     http://www.apache.org/licenses/LICENSE-2.0
 */
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
