// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import type { WorkloadTest } from '../../auth/Access';
import type { Freshness } from '../../reviews/Freshness';
import type { Families } from '../../workloads/families';
import type { OrgFilters } from './orgFilters';

/** Which scorecards are asked for, and of when. */
export interface OrgScope {
  filters: OrgFilters;
  /** What the caller may see; undefined for everything. */
  sees: WorkloadTest | undefined;
  /** An instant in the past (UTC, with milliseconds); undefined for now. */
  at: string | undefined;
  /** When it is asked. */
  now: string;
  /** When reviews are due. */
  freshness: Freshness;
  /** A group stands for all below it, and so does a domain. */
  families: Families;
  /**
   * Leaves out retired workloads, for figures of many; a filter of lifecycles
   * or workloads asks for them all the same.
   */
  onlyActive?: boolean;
}

/** The instant a scope is of. */
export function instantOf({ at, now }: OrgScope): string {
  return at ?? now;
}

/** Whether retired workloads are left out of a scope. */
export function leavesOutRetired(scope: OrgScope): boolean {
  const { filters, onlyActive, freshness } = scope;
  return (
    onlyActive === true &&
    freshness.retired.length > 0 &&
    filters.lifecycle === undefined &&
    filters.workload === undefined
  );
}
