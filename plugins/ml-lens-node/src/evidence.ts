// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import {
  createExtensionPoint,
  type LoggerService,
  type SchedulerServiceTaskScheduleDefinition,
} from '@backstage/backend-plugin-api';
import type { Entity } from '@backstage/catalog-model';
import type { HumanDuration } from '@backstage/types';
import type { Verdict } from '@ml-lens/backstage-plugin-ml-lens-common';

/**
 * The review a provider is asked about.
 *
 * @public
 */
export interface MlLensEvidenceContext {
  /** The workload, as its primary entity describes it. */
  workload: {
    id: string;
    title: string;
    /** Entity ref of the owner. */
    owner: string | null;
    lifecycle: string | null;
  };
  /** The lens the review is judged with. */
  lens: { id: string; version: string };
  /** The primary entity of the workload. */
  entity: Entity;
  /** Every entity of the workload, the primary one among them. */
  entities: readonly Entity[];
  /** Logs with the name of the provider. */
  logger: LoggerService;
  /** Aborted when the run takes too long or the backend stops. */
  signal: AbortSignal;
}

/**
 * Something a provider found. Everybody who may read the review sees it, so it
 * must not tell what only some may know.
 *
 * @public
 */
export interface MlLensCollectedEvidence {
  /** The question of the lens that it is about. */
  questionId: string;
  /** The practice it is about; left out when it is about the whole question. */
  choiceId?: string;
  /**
   * Tells apart what one provider says about one practice. Of pieces with the
   * same question, practice and key the last counts.
   */
  key?: string;
  /** Whether it supports the practice, contradicts it, or only informs. */
  verdict: Verdict;
  /** One line, up to 200 characters. */
  title: string;
  /** Where to see it; `http:` or `https:`. */
  url?: string;
  /** More about it. */
  note?: string;
  /** When it was so, RFC 3339. Default: now, and never later. */
  observedAt?: string;
  /** How long from then it says something. Default: 7 days. */
  ttl?: HumanDuration;
}

/**
 * Looks for evidence on behalf of reviewers. It never changes an answer: people
 * see what was found and decide.
 *
 * @public
 */
export interface MlLensEvidenceProvider {
  /** Stays the same for ever; letters, digits and dashes. */
  id: string;
  /** What people call it. */
  title: string;
  /** When it runs. Default: every 6 hours. */
  schedule?: SchedulerServiceTaskScheduleDefinition;
  /** Lenses it knows about; it is asked about reviews with any other as well when left out. */
  lensIds?: readonly string[];
  /**
   * Everything there is to say of a review now: what was found before and is
   * not found again is forgotten. What names no question and choice of the lens
   * is left out. When it throws, what was found before stays until it is stale.
   */
  collect(context: MlLensEvidenceContext): Promise<MlLensCollectedEvidence[]>;
  /**
   * As `collect`, of up to 200 reviews at once, and asked in its place: for
   * providers that ask a system once for many. When it throws, what was found
   * before stays for all of them.
   *
   * @returns what there is to say of each, in their order
   */
  collectAll?(
    contexts: readonly MlLensEvidenceContext[],
  ): Promise<MlLensCollectedEvidence[][]>;
}

/**
 * Where modules of the `ml-lens` plugin add evidence providers.
 *
 * @public
 */
export interface MlLensEvidenceProvidersExtensionPoint {
  /**
   * Adds providers; each is asked on a schedule of its own.
   *
   * @throws Error when two providers have one id
   */
  addEvidenceProviders(...providers: MlLensEvidenceProvider[]): void;
}

/**
 * Lets a module look for evidence.
 *
 * @public
 */
export const mlLensEvidenceProvidersExtensionPoint =
  createExtensionPoint<MlLensEvidenceProvidersExtensionPoint>({
    id: 'ml-lens.evidence-providers',
  });
