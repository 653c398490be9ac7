// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import type { Knex } from 'knex';
import type { AnnotationProblem } from '@ml-lens/backstage-plugin-ml-lens-common';

/** What an entity says about its workload. */
export interface EntityLink {
  /** Lower-cased ref of the entity. */
  entityRef: string;
  /** Null when the annotation cannot be used; `problems` says why. */
  workloadId: string | null;
  /** The workload it names without belonging to it; `problems` says why. */
  namedWorkloadId?: string | null;
  /** Problems of the entity and of its workload. */
  problems: AnnotationProblem[];
}

/** Which workload an entity belongs to. */
export interface EntityLinks {
  /**
   * Reads the entity with the caller's credentials and brings the stored
   * workload up to date when the entity is newer than the last sync.
   *
   * Throws NotFoundError when the entity is missing, hidden from the caller
   * (the two look the same), or not linked to a workload.
   */
  resolve(
    entity: { kind: string; namespace: string; name: string },
    credentials: BackstageCredentials,
  ): Promise<EntityLink>;

  /**
   * Changes what is remembered of the links of a workload, and decides anew who
   * belongs to it, in one transaction that holds the workload.
   */
  changeMembers(
    workloadId: string,
    change: (tx: Knex.Transaction) => Promise<void>,
  ): Promise<void>;
}
