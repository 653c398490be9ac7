// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import {
  ML_LENS_ANNOTATIONS,
  type AnnotationProblem,
} from '@ml-lens/backstage-plugin-ml-lens-common';
import type { StoredWorkloadEntity } from './entities';

/**
 * What is wrong with an entity that does not belong to the workload it names.
 * It says no more of the workload than the entity itself does: whoever reads it
 * may not be allowed to see the workload.
 */
export function linkProblem(
  entity: StoredWorkloadEntity | undefined,
): AnnotationProblem | undefined {
  if (!entity || entity.workloadId === null) {
    return undefined;
  }
  const { entityRef, workloadId, facts, state } = entity;
  const about = {
    entityRef,
    annotation: ML_LENS_ANNOTATIONS.workload,
    value: workloadId,
  };
  if (state === 'REFUSED') {
    return {
      ...about,
      code: 'LINK_REFUSED',
      message: `It was decided that ${entityRef} does not belong to the workload '${workloadId}': whoever may change its reviews can allow it`,
    };
  }
  if (state !== 'PENDING') {
    return undefined;
  }
  if (facts.primary) {
    return {
      ...about,
      code: 'FOREIGN_PRIMARY',
      annotation: ML_LENS_ANNOTATIONS.primary,
      value: 'true',
      message: `${entityRef} cannot stand for the workload '${workloadId}', which has another owner: whoever may change its reviews has to allow the link`,
    };
  }
  return {
    ...about,
    code: 'LINK_PENDING',
    message: `${entityRef} names the workload '${workloadId}', which has another owner: whoever may change its reviews has to allow the link`,
  };
}
