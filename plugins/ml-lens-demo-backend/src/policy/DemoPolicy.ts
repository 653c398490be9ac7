// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import type { UserInfoService } from '@backstage/backend-plugin-api';
import { RESOURCE_TYPE_CATALOG_ENTITY } from '@backstage/plugin-catalog-common/alpha';
import {
  AuthorizeResult,
  isPermission,
  isReadPermission,
  isResourcePermission,
  type Permission,
  type PolicyDecision,
} from '@backstage/plugin-permission-common';
import type {
  PermissionPolicy,
  PolicyQuery,
  PolicyQueryUser,
} from '@backstage/plugin-permission-node';
import {
  mlLensGateDecidePermission,
  mlLensLensManagePermission,
  mlLensReviewApprovePermission,
  mlLensReviewProposePermission,
  mlLensReviewUpdatePermission,
  mlLensTargetManagePermission,
} from '@ml-lens/backstage-plugin-ml-lens-common';
import {
  createMlLensConditionalDecision,
  mlLensConditions,
} from '@ml-lens/backstage-plugin-ml-lens-node';
import type { DemoRole, DemoUser } from '../users';
import { catalogDecision, openOrOwnedBy, ownedBy } from './catalogConditions';

const ALLOW: PolicyDecision = { result: AuthorizeResult.ALLOW };
const DENY: PolicyDecision = { result: AuthorizeResult.DENY };

/**
 * Who may do what in the demo portal.
 *
 * | | platform engineer | lead | developer |
 * |---|---|---|---|
 * | read reviews | all | all | of entities they can see |
 * | propose answers | all | all | of entities they can see |
 * | update reviews | all | they own | they own |
 * | approve, decide at gates, manage targets | yes | yes | no |
 * | manage lenses | yes | no | no |
 * | restricted entities | see | see | see if they own them |
 *
 * Users who are not in `mlLens.demo.users` are developers.
 */
export class DemoPolicy implements PermissionPolicy {
  readonly #roles: Map<string, DemoRole>;
  readonly #userInfo: UserInfoService;

  constructor(options: {
    users: ReadonlyMap<string, DemoUser>;
    userInfo: UserInfoService;
  }) {
    this.#roles = new Map(
      [...options.users.values()].map(user => [user.entityRef, user.role]),
    );
    this.#userInfo = options.userInfo;
  }

  async handle(
    { permission }: PolicyQuery,
    user?: PolicyQueryUser,
  ): Promise<PolicyDecision> {
    if (!user) {
      return DENY;
    }
    const { userEntityRef, ownershipEntityRefs } =
      await this.#userInfo.getUserInfo(user.credentials);
    const role = this.#roles.get(userEntityRef) ?? 'developer';
    if (role === 'platform-engineer') {
      return ALLOW;
    }
    return permission.name.startsWith('ml-lens.')
      ? decideMlLens(permission, role, ownershipEntityRefs)
      : decideOther(permission, role, ownershipEntityRefs);
  }
}

function decideMlLens(
  permission: Permission,
  role: DemoRole,
  claims: string[],
): PolicyDecision {
  if (isPermission(permission, mlLensReviewUpdatePermission)) {
    return createMlLensConditionalDecision(
      permission,
      mlLensConditions.isOwner({ claims }),
    );
  }
  if (
    isPermission(permission, mlLensReviewApprovePermission) ||
    isPermission(permission, mlLensGateDecidePermission) ||
    isPermission(permission, mlLensTargetManagePermission)
  ) {
    return role === 'lead' ? ALLOW : DENY;
  }
  if (isPermission(permission, mlLensReviewProposePermission)) {
    return ALLOW;
  }
  if (isPermission(permission, mlLensLensManagePermission)) {
    return DENY;
  }
  return isReadPermission(permission) ? ALLOW : DENY;
}

/** Everybody reads; entities are changed by their owners, the rest by nobody. */
function decideOther(
  permission: Permission,
  role: DemoRole,
  claims: string[],
): PolicyDecision {
  if (isResourcePermission(permission, RESOURCE_TYPE_CATALOG_ENTITY)) {
    if (!isReadPermission(permission)) {
      return catalogDecision(ownedBy(claims));
    }
    return role === 'lead' ? ALLOW : catalogDecision(openOrOwnedBy(claims));
  }
  return isReadPermission(permission) ? ALLOW : DENY;
}
