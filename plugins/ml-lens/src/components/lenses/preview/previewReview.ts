// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import {
  type EntityReview,
  type LensDefinition,
  type WorkloadDetails,
} from '@ml-lens/backstage-plugin-ml-lens-common';
import {
  type CompiledLens,
  type LensLevel,
  scorecardOf,
  standingsOf,
} from '@ml-lens/lens-model';

/**
 * A review of a workload that does not exist, with nothing answered yet: what
 * the tab of an entity would get.
 *
 * @param title - name of the workload
 */
export function previewReview(
  definition: LensDefinition,
  lens: CompiledLens,
  title: string,
  levels?: LensLevel[],
) {
  const { id, version, name } = definition;
  const scorecard = scorecardOf(
    lens,
    standingsOf(() => undefined),
    levels,
  );
  const { score, coverage, counts, practices, level } = scorecard;
  const workload: WorkloadDetails = {
    id: 'preview',
    title,
    description: null,
    entityRef: null,
    entityRefs: [],
    owner: null,
    system: null,
    domain: null,
    lifecycle: null,
    tags: [],
    lenses: [id],
    awsWorkloadArn: null,
    orphaned: false,
    profile: {
      revision: 0,
      layer: null,
      skill: null,
      timeToMarket: null,
      customization: null,
      updatedAt: null,
      updatedBy: null,
    },
    problems: [],
    reviews: [
      {
        lens: { id, version, name },
        score,
        coverage,
        counts,
        practices,
        level,
        updatedAt: null,
      },
    ],
  };
  return {
    workload,
    lens: definition,
    problems: [],
    upgradeTo: null,
    waivers: [],
    openProposals: 0,
    models: [],
    dueAt: null,
    liveTopic: null,
    may: { update: true, approve: false, links: false },
    review: {
      workload,
      lens: { id, version, name },
      at: new Date().toISOString(),
      answers: {},
      scorecard,
      phases: lens.phases.map(phase => ({
        id: phase.id,
        status: 'NOT_STARTED' as const,
        plannedStart: null,
        targetDate: null,
        late: false,
        iterations: [],
        unconfirmed: [],
      })),
      milestones: [],
      toConfirm: [],
    },
  } satisfies EntityReview;
}
