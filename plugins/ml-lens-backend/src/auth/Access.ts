/*
 * Copyright 2026 The ML Lens Authors
 *
 * Licensed under the Apache License, Version 2.0 (the "License");
 * you may not use this file except in compliance with the License.
 * You may obtain a copy of the License at
 *
 *     http://www.apache.org/licenses/LICENSE-2.0
 */
import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import type { Knex } from 'knex';

/** What somebody wants to do with a workload. */
export type WorkloadAction = 'read' | 'update' | 'approve';

/** Names of the columns a filter may use, qualified as the query needs. */
export interface WorkloadColumns {
  /** e.g. `scorecards.workload_id` */
  workloadId: string;
  /** e.g. `scorecards.owner_ref` */
  owner: string;
  /** e.g. `scorecards.lifecycle` */
  lifecycle: string;
}

/**
 * What a caller may see, as where-clauses. Applying it to a query of a caller
 * who may see nothing gives an empty result, never everything.
 */
export interface WorkloadFilter {
  apply(query: Knex.QueryBuilder, columns: WorkloadColumns): void;
  /**
   * Changes whenever the filter selects by something else; part of the key of
   * whatever is cached per caller.
   */
  key: string;
}

/** Who may do what; the only place that asks permissions and the catalog. */
export interface Access {
  /**
   * Throws NotFoundError when the workload is missing or hidden (the two look
   * the same), NotAllowedError when it can be seen but the action is denied.
   */
  requireWorkload(
    workloadId: string,
    action: WorkloadAction,
    credentials: BackstageCredentials,
  ): Promise<void>;

  /** Whether {@link Access.requireWorkload} would pass. */
  may(
    workloadId: string,
    action: WorkloadAction,
    credentials: BackstageCredentials,
  ): Promise<boolean>;

  /** Filter for lists and counts; undefined when the caller may see all. */
  listFilter(
    credentials: BackstageCredentials,
  ): Promise<WorkloadFilter | undefined>;

  /** Throws NotAllowedError unless the caller may do this with lenses. */
  requireLens(
    action: 'read' | 'manage',
    credentials: BackstageCredentials,
  ): Promise<void>;

  /** Whether the caller may manage lenses (and so sees drafts and reports). */
  mayManageLenses(credentials: BackstageCredentials): Promise<boolean>;

  /** Throws NotAllowedError unless the caller may manage targets. */
  requireTargets(credentials: BackstageCredentials): Promise<void>;
}
