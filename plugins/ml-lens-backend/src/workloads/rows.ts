// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import type { DbBoolean } from '../database/sql';
import type { KnownLink } from './membership';
import type {
  LinkState,
  WorkloadModel,
} from '@ml-lens/backstage-plugin-ml-lens-common';

/** Columns of a workload that its scorecards carry too. */
export interface CopiedWorkloadColumns {
  title: string;
  owner_ref: string | null;
  system_ref: string | null;
  domain_ref: string | null;
  lifecycle: string | null;
  tags: string;
  primary_entity_ref: string | null;
}

export interface WorkloadRow extends CopiedWorkloadColumns {
  workload_id: string;
  description: string | null;
  aws_workload_arn: string | null;
  orphaned_at: string | null;
  primary_since: string | null;
  problems: string;
  updated_at: string;
  profile_layer: string | null;
  profile_skill: 'low' | 'medium' | 'high' | null;
  profile_time_to_market: 'shortest' | 'medium' | 'longest' | null;
  profile_customization: 'least' | 'high' | 'full' | null;
  profile_revision: number;
  profile_updated_at: string | null;
  profile_updated_by: string | null;
}

export interface WorkloadEntityRow {
  entity_ref: string;
  workload_id: string | null;
  facts: string;
  facts_hash: string;
  link_state: LinkState;
  pending_since: string | null;
  sync_id: string;
  problems: string;
}

export interface EntityParentRow {
  entity_ref: string;
  parent_ref: string;
}

export interface HeldRemovalRow {
  name: string;
  workloads: number;
  of_workloads: number;
  since: string;
  confirmed: DbBoolean;
}

export interface WorkloadLinkRow {
  workload_id: string;
  entity_ref: string;
  decision: KnownLink['decision'];
  owner_ref: string | null;
  decided_by: string | null;
  decided_at: string;
}

export interface WorkloadLensRow {
  workload_id: string;
  lens_id: string;
  /** Null for a lens that the annotation does not name. */
  place: number | null;
  added: DbBoolean;
}

export interface WorkloadTagRow {
  workload_id: string;
  tag: string;
}

/** A row of `model_claims`. */
export interface ModelClaimRow {
  source: WorkloadModel['source'];
  model_name: string;
  workload_id: string;
  since: string;
  decision: 'ALLOWED' | 'REFUSED' | null;
  owner_ref: string | null;
  decided_by: string | null;
}
