// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { parseEntityRef } from '@backstage/catalog-model';
import { EntityDisplayName } from '@backstage/plugin-catalog-react';
import { refName } from './refName';

function isEntityRef(actor: string) {
  try {
    return Boolean(parseEntityRef(actor));
  } catch {
    return false;
  }
}

/** Who did something, by the name the catalog knows; services as they are. */
export function Who(props: { actor: string }) {
  const { actor } = props;
  return isEntityRef(actor) ? (
    <EntityDisplayName entityRef={actor} hideIcon disableTooltip />
  ) : (
    <>{refName(actor)}</>
  );
}
