// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import type { WorkloadModel } from '@ml-lens/backstage-plugin-ml-lens-common';
import { compare } from '../workloads/membership';
import type { ModelChange } from './changes';
import { decideClaims } from './claims';
import { isNotApproved } from './approval';
import {
  modelKey,
  type KnownModel,
  type ModelStore,
  type NamedClaim,
} from './ModelStore';

/** A model that workloads name, and how their claims stand. */
export interface ClaimedModel {
  source: WorkloadModel['source'];
  name: string;
  claims: NamedClaim[];
  decided: ReturnType<typeof decideClaims>;
}

/** Models of workloads, as those who may see the workload see them. */
export class ModelReader {
  constructor(readonly store: ModelStore) {}

  /** The models a workload names, worst first; nothing of another team's. */
  async ofWorkload(workloadId: string): Promise<WorkloadModel[]> {
    return await this.items(workloadId, await this.named([workloadId]));
  }

  /** The models some workloads name, with all who claim them. */
  async named(workloadIds: readonly string[]): Promise<ClaimedModel[]> {
    return byModel(await this.store.claims(workloadIds));
  }

  /** The models that some workloads may show, and what is known of each. */
  async ownOf(
    workloadIds: readonly string[],
  ): Promise<{ workloadId: string; source: string; known?: KnownModel }[]> {
    const named = await this.named(workloadIds);
    const known = await this.store.known(named);
    const wanted = new Set(workloadIds);
    return named.flatMap(model =>
      [...model.decided.states].flatMap(([workloadId, state]) =>
        state === 'OWN' && wanted.has(workloadId)
          ? {
              workloadId,
              source: model.source,
              known: known.get(modelKey(model)),
            }
          : [],
      ),
    );
  }

  /** {@link ModelReader.ofWorkload}, of models that have been read. */
  async items(
    workloadId: string,
    named: readonly ClaimedModel[],
  ): Promise<WorkloadModel[]> {
    const stateOf = ({ decided }: ClaimedModel) =>
      decided.states.get(workloadId)!;
    const own = named.filter(model => stateOf(model) === 'OWN');
    const [known, changes] = await Promise.all([
      this.store.known(own),
      this.store.changes(own),
    ]);
    return named
      .map(model =>
        toItem(model, stateOf(model), {
          known: known.get(modelKey(model)),
          changes: changes.get(modelKey(model)) ?? [],
        }),
      )
      .sort(worstFirst);
  }
}

/** Claims on the same model together. */
export function byModel(claims: readonly NamedClaim[]): ClaimedModel[] {
  return [...Map.groupBy(claims, modelKey).values()].map(group => ({
    source: group[0].source,
    name: group[0].name,
    claims: group,
    decided: decideClaims(group),
  }));
}

/** A model as people see it. */
function toItem(
  { source, name }: ClaimedModel,
  state: WorkloadModel['state'],
  { known, changes }: { known: KnownModel | undefined; changes: ModelChange[] },
): WorkloadModel {
  if (state !== 'OWN' || !known) {
    return {
      source,
      name,
      state,
      found: null,
      latest: null,
      observedAt: null,
      stale: false,
    };
  }
  const { fact, observedAt, problem } = known;
  const { name: _, latest, ...said } = fact ?? { name };
  return {
    source,
    name,
    state,
    found: observedAt === null ? null : fact !== null,
    ...said,
    latest: latest ?? null,
    ...(changes.length > 0 && { changes }),
    observedAt,
    stale: problem !== null,
    ...(problem !== null && { problem }),
  };
}

/** How much a model needs somebody: the more, the sooner it is listed. */
function urgency({ alarms, found, stale, latest }: WorkloadModel): number {
  if (alarms && alarms.firing > 0) {
    return 4;
  }
  if (alarms && alarms.silent > 0) {
    return 3;
  }
  if (found === false || isNotApproved(latest?.approval)) {
    return 2;
  }
  return stale ? 1 : 0;
}

function worstFirst(a: WorkloadModel, b: WorkloadModel): number {
  return urgency(b) - urgency(a) || compare(modelKey(a), modelKey(b));
}
