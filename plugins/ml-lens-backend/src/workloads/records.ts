// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import type { AnnotationProblem } from '@ml-lens/backstage-plugin-ml-lens-common';

/** A workload as its primary entity and the configuration describe it. */
export interface WorkloadRecord {
  workloadId: string;
  title: string;
  description: string | null;
  primaryEntityRef: string;
  /** Since when it stands in for an earlier primary; null if the first. */
  primarySince: string | null;
  owner: string | null;
  system: string | null;
  domain: string | null;
  lifecycle: string | null;
  tags: string[];
  /** Ids of the lenses it is reviewed with, in order. */
  lensIds: string[];
  awsWorkloadArn: string | null;
  problems: AnnotationProblem[];
}
