// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import type { Mover, Rollup } from './organisation';
import type { PlanItem } from './work';

/** Where somebody goes on from a line of a report. */
interface ReportedWorkload {
  workloadId: string;
  title: string;
  entityRef: string | null;
  lens: { id: string; version: string };
}

/**
 * What a meeting needs of one team, system or domain: figures, and the few
 * things to talk about, worst or soonest first.
 * @public
 */
export interface GroupReport extends Rollup {
  /** Entity ref; null for workloads without a value. */
  key: string | null;
  /** Rounded mean of the readiness there is; null without any. */
  readiness: number | null;
  /** The same group at the instant it is compared with; null without one. */
  before: { workloads: number; score: number | null; high: number } | null;
  /** Questions at high risk, those of most workloads first. */
  risks: { lensId: string; questionId: string; high: number; judged: number }[];
  /** Who got worse since; none without an instant to compare with. */
  worse: Mover[];
  worseCount: number;
  /** Practices that were to be in place by now, longest overdue first. */
  late: (ReportedWorkload &
    Pick<PlanItem, 'questionId' | 'choiceId' | 'assignee' | 'status'> & {
      dueDate: string;
    })[];
  lateCount: number;
  /** What falls due in the next 90 days. */
  dates: (ReportedWorkload & {
    /** A day. */
    date: string;
    kind: 'REVIEW' | 'PHASE' | 'PRACTICE';
    /** Of a phase. */
    phase: string | null;
    /** Of a practice. */
    questionId: string | null;
    choiceId: string | null;
  })[];
  dateCount: number;
}

/**
 * Reports of groups, those with most workloads first.
 * @public
 */
export interface GroupReports {
  groupBy: 'owner' | 'system' | 'domain';
  /** The instant they are of. */
  at: string;
  /** The instant they are compared with. */
  since: string | null;
  items: GroupReport[];
  totalItems: number;
  pageInfo: { nextCursor?: string; prevCursor?: string };
}
