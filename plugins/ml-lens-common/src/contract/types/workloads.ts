// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import type { ML_LENS_MODEL_ANNOTATIONS } from '../../annotations';
import type { Measures, WorkloadProfile } from '@ml-lens/lens-model';

/**
 * Something in the catalog that cannot be used as it stands.
 * @public
 */
export interface AnnotationProblem {
  code:
    | 'INVALID_WORKLOAD_ID'
    | 'INVALID_PRIMARY'
    | 'INVALID_LENSES'
    | 'INVALID_ARN'
    | 'UNKNOWN_LENS'
    | 'TWO_PRIMARIES'
    | 'NO_PRIMARY'
    | 'NO_OWNER'
    | 'UNKNOWN_OWNER'
    | 'UNKNOWN_SYSTEM'
    | 'TOO_MANY_ENTITIES'
    | 'LINK_PENDING'
    | 'LINK_REFUSED'
    | 'FOREIGN_PRIMARY';
  entityRef: string;
  annotation?: string;
  value?: string;
  /** Ref of who may allow a link, where the caller may see the workload. */
  mayAllow?: string;
  message: string;
}

/**
 * Whether a problem is about an entity that names a workload without belonging
 * to it.
 * @public
 */
export function isLinkProblem({ code }: { code: string }): boolean {
  return ['LINK_PENDING', 'LINK_REFUSED', 'FOREIGN_PRIMARY'].includes(code);
}

/**
 * Figures of one of a workload's reviews.
 * @public
 */
export interface ReviewBrief extends Measures {
  lens: { id: string; version: string; name: string };
  level: string;
  updatedAt: string | null;
}

/**
 * The ML system under review, as the catalog knows it.
 * @public
 */
export interface Workload {
  id: string;
  title: string;
  description: string | null;
  /** Primary entity; for an orphaned workload the last one known, or null. */
  entityRef: string | null;
  /** All linked entities that the caller may see. */
  entityRefs: string[];
  owner: string | null;
  system: string | null;
  domain: string | null;
  lifecycle: string | null;
  tags: string[];
  /** Ids of the lenses it is reviewed with. */
  lenses: string[];
  awsWorkloadArn: string | null;
  /** Whether none of its entities is in the catalog any more. */
  orphaned: boolean;
  profile: WorkloadProfile;
  problems: AnnotationProblem[];
}

/**
 * A workload with its reviews.
 * @public
 */
export interface WorkloadDetails extends Workload {
  reviews: ReviewBrief[];
}

/**
 * Whether an entity belongs to the workload it names. `PRIMARY` (it stands for
 * the workload) and `JOINED` do; `PENDING` waits for somebody to allow it.
 * @public
 */
export type LinkState = 'PRIMARY' | 'JOINED' | 'PENDING' | 'REFUSED';

/**
 * An entity that names a workload, and whether it belongs to it.
 * @public
 */
export interface WorkloadLink {
  entityRef: string;
  /** Left out where the caller may not read the entity. */
  title?: string;
  /** Owner of the entity, as the catalog has it. */
  owner: string | null;
  state: LinkState;
  /** Whether the entity says that it stands for the workload. */
  primaryAnnotation: boolean;
  /** The person who decided; left out where the rule did. */
  decidedBy?: string;
  decidedAt?: string;
}

/**
 * Who belongs to a workload.
 * @public
 */
export interface WorkloadLinks {
  /** The primary first, then by state and ref. */
  items: WorkloadLink[];
  /** What the caller may do with the links. */
  may: {
    /** Allow and refuse. */
    decide: boolean;
    /** Make another entity the primary. */
    makePrimary: boolean;
  };
}

/**
 * A model that a workload names, as the system where it lives knows it.
 * @public
 */
export interface WorkloadModel {
  source: keyof typeof ML_LENS_MODEL_ANNOTATIONS;
  name: string;
  /** What people call it, where its name is an address. */
  title?: string;
  /**
   * PENDING and REFUSED: another workload has named it first; nothing is said
   * of it.
   */
  state: 'OWN' | 'PENDING' | 'REFUSED';
  /** Whether the system knows it; null where it was not asked yet. */
  found: boolean | null;
  url?: string;
  /** Its newest version. */
  latest: {
    version: string;
    stage?: string;
    approval?: string;
    createdAt: string;
    url?: string;
  } | null;
  versions?: number;
  /** Whether there is a description of it that people can read. */
  card?: { present: boolean; url?: string };
  lastTrainedAt?: string;
  /** Whether its training names the data it used. */
  hasInputs?: boolean;
  /**
   * How many alarms there are, fire, and have no data to judge; and when one
   * last fired that does not any more, as far as the system remembers.
   */
  alarms?: {
    rules: number;
    firing: number;
    silent: number;
    lastFiredAt?: string;
  };
  /** Which of its versions answer where. */
  served?: {
    endpoint: string;
    variant: string;
    version?: string;
    /** Of the requests of the endpoint, 0..1. */
    share?: number;
  }[];
  /** What became of it, newest first. */
  changes?: {
    /** CALM: no alarm is firing any more. */
    kind: 'VERSION' | 'APPROVAL' | 'ALARM' | 'CALM';
    at: string;
    /** The version, or the approval. */
    text: string | null;
  }[];
  /** When the system said so; null for never. */
  observedAt: string | null;
  /** Whether it could not be asked since. */
  stale: boolean;
  /** Why not. */
  problem?: string;
}

/**
 * The models of a workload.
 * @public
 */
export interface WorkloadModels {
  /** Worst first: firing, silent, out of date, unknown; then by name. */
  items: WorkloadModel[];
  /** Who else names its models; for those who decide. */
  claims: {
    source: WorkloadModel['source'];
    name: string;
    workloadId: string;
    owner: string | null;
    since: string;
    state: 'PENDING' | 'ALLOWED' | 'REFUSED';
  }[];
  may: { decide: boolean };
}
