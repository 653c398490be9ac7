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
import type { WorkloadRecord } from '../workloads/records';
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
 * @param workload - who belongs to it; the primary is one of them
 */
export function toWorkloadRecord(
  workloadId: string,
  workload: WorkloadMembers,
  lenses: LensFacts,
): WorkloadRecord {
  const { primary, since } = workload;
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
    problems: problemsOf(workloadId, workload, lenses),
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

/** What is wrong with a workload as a whole, or with its primary. */
function problemsOf(
  workloadId: string,
  { primary, isChosen, members }: WorkloadMembers,
  { publishedLensIds }: LensFacts,
): AnnotationProblem[] {
  const { entityRef, facts } = primary;
  const ownersOf = (entities: readonly WorkloadEntity[]) =>
    new Set(entities.map(({ facts: { owner } }) => owner)).size;
  const marked = members.filter(member => member.facts.primary);
  const rivals =
    ownersOf(marked) < 2
      ? []
      : marked.filter(member => member.entityRef !== entityRef);
  const isUnsaid = !isChosen && ownersOf(members) > 1 && marked.length === 0;
  const [many, most] = [members.length, MAX_ENTITIES].map(count =>
    count.toLocaleString('en-US'),
  );
  return [
    ...rivals.map(rival => ({
      code: 'TWO_PRIMARIES' as const,
      entityRef: rival.entityRef,
      annotation: ML_LENS_ANNOTATIONS.primary,
      value: 'true',
      message: `${entityRef} stands for the workload already and has another owner: mark only one of them as primary`,
    })),
    isUnsaid && {
      code: 'NO_PRIMARY' as const,
      entityRef,
      annotation: ML_LENS_ANNOTATIONS.primary,
      message:
        'Entities of several owners share the workload and none says that it stands for it: mark one of them as primary',
    },
    !facts.owner && {
      code: 'NO_OWNER' as const,
      entityRef,
      message: `The entity that stands for the workload has no owner, so nobody can be held to its reviews`,
    },
    ...facts.lenses
      .filter(id => !publishedLensIds.has(id))
      .map(id => ({
        code: 'UNKNOWN_LENS' as const,
        entityRef,
        annotation: ML_LENS_ANNOTATIONS.lenses,
        value: id,
        message: `There is no published lens '${id}'`,
      })),
    members.length > MAX_ENTITIES && {
      code: 'TOO_MANY_ENTITIES' as const,
      entityRef,
      annotation: ML_LENS_ANNOTATIONS.workload,
      value: workloadId,
      message: `${many} entities link to the workload, more than the ${most} it is made for: split it`,
    },
  ].filter(problem => problem !== false);
}
