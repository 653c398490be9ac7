// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import type { EntityReview } from '../types/reviews';
import type {
  WorkloadDetails,
  WorkloadLink,
  WorkloadLinks,
  WorkloadModel,
  WorkloadModels,
} from '../types/workloads';
import type { WorkloadProfile } from '@ml-lens/lens-model';

/**
 * Workloads and what belongs to them.
 * @public
 */
export interface WorkloadOperations {
  getEntityWorkload: {
    path: '/entities/{kind}/{namespace}/{name}/workload';
    response: WorkloadDetails;
  };
  getEntityReview: {
    path: '/entities/{kind}/{namespace}/{name}/review';
    query?: { lens?: string; at?: string };
    response: EntityReview;
  };
  getWorkload: {
    path: '/workloads/{workloadId}';
    response: WorkloadDetails;
  };
  getProfile: {
    path: '/workloads/{workloadId}/profile';
    response: WorkloadProfile;
  };
  putProfile: {
    path: '/workloads/{workloadId}/profile';
    body: Omit<WorkloadProfile, 'updatedAt' | 'updatedBy'>;
    response: WorkloadProfile;
  };
  reportModelVersion: {
    path: '/workloads/{workloadId}/model-versions';
    body: { source: string; name: string; version: string; at?: string };
    response: {
      source: string;
      name: string;
      version: string;
      at: string;
      /** Known already: nothing was recorded once more. */
      known: boolean;
      /** Answers the version puts in doubt, by lens. */
      toConfirm: { lens: string; questionIds: string[] }[];
    };
  };
  listLinks: {
    path: '/workloads/{workloadId}/links';
    response: WorkloadLinks;
  };
  putLink: {
    path: '/workloads/{workloadId}/links/{entityRef}';
    /** PRIMARY: for those who may manage links, of an entity that belongs. */
    body: { state: 'ALLOWED' | 'REFUSED' | 'PRIMARY' };
    response: WorkloadLink & WorkloadLinks;
  };
  listModels: {
    path: '/workloads/{workloadId}/models';
    response: WorkloadModels;
  };
  putModelClaim: {
    path: '/workloads/{workloadId}/models/claims';
    body: {
      source: WorkloadModel['source'];
      name: string;
      /** The workload that wants to see it. */
      workloadId: string;
      state: 'ALLOWED' | 'REFUSED';
    };
    response: WorkloadModels;
  };
}
