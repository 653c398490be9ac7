// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { parseEntityRef } from '@backstage/catalog-model';
import type {
  DocumentCollatorFactory,
  IndexableDocument,
} from '@backstage/plugin-search-common';
import {
  mlLensReviewReadPermission,
  type OrgRow,
  type Page,
} from '@ml-lens/backstage-plugin-ml-lens-common';
import { Readable } from 'node:stream';
import { setTimeout } from 'node:timers/promises';
import { type MlLensSource, PAGE_SIZE, WORKLOAD_TYPE } from './source';

/** How often, and how far apart, the first collection asks for a workload. */
const ATTEMPTS = 24;
const BETWEEN_MS = 5_000;

/** A workload, as the search keeps it. No answer and no score is in it. */
export interface WorkloadDocument extends IndexableDocument {
  workloadId: string;
  owner: string;
  system: string;
  domain: string;
  lifecycle: string;
}

/** Collects the workloads; an orphaned one is found no more. */
export class WorkloadCollatorFactory implements DocumentCollatorFactory {
  readonly type = WORKLOAD_TYPE;
  readonly visibilityPermission = mlLensReviewReadPermission;

  #isFirst = true;

  constructor(
    private readonly source: MlLensSource,
    private readonly wait = (ms: number): Promise<unknown> => setTimeout(ms),
  ) {}

  async getCollator(): Promise<Readable> {
    return Readable.from(this.#documents());
  }

  async *#documents(): AsyncGenerator<WorkloadDocument> {
    let rows: OrgRow[] = [];
    let page = await this.#firstPage();
    for (;;) {
      for (const row of page.items) {
        if (rows.length > 0 && rows[0].workloadId !== row.workloadId) {
          yield documentOf(rows);
          rows = [];
        }
        rows.push(row);
      }
      const { nextCursor } = page.pageInfo;
      if (nextCursor === undefined) {
        break;
      }
      page = await this.#page(nextCursor);
    }
    if (rows.length > 0) {
      yield documentOf(rows);
    }
  }

  /** A portal that has just started has yet to read its catalog. */
  async #firstPage(): Promise<Page<OrgRow>> {
    const patience = this.#isFirst ? ATTEMPTS : 1;
    this.#isFirst = false;
    for (let attempt = 1; ; attempt++) {
      const page = await this.#page();
      if (page.items.length > 0 || attempt >= patience) {
        return page;
      }
      await this.wait(BETWEEN_MS);
    }
  }

  /** By title, then id: the reviews of a workload stand together. */
  async #page(cursor?: string): Promise<Page<OrgRow>> {
    const { client, tokenOf } = this.source;
    return await client.call(
      'queryScorecards',
      { query: { sort: 'title', orphaned: 'false', limit: PAGE_SIZE, cursor } },
      { token: await tokenOf() },
    );
  }
}

function documentOf(rows: readonly OrgRow[]): WorkloadDocument {
  const [{ workloadId, title, owner, system, domain, lifecycle, tags }] = rows;
  return {
    title,
    text: [workloadId, ...tags, ...rows.map(({ lens }) => lens.id)].join(' '),
    location: locationOf(rows[0]),
    workloadId,
    owner: owner ?? '',
    system: system ?? '',
    domain: domain ?? '',
    lifecycle: lifecycle ?? '',
    authorization: { resourceRef: workloadId },
  };
}

function locationOf({ workloadId, entityRef }: OrgRow): string {
  if (entityRef === null) {
    return `/ml-lens/workloads/${encodeURIComponent(workloadId)}`;
  }
  const { kind, namespace, name } = parseEntityRef(entityRef);
  return `/catalog/${namespace}/${kind}/${name}/ml-lens`;
}
