/*
 * Copyright 2026 The ML Lens Authors
 *
 * Licensed under the Apache License, Version 2.0 (the "License");
 * you may not use this file except in compliance with the License.
 * You may obtain a copy of the License at
 *
 *     http://www.apache.org/licenses/LICENSE-2.0
 */
import type {
  WorkloadModel,
  WorkloadModels,
} from '@ml-lens/backstage-plugin-ml-lens-common';
import { NotFoundError } from '@backstage/errors';
import type { Access } from '../auth/Access';
import { actorOf, type CallerCredentials } from '../auth/caller';
import { decideClaims } from './claims';
import {
  modelKey,
  type KnownModel,
  type ModelStore,
  type NamedClaim,
} from './ModelStore';

/** A model that workloads name, and how their claims stand. */
interface ClaimedModel {
  source: WorkloadModel['source'];
  name: string;
  claims: NamedClaim[];
  decided: ReturnType<typeof decideClaims>;
}

/** Models of workloads, shown and decided. */
export class ModelService {
  constructor(
    private readonly deps: {
      access: Pick<Access, 'mayDecideLinks'>;
      models: ModelStore;
    },
  ) {}

  /** The models of a workload; what is known of another's is not said. */
  async models(
    workloadId: string,
    credentials: CallerCredentials,
  ): Promise<WorkloadModels> {
    const { access, models } = this.deps;
    const [decide, claims] = await Promise.all([
      access.mayDecideLinks(workloadId, credentials),
      models.claims([workloadId]),
    ]);
    const named = byModel(claims);
    const known = await models.known(
      named.filter(({ decided }) => decided.states.get(workloadId) === 'OWN'),
    );
    return {
      items: named
        .map(model =>
          toItem(
            model,
            model.decided.states.get(workloadId)!,
            known.get(modelKey(model)),
          ),
        )
        .sort(worstFirst),
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
    const named = byModel(await this.deps.models.claims([workloadId]));
    const model = named.find(one => modelKey(one) === modelKey(body));
    if (model?.decided.holder !== workloadId) {
      throw new NotFoundError(
        `The workload '${workloadId}' has no model '${body.name}' to decide on`,
      );
    }
    await this.deps.models.decide(body, body.state, actorOf(credentials));
    return await this.models(workloadId, credentials);
  }
}

/** Claims on the same model together. */
export function byModel(claims: readonly NamedClaim[]): ClaimedModel[] {
  const groups = new Map<string, NamedClaim[]>();
  for (const claim of claims) {
    const group = groups.get(modelKey(claim));
    if (group) {
      group.push(claim);
    } else {
      groups.set(modelKey(claim), [claim]);
    }
  }
  return [...groups.values()].map(group => ({
    source: group[0].source,
    name: group[0].name,
    claims: group,
    decided: decideClaims(group),
  }));
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

/** A model as people see it. */
function toItem(
  { source, name }: ClaimedModel,
  state: WorkloadModel['state'],
  known: KnownModel | undefined,
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
  if (found === false || /reject|pending/i.test(latest?.approval ?? '')) {
    return 2;
  }
  return stale ? 1 : 0;
}

function worstFirst(a: WorkloadModel, b: WorkloadModel): number {
  return (
    urgency(b) - urgency(a) ||
    (modelKey(a) < modelKey(b) ? -1 : Number(modelKey(a) > modelKey(b)))
  );
}
