// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import type {
  AnnotationProblem,
  LinkState,
  ML_LENS_MODEL_ANNOTATIONS,
} from '@ml-lens/backstage-plugin-ml-lens-common';

/** What a workload row is made from: the facts of one linked entity. */
export interface EntityFacts {
  kind: string;
  title: string;
  description: string | null;
  /** Entity refs, lower case. */
  owner: string | null;
  system: string | null;
  domain: string | null;
  lifecycle: string | null;
  tags: string[];
  /** Whether the entity says it stands for its workload. */
  primary: boolean;
  /** Lens ids of the annotation; empty when there is none. */
  lenses: string[];
  awsWorkloadArn: string | null;
  /** Names of models by the system that knows them; left out by old syncs. */
  models?: Partial<Record<keyof typeof ML_LENS_MODEL_ANNOTATIONS, string[]>>;
}

/** An entity that carries the workload annotation. */
export interface WorkloadEntity {
  entityRef: string;
  /** Null when the annotation cannot be used; `problems` says why. */
  workloadId: string | null;
  facts: EntityFacts;
  /** Hash of workload id, facts and problems; equal hash, nothing to do. */
  factsHash: string;
  problems: AnnotationProblem[];
}

/** An entity with the annotation, and whether it belongs to the workload. */
export interface StoredWorkloadEntity extends WorkloadEntity {
  state: LinkState;
}
