// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';
import type {
  LensListItem,
  LensStatus,
  Page,
} from '@ml-lens/backstage-plugin-ml-lens-common';
import type { Access } from '../auth/Access';
import type { QueryOf } from '../http/bindRoutes';
import { toLensVersion } from './lensRow';
import type { LensStore, LensUsage, LensVersionRow } from './LensStore';

const STATUSES: LensStatus[] = ['DRAFT', 'PUBLISHED', 'ARCHIVED'];
const NO_USE: LensUsage = {
  workloads: 0,
  meanScore: null,
  meanCoverage: null,
};

/** The list of lenses, as much of it as a caller may see. */
export class LensDirectory {
  constructor(
    private readonly deps: {
      store: LensStore;
      access: Access;
      /** Lifecycles of workloads that count in no mean. */
      retired: readonly string[];
    },
  ) {}

  /**
   * Lenses by id with their visible versions. Drafts are for those who may
   * manage lenses; use counts only the workloads the caller may see.
   *
   * Throws InputError for an unknown status or a cursor not given out here.
   */
  async list(
    query: QueryOf<'listLenses'>,
    credentials: BackstageCredentials,
  ): Promise<Page<LensListItem>> {
    const visible = await this.visibleStatuses(credentials);
    const asked = checkStatuses(query.status);
    const { ids, total } = await this.deps.store.listIds({
      statuses: visible.filter(status => asked.includes(status)),
      q: query.q,
      after: query.cursor && decodeCursor(query.cursor),
      limit: query.limit + 1,
    });
    const shown = ids.slice(0, query.limit);
    const [versions, usage] = await Promise.all([
      this.deps.store.versionsOf(shown, visible),
      this.deps.access
        .listFilter(credentials)
        .then(filter =>
          this.deps.store.usage(shown, filter, this.deps.retired),
        ),
    ]);
    return {
      items: shown.map(id => toItem(id, versions.get(id)!, usage.get(id))),
      totalItems: total,
      pageInfo:
        ids.length > shown.length
          ? { nextCursor: encodeCursor(shown[shown.length - 1]) }
          : {},
    };
  }

  /** Statuses of the versions a caller may see. */
  async visibleStatuses(
    credentials: BackstageCredentials,
  ): Promise<LensStatus[]> {
    return (await this.deps.access.mayManageLenses(credentials))
      ? STATUSES
      : STATUSES.filter(status => status !== 'DRAFT');
  }
}

function toItem(
  id: string,
  versions: LensVersionRow[],
  usage: LensUsage = NO_USE,
): LensListItem {
  const head =
    versions.find(version => version.status === 'PUBLISHED') ?? versions[0];
  return {
    id,
    name: head.name,
    description: head.description,
    names: JSON.parse(head.names),
    descriptions: JSON.parse(head.descriptions),
    ...toLensVersion(head),
    versions: versions.map(toLensVersion),
    usage,
  };
}

function checkStatuses(statuses: string[] | undefined): string[] {
  const unknown = statuses?.find(
    status => !STATUSES.includes(status as LensStatus),
  );
  if (unknown !== undefined) {
    throw new InputError(
      `Invalid query: status: must be one of ${STATUSES.join(', ')}`,
    );
  }
  return statuses ?? STATUSES;
}

function encodeCursor(lensId: string): string {
  return Buffer.from(lensId).toString('base64url');
}

function decodeCursor(cursor: string): string {
  const lensId = Buffer.from(cursor, 'base64url').toString('utf8');
  if (!lensId || lensId.includes('\u0000') || encodeCursor(lensId) !== cursor) {
    throw new InputError('Invalid query: cursor: was not given out here');
  }
  return lensId;
}
