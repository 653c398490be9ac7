// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { RESOURCE_TYPE_CATALOG_ENTITY } from '@backstage/plugin-catalog-common/alpha';
import {
  AuthorizeResult,
  type ConditionalPolicyDecision,
  type PermissionCondition,
  type PermissionCriteria,
  type PermissionRuleParams,
} from '@backstage/plugin-permission-common';

/** Marks entities that only their owners, leads and the platform team see. */
export const RESTRICTED_ANNOTATION = 'ml-lens.io/demo-restricted';
const RESTRICTED_TAG = 'restricted';

type CatalogCriteria = PermissionCriteria<
  PermissionCondition<typeof RESOURCE_TYPE_CATALOG_ENTITY>
>;

/** Entities one of the refs owns. */
export function ownedBy(claims: string[]): CatalogCriteria {
  return condition('IS_ENTITY_OWNER', { claims });
}

/** Entities that are not restricted, or that one of the refs owns. */
export function openOrOwnedBy(claims: string[]): CatalogCriteria {
  return {
    anyOf: [
      {
        not: {
          anyOf: [
            condition('HAS_METADATA', { key: 'tags', value: RESTRICTED_TAG }),
            condition('HAS_ANNOTATION', {
              annotation: RESTRICTED_ANNOTATION,
              value: 'true',
            }),
          ],
        },
      },
      ownedBy(claims),
    ],
  };
}

/** A decision the catalog makes for each entity. */
export function catalogDecision(
  conditions: CatalogCriteria,
): ConditionalPolicyDecision {
  return {
    result: AuthorizeResult.CONDITIONAL,
    pluginId: 'catalog',
    resourceType: RESOURCE_TYPE_CATALOG_ENTITY,
    conditions,
  };
}

/**
 * A rule of the catalog by its name. The factories of its rules are exported by
 * the catalog backend itself, which a policy has no other need of.
 */
function condition(
  rule: string,
  params: PermissionRuleParams,
): PermissionCondition<typeof RESOURCE_TYPE_CATALOG_ENTITY> {
  return { rule, resourceType: RESOURCE_TYPE_CATALOG_ENTITY, params };
}
