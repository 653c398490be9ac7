// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import { NotAllowedError } from '@backstage/errors';
import type { MlLensWorkloadResource } from '@ml-lens/backstage-plugin-ml-lens-node';
import type { Knex } from 'knex';
import { noWorkload } from '../errors';

/** What somebody wants to do with a workload. */
export type WorkloadAction =
  | 'read'
  | 'update'
  | 'propose'
  | 'approve'
  | 'decide';

/** What somebody may not do, in words. */
const WORDS: Record<WorkloadAction, string> = {
  read: 'read its reviews',
  update: 'update its reviews',
  propose: 'propose answers in its reviews',
  approve: 'approve its reviews',
  decide: 'decide at its gates',
};

/** Whether an action may be done; `hidden` is told from `missing` by nobody. */
export type WorkloadOutcome = 'allowed' | 'denied' | 'hidden';

/** Whether a workload is one of those the caller may see. */
export type WorkloadTest = (workload: MlLensWorkloadResource) => boolean;

/**
 * What a caller may see. Applying it to a query of a caller who may see nothing
 * gives an empty result, never everything.
 */
export interface WorkloadFilter {
  /**
   * As where-clauses.
   *
   * @param table - what the query calls the workloads, or their scorecards
   */
  apply(query: Knex.QueryBuilder, table: string): void;
  /** As a test that says the same of workloads at hand. */
  test(): Promise<WorkloadTest>;
}

/** The error of an action that may not be done; undefined for one that may. */
export function refusal(
  workloadId: string,
  action: WorkloadAction,
  outcome: WorkloadOutcome,
): Error | undefined {
  switch (outcome) {
    case 'allowed':
      return undefined;
    case 'denied':
      return new NotAllowedError(
        `You may see the workload '${workloadId}', but not ${WORDS[action]}`,
      );
    default:
      return noWorkload(workloadId);
  }
}

/** Who may do what; the only place that asks permissions and the catalog. */
export interface Access {
  /**
   * Throws NotFoundError when the workload is missing or hidden (the two look
   * the same), NotAllowedError when it can be seen but the action is denied.
   *
   * @param options.lookedUp - what comes next finds out whether there is the
   *   workload, and throws {@link noWorkload}: where it does not matter whose it
   *   is, it is not looked up for this
   */
  requireWorkload(
    workloadId: string,
    action: WorkloadAction,
    credentials: BackstageCredentials,
    options?: { lookedUp?: boolean },
  ): Promise<void>;

  /** Whether {@link Access.requireWorkload} would pass. */
  may(
    workloadId: string,
    action: WorkloadAction,
    credentials: BackstageCredentials,
  ): Promise<boolean>;

  /**
   * Throws as {@link Access.requireWorkload} does, unless the caller may see
   * the workload and decide who belongs to it.
   */
  requireLinks(
    workloadId: string,
    credentials: BackstageCredentials,
  ): Promise<void>;

  /** Whether {@link Access.requireLinks} would pass. */
  mayDecideLinks(
    workloadId: string,
    credentials: BackstageCredentials,
  ): Promise<boolean>;

  /**
   * What the caller may do with a workload they may see, found out at once:
   * update and approve its reviews, and decide who belongs to it.
   */
  abilities(
    workloadId: string,
    credentials: BackstageCredentials,
  ): Promise<{ update: boolean; approve: boolean; links: boolean }>;

  /** Whether the caller may manage the links of every workload they see. */
  mayManageLinks(credentials: BackstageCredentials): Promise<boolean>;

  /** Those of the entities that the caller may read, asked at once. */
  readableEntities(
    entityRefs: readonly string[],
    credentials: BackstageCredentials,
  ): Promise<Set<string>>;

  /**
   * What {@link Access.requireWorkload} would say of each of many workloads,
   * with one question to the catalog for 500 of their entities.
   *
   * @returns one for each id
   */
  outcomes(
    workloadIds: readonly string[],
    action: WorkloadAction,
    credentials: BackstageCredentials,
  ): Promise<Map<string, WorkloadOutcome>>;

  /**
   * Filter for lists and counts of what the caller may see (and update, where
   * the action says so); undefined when that is everything.
   */
  listFilter(
    credentials: BackstageCredentials,
    action?: WorkloadAction,
  ): Promise<WorkloadFilter | undefined>;

  /** Throws NotAllowedError unless the caller may do this with lenses. */
  requireLens(
    action: 'read' | 'manage',
    credentials: BackstageCredentials,
  ): Promise<void>;

  /** Whether the caller may manage lenses (and so sees drafts and reports). */
  mayManageLenses(credentials: BackstageCredentials): Promise<boolean>;

  /** Whether the caller may manage targets (and so sees all of them). */
  mayManageTargets(credentials: BackstageCredentials): Promise<boolean>;

  /** Throws NotAllowedError unless the caller may manage targets. */
  requireTargets(credentials: BackstageCredentials): Promise<void>;
}
