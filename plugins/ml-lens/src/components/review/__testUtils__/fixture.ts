// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import type {
  EntityReview,
  MlLensResponse,
  Review,
  WorkloadLinks,
  WorkloadModel,
  WorkloadModels,
} from '@ml-lens/backstage-plugin-ml-lens-common';
import type { HistoryLine, LensDocument } from '@ml-lens/lens-model';
import type { Proposal } from '@ml-lens/lens-model/proposals';

/** A workload of the fixture: what the catalog would say about it. */
export interface FixtureWorkload {
  id: string;
  title: string;
  description?: string;
  lenses: string[];
  owner?: string;
  system?: string;
  lifecycle?: string;
  awsWorkloadArn?: string;
  orphaned?: boolean;
}

export interface ReviewFixture {
  documents: LensDocument[];
  workloads: FixtureWorkload[];
  history: HistoryLine[];
  /** The present, RFC 3339. */
  now: string;
  /** Who answers. */
  user?: string;
  mayUpdate?: boolean;
  problems?: EntityReview['problems'];
  /** Answers in doubt; a confirmation takes them out. */
  toConfirm?: Review['toConfirm'];
  /** Gates with what was decided, for all time. */
  gates?: MlLensResponse<'listGates'>;
  /** Who wants to belong to the workload, for who may decide. */
  links?: WorkloadLinks;
  models?: WorkloadModel[];
  claims?: WorkloadModels['claims'];
  /** What machines propose. */
  proposals?: Proposal[];
}
