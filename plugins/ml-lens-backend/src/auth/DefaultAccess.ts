// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import type {
  BackstageCredentials,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import { NotAllowedError } from '@backstage/errors';
import { catalogEntityReadPermission } from '@backstage/plugin-catalog-common/alpha';
import {
  AuthorizeResult,
  type BasicPermission,
  type PermissionCriteria,
  type PolicyDecision,
} from '@backstage/plugin-permission-common';
import {
  createConditionAuthorizer,
  createConditionTransformer,
  type PermissionRuleset,
} from '@backstage/plugin-permission-node';
import {
  mlLensGateDecidePermission,
  mlLensLensManagePermission,
  mlLensLensReadPermission,
  mlLensLinkManagePermission,
  mlLensReviewApprovePermission,
  mlLensReviewProposePermission,
  mlLensReviewReadPermission,
  mlLensReviewUpdatePermission,
  mlLensTargetManagePermission,
} from '@ml-lens/backstage-plugin-ml-lens-common';
import type {
  MlLensWorkloadFilter,
  MlLensWorkloadResource,
} from '@ml-lens/backstage-plugin-ml-lens-node';
import { createHash } from 'node:crypto';
import {
  type Access,
  refusal,
  type WorkloadAction,
  type WorkloadFilter,
  type WorkloadOutcome,
} from './Access';
import type { CatalogVisibility } from './CatalogVisibility';
import { allOf, applyCriteria, testOf } from './filters';

/** What the policy says to one caller. */
interface CallerDecisions extends Record<WorkloadAction, PolicyDecision> {
  catalog: PolicyDecision;
  /** Whether the catalog shows the caller a workload, by its id. */
  seen: Map<string, Promise<boolean>>;
}

/** {@link Access} on the permission framework and the catalog. */
export class DefaultAccess implements Access {
  readonly #asked = new WeakMap<
    BackstageCredentials,
    Promise<CallerDecisions>
  >();
  readonly #isAllowed: (
    decision: PolicyDecision,
    resource: MlLensWorkloadResource | undefined,
  ) => boolean;
  readonly #toQuery: (
    conditions: PermissionCriteria<any>,
  ) => PermissionCriteria<MlLensWorkloadFilter>;

  constructor(
    private readonly deps: {
      permissions: PermissionsService;
      ruleset: PermissionRuleset<MlLensWorkloadResource, MlLensWorkloadFilter>;
      visibility: CatalogVisibility;
      getResources: (
        workloadIds: string[],
      ) => Promise<(MlLensWorkloadResource | undefined)[]>;
    },
  ) {
    this.#isAllowed = createConditionAuthorizer(deps.ruleset);
    this.#toQuery = createConditionTransformer(deps.ruleset);
  }

  async requireWorkload(
    workloadId: string,
    action: WorkloadAction,
    credentials: BackstageCredentials,
    { lookedUp = false } = {},
  ): Promise<void> {
    if (lookedUp) {
      const decisions = await this.#ask(credentials);
      const { catalog, read, [action]: asked } = decisions;
      if ([catalog, read, asked].every(isAllowed)) {
        return;
      }
    }
    const outcome = await this.#decide(workloadId, action, credentials);
    const error = refusal(workloadId, action, outcome);
    if (error) {
      throw error;
    }
  }

  async may(
    workloadId: string,
    action: WorkloadAction,
    credentials: BackstageCredentials,
  ): Promise<boolean> {
    const outcome = await this.#decide(workloadId, action, credentials);
    return outcome === 'allowed';
  }

  async outcomes(
    workloadIds: readonly string[],
    action: WorkloadAction,
    credentials: BackstageCredentials,
  ): Promise<Map<string, WorkloadOutcome>> {
    const resources = await this.deps.getResources([...workloadIds]);
    const decisions = await this.#ask(credentials);
    const { catalog, read } = decisions;
    const readable = workloadIds.filter(
      (_, index) =>
        resources[index] &&
        !isDenied(catalog) &&
        this.#isAllowed(read, resources[index]),
    );
    const seen =
      catalog.result === AuthorizeResult.CONDITIONAL
        ? await this.deps.visibility.seenOf(readable, credentials)
        : new Set(readable);
    return new Map(
      workloadIds.map((id, index) => {
        if (!seen.has(id)) {
          return [id, 'hidden'];
        }
        const allowed = this.#isAllowed(decisions[action], resources[index]);
        return [id, allowed ? 'allowed' : 'denied'];
      }),
    );
  }

  async requireLinks(
    workloadId: string,
    credentials: BackstageCredentials,
  ): Promise<void> {
    await this.requireWorkload(workloadId, 'read', credentials);
    if (!(await this.mayDecideLinks(workloadId, credentials))) {
      throw new NotAllowedError(
        `You may see the workload '${workloadId}', but not decide who belongs to it`,
      );
    }
  }

  async mayDecideLinks(
    workloadId: string,
    credentials: BackstageCredentials,
  ): Promise<boolean> {
    return (
      (await this.may(workloadId, 'update', credentials)) ||
      ((await this.may(workloadId, 'read', credentials)) &&
        (await this.mayManageLinks(credentials)))
    );
  }

  async abilities(workloadId: string, credentials: BackstageCredentials) {
    const [resource] = await this.deps.getResources([workloadId]);
    const may = async (action: WorkloadAction) =>
      (await this.#outcome(resource, action, credentials)) === 'allowed';
    const update = await may('update');
    return {
      update,
      approve: await may('approve'),
      links:
        update ||
        ((await may('read')) && (await this.mayManageLinks(credentials))),
    };
  }

  async mayManageLinks(credentials: BackstageCredentials): Promise<boolean> {
    return await this.#has(mlLensLinkManagePermission, credentials);
  }

  async readableEntities(
    entityRefs: readonly string[],
    credentials: BackstageCredentials,
  ): Promise<Set<string>> {
    const { catalog } = await this.#ask(credentials);
    if (isDenied(catalog)) {
      return new Set();
    }
    return catalog.result === AuthorizeResult.CONDITIONAL
      ? await this.deps.visibility.readable(entityRefs, credentials)
      : new Set(entityRefs);
  }

  async listFilter(
    credentials: BackstageCredentials,
    action: WorkloadAction = 'read',
  ): Promise<WorkloadFilter | undefined> {
    const decisions = await this.#ask(credentials);
    const { catalog, read } = decisions;
    const asked = action === 'read' ? [read] : [read, decisions[action]];
    if ([catalog, ...asked].some(isDenied)) {
      return {
        apply: query => query.whereRaw('1 = 0'),
        test: async () => () => false,
      };
    }
    const parts: WorkloadFilter[] = [];
    for (const decision of asked) {
      if (decision.result === AuthorizeResult.CONDITIONAL) {
        const criteria = this.#toQuery(decision.conditions);
        parts.push({
          apply: (query, table) => {
            query.where(part => applyCriteria(part, criteria, table));
          },
          test: async () => testOf(criteria),
        });
      }
    }
    if (catalog.result === AuthorizeResult.CONDITIONAL) {
      const viewerKey = hash([subjectOf(credentials), catalog.conditions]);
      const set = await this.deps.visibility.ensureSet(viewerKey, credentials);
      parts.push(this.#seenBy(viewerKey, set));
    }
    return parts.length === 0 ? undefined : allOf(parts);
  }

  async requireLens(
    action: 'read' | 'manage',
    credentials: BackstageCredentials,
  ): Promise<void> {
    const permission =
      action === 'read' ? mlLensLensReadPermission : mlLensLensManagePermission;
    if (!(await this.#has(permission, credentials))) {
      throw new NotAllowedError(`You may not ${action} lenses`);
    }
  }

  async mayManageLenses(credentials: BackstageCredentials): Promise<boolean> {
    return await this.#has(mlLensLensManagePermission, credentials);
  }

  async mayManageTargets(credentials: BackstageCredentials): Promise<boolean> {
    return await this.#has(mlLensTargetManagePermission, credentials);
  }

  async requireTargets(credentials: BackstageCredentials): Promise<void> {
    if (!(await this.mayManageTargets(credentials))) {
      throw new NotAllowedError('You may not manage targets');
    }
  }

  /** A filter by the set of workloads kept for a viewer. */
  #seenBy(viewerKey: string, set: string): WorkloadFilter {
    return {
      apply: (query, table) => {
        query.whereIn(`${table}.workload_id`, seen => {
          seen
            .select('workload_id')
            .from('viewer_visibility')
            .where('viewer_key', viewerKey);
        });
      },
      test: async () => {
        const ids = await this.deps.visibility.loadSet(viewerKey, set);
        return ({ workloadId }) => ids.has(workloadId);
      },
    };
  }

  async #has(
    permission: BasicPermission,
    credentials: BackstageCredentials,
  ): Promise<boolean> {
    const [decision] = await this.deps.permissions.authorize([{ permission }], {
      credentials,
    });
    return decision.result === AuthorizeResult.ALLOW;
  }

  /**
   * What the policy says to a caller, asked once for each credentials object,
   * which is one HTTP request: a page asks several times.
   */
  #ask(credentials: BackstageCredentials): Promise<CallerDecisions> {
    const known = this.#asked.get(credentials);
    if (known) {
      return known;
    }
    const decisions = this.#askPolicy(credentials);
    this.#asked.set(credentials, decisions);
    return decisions;
  }

  async #askPolicy(
    credentials: BackstageCredentials,
  ): Promise<CallerDecisions> {
    const [catalog, read, update, propose, approve, decide] =
      await this.deps.permissions.authorizeConditional(
        [
          { permission: catalogEntityReadPermission },
          { permission: mlLensReviewReadPermission },
          { permission: mlLensReviewUpdatePermission },
          { permission: mlLensReviewProposePermission },
          { permission: mlLensReviewApprovePermission },
          { permission: mlLensGateDecidePermission },
        ],
        { credentials },
      );
    return {
      // A token of a service may be restricted to permissions of this plugin;
      // policies, and so the catalog's visibility, speak of users.
      catalog: isService(credentials)
        ? { result: AuthorizeResult.ALLOW }
        : catalog,
      read,
      update,
      propose,
      approve,
      decide,
      seen: new Map(),
    };
  }

  async #decide(
    workloadId: string,
    action: WorkloadAction,
    credentials: BackstageCredentials,
  ): Promise<WorkloadOutcome> {
    const [resource] = await this.deps.getResources([workloadId]);
    return await this.#outcome(resource, action, credentials);
  }

  async #outcome(
    resource: MlLensWorkloadResource | undefined,
    action: WorkloadAction,
    credentials: BackstageCredentials,
  ): Promise<WorkloadOutcome> {
    if (!resource) {
      return 'hidden';
    }
    const { workloadId } = resource;
    const decisions = await this.#ask(credentials);
    const { catalog, read, seen } = decisions;
    if (isDenied(catalog) || !this.#isAllowed(read, resource)) {
      return 'hidden';
    }
    if (catalog.result === AuthorizeResult.CONDITIONAL) {
      const known =
        seen.get(workloadId) ??
        this.deps.visibility
          .seenOf([workloadId], credentials)
          .then(ids => ids.has(workloadId));
      seen.set(workloadId, known);
      if (!(await known)) {
        return 'hidden';
      }
    }
    return this.#isAllowed(decisions[action], resource) ? 'allowed' : 'denied';
  }
}

function isAllowed(decision: PolicyDecision): boolean {
  return decision.result === AuthorizeResult.ALLOW;
}

function isDenied(decision: PolicyDecision): boolean {
  return decision.result === AuthorizeResult.DENY;
}

function isService(credentials: BackstageCredentials): boolean {
  return (credentials.principal as { type?: string }).type === 'service';
}

/** The user or service behind credentials. */
function subjectOf(credentials: BackstageCredentials): string {
  const principal = credentials.principal as {
    type?: string;
    userEntityRef?: string;
    subject?: string;
  };
  return `${principal.type}:${principal.userEntityRef ?? principal.subject}`;
}

function hash(value: unknown): string {
  return createHash('sha256').update(JSON.stringify(value)).digest('hex');
}
