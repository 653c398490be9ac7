// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import {
  ML_LENS_ANNOTATIONS,
  type AnnotationProblem,
} from '@ml-lens/backstage-plugin-ml-lens-common';
import type {
  StoredWorkloadEntity,
  WorkloadEntity,
} from '../workloads/entities';
import type { Membership } from '../workloads/membership';
import type { WorkloadRecord } from '../workloads/WorkloadStore';
import { MEMBER_STATES } from '../workloads/membership';

/** Entities of one workload above which it is reported. */
const MAX_ENTITIES = 1000;

/** What the record of a workload depends on beside its entities. */
export interface LensFacts {
  defaultLenses: readonly string[];
  /** Ids of the lenses that have a published version. */
  publishedLensIds: ReadonlySet<string>;
}

/** Who belongs to a workload. */
export interface WorkloadMembers {
  primary: WorkloadEntity;
  /** Since when the primary stands in for an earlier one. */
  since: string | null;
  /** Whether a person made it the primary. */
  isChosen: boolean;
  members: readonly WorkloadEntity[];
}

/**
 * A workload as its entities describe it: one of them stands for it, and the
 * annotations that cannot be used are listed.
 *
 * @param members - the entities that belong to it; the primary is one of them
 */
export function toWorkloadRecord(
  workloadId: string,
  { primary, since, isChosen, members }: WorkloadMembers,
  lenses: LensFacts,
): WorkloadRecord {
  const { facts, entityRef } = primary;
  const lensIds = facts.lenses.length
    ? facts.lenses
    : [...lenses.defaultLenses];
  return {
    workloadId,
    title: facts.title,
    description: facts.description,
    primaryEntityRef: entityRef,
    primarySince: since,
    owner: facts.owner,
    system: facts.system,
    domain: facts.domain,
    lifecycle: facts.lifecycle,
    tags: facts.tags,
    lensIds,
    awsWorkloadArn: facts.awsWorkloadArn,
    problems: [
      ...twoPrimaries(members, entityRef),
      ...(isChosen ? [] : noPrimary(members, primary)),
      ...noOwner(primary),
      ...unknownLenses(primary, lenses),
      ...tooMany(workloadId, members, entityRef),
    ],
  };
}

/** Those of the entities that belong, if one stands for the workload. */
export function membersOf(
  entities: readonly StoredWorkloadEntity[] | undefined,
  membership: Membership | undefined,
): WorkloadMembers | undefined {
  if (!entities || !membership?.primary) {
    return undefined;
  }
  const { primary, since, isChosen, states } = membership;
  const members = entities.filter(({ entityRef }) =>
    MEMBER_STATES.includes(states.get(entityRef)!),
  );
  return { primary, since, isChosen, members };
}

function twoPrimaries(
  entities: readonly WorkloadEntity[],
  chosen: string,
): AnnotationProblem[] {
  const primaries = entities.filter(({ facts }) => facts.primary);
  const owners = new Set(primaries.map(({ facts }) => facts.owner));
  if (owners.size < 2) {
    return [];
  }
  return primaries
    .filter(({ entityRef }) => entityRef !== chosen)
    .map(({ entityRef }) => ({
      code: 'TWO_PRIMARIES',
      entityRef,
      annotation: ML_LENS_ANNOTATIONS.primary,
      value: 'true',
      message: `${chosen} stands for the workload already and has another owner: mark only one of them as primary`,
    }));
}

function noPrimary(
  members: readonly WorkloadEntity[],
  { entityRef }: WorkloadEntity,
): AnnotationProblem[] {
  const owners = new Set(members.map(({ facts }) => facts.owner));
  return owners.size < 2 || members.some(({ facts }) => facts.primary)
    ? []
    : [
        {
          code: 'NO_PRIMARY',
          entityRef,
          annotation: ML_LENS_ANNOTATIONS.primary,
          message:
            'Entities of several owners share the workload and none says that it stands for it: mark one of them as primary',
        },
      ];
}

function noOwner({ entityRef, facts }: WorkloadEntity): AnnotationProblem[] {
  return facts.owner
    ? []
    : [
        {
          code: 'NO_OWNER',
          entityRef,
          message: `The entity that stands for the workload has no owner, so nobody can be held to its reviews`,
        },
      ];
}

function unknownLenses(
  { entityRef, facts }: WorkloadEntity,
  { publishedLensIds }: LensFacts,
): AnnotationProblem[] {
  return facts.lenses
    .filter(id => !publishedLensIds.has(id))
    .map(id => ({
      code: 'UNKNOWN_LENS',
      entityRef,
      annotation: ML_LENS_ANNOTATIONS.lenses,
      value: id,
      message: `There is no published lens '${id}'`,
    }));
}

function tooMany(
  workloadId: string,
  entities: readonly WorkloadEntity[],
  entityRef: string,
): AnnotationProblem[] {
  return entities.length <= MAX_ENTITIES
    ? []
    : [
        {
          code: 'TOO_MANY_ENTITIES',
          entityRef,
          annotation: ML_LENS_ANNOTATIONS.workload,
          value: workloadId,
          message: `${entities.length.toLocaleString(
            'en-US',
          )} entities link to the workload, more than the ${MAX_ENTITIES.toLocaleString(
            'en-US',
          )} it is made for: split it`,
        },
      ];
}
