// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import type { OrgGroupBy } from '../words';
import type {
  Gap,
  Heatmap,
  Mover,
  Movers,
  OrgFilter,
  OrgRow,
  OrgTimeline,
  Rollup,
  SavedView,
  Summary,
  Target,
  TargetFields,
  TrendPoint,
} from '../types/organisation';
import type { Page } from '../types/pages';
import type {
  Improvement,
  InboxItem,
  PlanItem,
  PracticeRef,
} from '../types/work';

/**
 * All workloads at once, and what is the caller's own.
 * @public
 */
export interface OrganisationOperations {
  queryScorecards: {
    path: '/scorecards/by-query';
    query?: OrgFilter & {
      /** One of `ORG_SORT_FIELDS`, with - in front for descending. */
      sort?: string;
      cursor?: string;
      limit?: number;
      at?: string;
    };
    defaults: 'sort' | 'limit';
    response: Page<OrgRow>;
  };
  getSummary: {
    path: '/scorecards/summary';
    query?: OrgFilter & { groupBy?: OrgGroupBy; at?: string };
    response: Summary;
  };
  getFacets: {
    path: '/scorecards/facets';
    query?: Pick<OrgFilter, 'lens'>;
    response: { facets: Record<string, { value: string; count: number }[]> };
  };
  getHeatmap: {
    path: '/scorecards/heatmap';
    query?: OrgFilter & {
      rows?: 'workload' | 'owner' | 'system' | 'domain' | 'tag';
      columns?: 'phase' | 'pillar' | 'cell';
      /** A sort field, or `column:<id>`, with - in front for descending. */
      sort?: string;
      cursor?: string;
      limit?: number;
      at?: string;
    };
    defaults: 'rows' | 'columns' | 'sort' | 'limit';
    response: Heatmap;
  };
  getOrgTimeline: {
    path: '/scorecards/timeline';
    query?: OrgFilter & {
      /** How many months of flow, the current one with them. */
      months?: number;
      /** `since`, or one of `ORG_SORT_FIELDS`, with - in front for descending. */
      sort?: string;
      cursor?: string;
      limit?: number;
      at?: string;
    };
    defaults: 'months' | 'sort' | 'limit';
    response: OrgTimeline;
  };
  getGroupReports: {
    path: '/scorecards/reports';
    query?: OrgFilter & {
      groupBy?: 'owner' | 'system' | 'domain';
      /** An instant, or a day for its end, to compare with. */
      since?: string;
      cursor?: string;
      limit?: number;
      at?: string;
    };
    defaults: 'groupBy' | 'limit';
    /** Groups with most workloads first. */
    response: {
      groupBy: 'owner' | 'system' | 'domain';
      /** The instant they are of. */
      at: string;
      /** The instant they are compared with. */
      since: string | null;
      /** Figures, and the few things to talk about, worst or soonest first. */
      items: (Rollup & {
        /** Entity ref; null for workloads without a value. */
        key: string | null;
        /** Rounded mean of the readiness there is; null without any. */
        readiness: number | null;
        /** The group at the instant it is compared with; null without one. */
        before: {
          workloads: number;
          score: number | null;
          high: number;
        } | null;
        /** Questions at high risk, those of most workloads first. */
        risks: {
          lensId: string;
          questionId: string;
          high: number;
          judged: number;
        }[];
        /** Who got worse since; none without an instant to compare with. */
        worse: Mover[];
        worseCount: number;
        /** Practices that were to be in place by now, longest overdue first. */
        late: (Pick<
          PlanItem,
          | 'workloadId'
          | 'title'
          | 'entityRef'
          | 'lens'
          | 'questionId'
          | 'choiceId'
          | 'assignee'
          | 'status'
        > & { dueDate: string })[];
        lateCount: number;
        /** What falls due in the next 90 days. */
        dates: (Pick<
          PlanItem,
          'workloadId' | 'title' | 'entityRef' | 'lens'
        > & {
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
      })[];
      totalItems: number;
      pageInfo: { nextCursor?: string; prevCursor?: string };
    };
  };
  getGaps: {
    path: '/scorecards/gaps';
    query?: OrgFilter & {
      /** Compare with this instant. */
      since?: string;
      limit?: number;
    };
    defaults: 'limit';
    response: { items: Gap[] };
  };
  getTrend: {
    path: '/scorecards/trend';
    query?: OrgFilter & {
      from?: string;
      to?: string;
      interval?: 'day' | 'week' | 'month';
      groupBy?: OrgGroupBy;
    };
    defaults: 'interval';
    response: { series: { key: string | null; points: TrendPoint[] }[] };
  };
  getMovers: {
    path: '/scorecards/movers';
    query?: OrgFilter & {
      /** An instant, or a day for its end. */
      from?: string;
      to?: string;
      direction?: 'worse' | 'better';
      cursor?: string;
      limit?: number;
    };
    defaults: 'direction' | 'limit';
    response: Movers;
  };
  exportScorecards: {
    path: '/scorecards/export';
    query?: OrgFilter & { format?: 'csv' | 'json'; sort?: string; at?: string };
    defaults: 'format' | 'sort';
    response: Response;
  };
  compareScorecards: {
    path: '/scorecards/compare';
    query: {
      lens: string;
      by: 'workload' | 'owner' | 'system' | 'domain';
      key: string | string[];
      at?: string;
    };
    response: {
      items: (Rollup & {
        key: string;
        title: string | null;
        pillars: Record<string, number | null>;
        phaseScores: Record<string, number | null>;
      })[];
    };
  };
  listPlanItems: {
    path: '/improvements';
    query?: {
      /** Assigned to the caller; or to their groups or owned by them; or all. */
      scope?: 'mine' | 'team' | 'all';
      /** Unless told, what is to be done: not started and in progress. */
      status?: Improvement['status'] | Improvement['status'][];
      /** Ids of lenses. */
      lens?: string | string[];
      /** Entity refs of owners of workloads. */
      owner?: string | string[];
      /** Entity refs; an empty text for nobody. */
      assignee?: string | string[];
      /** Ids of workloads. */
      workload?: string | string[];
      /** Whether its day is over and the work is not. */
      late?: 'true' | 'false';
      cursor?: string;
      limit?: number;
    };
    defaults: 'scope' | 'limit';
    response: Page<PlanItem>;
  };
  planMany: {
    path: '/improvements';
    body: {
      /** At most 1000; with the revision where it must still be that one. */
      items: (PracticeRef & { revision?: number })[];
      /** What is set; the rest stays as it is. */
      set: Partial<
        Pick<Improvement, 'status' | 'assignee' | 'dueDate' | 'link'>
      > & {
        /** Assign each to the owner of its workload. */
        assignOwner?: boolean;
      };
    };
    /** One for each item, in the same order. */
    response: {
      items: (PracticeRef & {
        /** Title of the workload; null where the caller may not see it. */
        title: string | null;
        ok: boolean;
        /** Where it is not ok: nothing was changed. */
        error?: { name: string; message: string };
        revision?: number;
      })[];
    };
  };
  listTargets: {
    path: '/targets';
    query?: { workload?: string };
    response: { items: Target[] };
  };
  createTarget: {
    path: '/targets';
    body: Partial<TargetFields> &
      Pick<Target, 'name' | 'lens' | 'minScore' | 'startDate' | 'dueDate'>;
    defaults: 'description' | 'filter' | 'minCoverage' | 'phases';
    response: Target;
  };
  updateTarget: {
    path: '/targets/{targetId}';
    body: Partial<TargetFields> &
      Pick<
        Target,
        'name' | 'lens' | 'minScore' | 'startDate' | 'dueDate' | 'revision'
      >;
    defaults: 'description' | 'filter' | 'minCoverage' | 'phases';
    response: Target;
  };
  deleteTarget: { path: '/targets/{targetId}'; response: void };
  getTargetProgress: {
    path: '/targets/{targetId}/progress';
    query?: { cursor?: string; limit?: number };
    defaults: 'limit';
    response: {
      points: { date: string; workloads: number; reached: number }[];
      behind: {
        workloadId: string;
        entityRef: string | null;
        title: string;
        owner: string | null;
        score: number | null;
        readiness: number | null;
        coverage: number;
      }[];
      totalItems: number;
      pageInfo: Page<never>['pageInfo'];
    };
  };

  // The same with the query in the body, for lists of filters that are longer
  // than an address may be.
  postQueryScorecards: {
    path: '/scorecards/by-query';
    body?: OrganisationOperations['queryScorecards']['query'];
    defaults: 'sort' | 'limit';
    response: OrganisationOperations['queryScorecards']['response'];
  };
  postSummary: {
    path: '/scorecards/summary';
    body?: OrganisationOperations['getSummary']['query'];
    response: OrganisationOperations['getSummary']['response'];
  };
  postFacets: {
    path: '/scorecards/facets';
    body?: OrganisationOperations['getFacets']['query'];
    response: OrganisationOperations['getFacets']['response'];
  };
  postHeatmap: {
    path: '/scorecards/heatmap';
    body?: OrganisationOperations['getHeatmap']['query'];
    defaults: 'rows' | 'columns' | 'sort' | 'limit';
    response: OrganisationOperations['getHeatmap']['response'];
  };
  postMovers: {
    path: '/scorecards/movers';
    body?: OrganisationOperations['getMovers']['query'];
    defaults: OrganisationOperations['getMovers']['defaults'];
    response: OrganisationOperations['getMovers']['response'];
  };
  postOrgTimeline: {
    path: '/scorecards/timeline';
    body?: OrganisationOperations['getOrgTimeline']['query'];
    defaults: OrganisationOperations['getOrgTimeline']['defaults'];
    response: OrganisationOperations['getOrgTimeline']['response'];
  };
  postGroupReports: {
    path: '/scorecards/reports';
    body?: OrganisationOperations['getGroupReports']['query'];
    defaults: OrganisationOperations['getGroupReports']['defaults'];
    response: OrganisationOperations['getGroupReports']['response'];
  };
  postGaps: {
    path: '/scorecards/gaps';
    body?: OrganisationOperations['getGaps']['query'];
    defaults: 'limit';
    response: OrganisationOperations['getGaps']['response'];
  };
  postTrend: {
    path: '/scorecards/trend';
    body?: OrganisationOperations['getTrend']['query'];
    defaults: 'interval';
    response: OrganisationOperations['getTrend']['response'];
  };
  postExportScorecards: {
    path: '/scorecards/export';
    body?: OrganisationOperations['exportScorecards']['query'];
    defaults: 'format' | 'sort';
    response: OrganisationOperations['exportScorecards']['response'];
  };

  // The caller's own
  getInbox: {
    path: '/inbox';
    query?: {
      cursor?: string;
      limit?: number;
      kind?: InboxItem['kind'] | InboxItem['kind'][];
      scope?: 'mine' | 'team';
    };
    defaults: 'limit' | 'scope';
    response: Page<InboxItem>;
  };
  listSavedViews: { path: '/saved-views'; response: { items: SavedView[] } };
  createSavedView: {
    path: '/saved-views';
    body: Pick<SavedView, 'name' | 'page' | 'query'>;
    response: SavedView;
  };
  deleteSavedView: { path: '/saved-views/{viewId}'; response: void };
}
