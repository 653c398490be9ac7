// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import type {
  LensDefinition,
  LensListItem,
  LensStatus,
  LensVersion,
  RebuildLine,
} from '../types/lenses';
import type { Page } from '../types/pages';
import type { HistoryLine, LensDiff, LensProblem } from '@ml-lens/lens-model';

/**
 * Lenses, their reports, and history as files.
 * @public
 */
export interface LensOperations {
  listLenses: {
    path: '/lenses';
    query?: {
      q?: string;
      status?: string | string[];
      cursor?: string;
      limit?: number;
    };
    defaults: 'limit';
    response: Page<LensListItem>;
  };
  getLens: {
    path: '/lenses/{lensId}';
    query?: { version?: string };
    response: LensDefinition;
  };
  importLens: {
    path: '/lenses';
    query?: {
      lensId?: string;
      version?: string;
      /** Read the file from here instead of the body. */
      url?: string;
      /** Check only; nothing is stored. */
      dryRun?: 'true' | 'false';
    };
    /** The text of the file; a lens is JSON or YAML. */
    rawBody?: string;
    contentType?: string;
    response: {
      lensId: string;
      version: string;
      status: LensStatus;
      counts: LensVersion['counts'];
      warnings: LensProblem[];
    };
  };
  publishLens: {
    path: '/lenses/{lensId}/versions/{version}/publish';
    response: LensVersion;
  };
  archiveLens: {
    path: '/lenses/{lensId}/versions/{version}/archive';
    response: LensVersion;
  };
  deleteLensDraft: {
    path: '/lenses/{lensId}/versions/{version}';
    response: void;
  };
  exportLens: {
    path: '/lenses/{lensId}/export';
    query?: { version?: string; format?: 'aws' | 'ml-lens' };
    defaults: 'format';
    response: Response;
  };
  diffLens: {
    path: '/lenses/{lensId}/diff';
    query: { from: string; to: string };
    response: LensDiff;
  };
  listLensMappings: {
    path: '/lens-mappings';
    query?: { lensId?: string };
    response: {
      items: {
        from: { lens: string; version: string };
        to: { lens: string; version: string };
        description: string;
        /** Practices of the target by how well those they come from speak for them. */
        counts: { same: number; partial: number };
      }[];
    };
  };
  listLensReports: {
    path: '/lens-reports';
    response: {
      lenses: { target: string; problems: LensProblem[]; seenAt: string }[];
      catalog: {
        entityRef: string;
        workloadId: string | null;
        code: string;
        annotation?: string;
        value?: string;
        message: string;
      }[];
      orphans: { workloadId: string; title: string; since: string | null }[];
      removal: {
        /** Workloads none of whose entities the catalog has. */
        workloads: number;
        /** All linked workloads, those included. */
        of: number;
        since: string;
        /** When the catalog is believed without anybody's word. */
        believedAt: string;
        /** Whether somebody said that it is right: the next sync removes them. */
        confirmed: boolean;
      } | null;
    };
  };
  confirmRemoval: {
    path: '/lens-reports/removal/confirm';
    /** Since when the removal waits that is meant. */
    body: { since: string };
    response: void;
  };
  importHistory: {
    path: '/history/import';
    query?: {
      format?: 'ml-lens' | 'aws';
      workload?: string;
      lens?: string;
      at?: string;
    };
    defaults: 'format';
    /** The text of the file. */
    rawBody?: string;
    contentType?: string;
    response: {
      events: number;
      workloads: number;
      reviews: number;
      /** What an AWS file says that is not so here. */
      warnings?: string[];
    };
  };
  rebuildProjections: {
    path: '/history/rebuild';
    query?: { workload?: string; after?: string };
    /** One per review as it is done. */
    lines: RebuildLine;
    response: Response;
  };
  exportHistory: {
    path: '/workloads/{workloadId}/history/export';
    /** In the order of time. */
    lines: HistoryLine;
    response: Response;
  };
}
