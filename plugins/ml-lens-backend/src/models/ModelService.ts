// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import type {
  WorkloadModel,
  WorkloadModels,
} from '@ml-lens/backstage-plugin-ml-lens-common';
import { NotFoundError } from '@backstage/errors';
import type { Access } from '../auth/Access';
import { actorOf, type CallerCredentials } from '../auth/caller';
import type { ModelCounts } from './ModelCounts';
import type { ClaimedModel, ModelReader } from './ModelReader';
import { modelKey } from './ModelStore';

/** Models of workloads, shown and decided. */
export class ModelService {
  constructor(
    private readonly deps: {
      access: Pick<Access, 'mayDecideLinks'>;
      models: ModelReader;
      counts: Pick<ModelCounts, 'update'>;
    },
  ) {}

  /** The models of a workload; what is known of another's is not said. */
  async models(
    workloadId: string,
    credentials: CallerCredentials,
  ): Promise<WorkloadModels> {
    const { access, models } = this.deps;
    const [decide, named] = await Promise.all([
      access.mayDecideLinks(workloadId, credentials),
      models.named([workloadId]),
    ]);
    return {
      items: await models.items(workloadId, named),
      claims: decide
        ? named
            .filter(({ decided }) => decided.holder === workloadId)
            .flatMap(model => othersOf(model, workloadId))
        : [],
      may: { decide },
    };
  }

  /**
   * Allows or refuses another workload to see a model of this one.
   *
   * @throws NotFoundError where this workload does not hold the model, or the
   * other does not name it
   */
  async decide(
    workloadId: string,
    body: {
      source: WorkloadModel['source'];
      name: string;
      workloadId: string;
      state: 'ALLOWED' | 'REFUSED';
    },
    credentials: CallerCredentials,
  ): Promise<WorkloadModels> {
    const named = await this.deps.models.named([workloadId]);
    const model = named.find(one => modelKey(one) === modelKey(body));
    if (model?.decided.holder !== workloadId) {
      throw new NotFoundError(
        `The workload '${workloadId}' has no model '${body.name}' to decide on`,
      );
    }
    await this.deps.models.store.decide(body, body.state, actorOf(credentials));
    await this.deps.counts.update([body.workloadId]);
    return await this.models(workloadId, credentials);
  }
}

function othersOf(
  { claims, decided }: ClaimedModel,
  workloadId: string,
): WorkloadModels['claims'] {
  const owner = claims.find(claim => claim.workloadId === workloadId)?.owner;
  return claims
    .filter(claim => claim.workloadId !== workloadId && claim.owner !== owner)
    .map(claim => {
      const state = decided.states.get(claim.workloadId)!;
      return {
        source: claim.source,
        name: claim.name,
        workloadId: claim.workloadId,
        owner: claim.owner,
        since: claim.since,
        state: state === 'OWN' ? 'ALLOWED' : state,
      };
    });
}
