// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import type { InboxItem, Page } from '@ml-lens/backstage-plugin-ml-lens-common';
import { actorOf, type CallerCredentials } from '../auth/caller';
import { readableRefs } from '../auth/readableRefs';
import type { QueryOf } from '../http/bindRoutes';
import { keysetPage, type KeysetRow, listKeyOf } from '../database/keyset';
import { toNumber } from '../database/sql';
import type { Deps } from '../deps';
import { reviewLink } from '../notifications/OwnerNotifier';
import { TargetStore } from '../org/targets/TargetStore';
import { type InboxScope, waiting } from './inboxRows';
import { INBOX_KINDS } from './kinds';

/** Comes after every instant. */
const NEVER = '~';

interface InboxRow extends KeysetRow {
  kind: InboxItem['kind'];
  workload_id: string;
  title: string;
  entity_ref: string | null;
  lens_id: string;
  question_id: string | null;
  due_at: string | null;
  since: string | null;
  reason: string;
}

/**
 * What waits for somebody, read from the tables it follows from: what is dealt
 * with is gone at once, and nothing has to be kept in step.
 */
export class InboxService {
  constructor(
    private readonly deps: Pick<
      Deps,
      'access' | 'clock' | 'freshness' | 'knex' | 'userInfo'
    > & {
      /** Who is told of requests for waivers; empty for all who may approve. */
      approvers: readonly string[];
    },
  ) {}

  /**
   * A page of what waits for the caller, what is due first in front and what
   * is due at no time last.
   *
   * @throws InputError for a cursor of another list
   */
  async list(
    { cursor, limit, kind: kinds, scope: whose }: QueryOf<'getInbox'>,
    credentials: CallerCredentials,
  ): Promise<Page<InboxItem>> {
    const { knex, access } = this.deps;
    const scope = await this.#scope(whose, credentials);
    const selects = Object.entries(INBOX_KINDS)
      .filter(([kind]) => !kinds || kinds.includes(kind as InboxItem['kind']))
      .flatMap(([, select]) => select(knex, scope));
    if (selects.length === 0) {
      return { items: [], totalItems: 0, pageInfo: {} };
    }
    const all = () => waiting(knex, scope, selects);
    // Byte by byte, as keys are sorted everywhere; a union has no collation.
    const bytes = knex.client.config.client === 'pg' ? ' collate "C"' : '';
    const { rows, pageInfo } = await keysetPage<InboxRow & { total: unknown }>(
      {
        select: () =>
          all().select('i.*', {
            sort_value: knex.raw(`coalesce(i.due_at, '${NEVER}')`),
            total: knex('i').count('*'),
          }),
        column: {
          expression: `(coalesce(i.due_at, '${NEVER}')${bytes})`,
          type: 'text',
          nullable: false,
        },
        id: `(i.row_id${bytes})`,
        descending: false,
      },
      {
        key: listKeyOf(['inbox', scope.me], { kind: kinds, scope: whose }),
        cursor,
        limit,
      },
    );
    // A page that begins nowhere and is empty says that there is nothing.
    const [{ total }] =
      rows.length > 0 || cursor === undefined
        ? [...rows, { total: 0 }]
        : await all().count({ total: '*' });
    const shown = await readableRefs(
      access,
      rows.map(row => row.entity_ref),
      credentials,
    );
    return {
      items: rows.map(row => this.#toItem(row, shown(row.entity_ref))),
      totalItems: toNumber(total),
      pageInfo,
    };
  }

  async #scope(
    scope: 'mine' | 'team',
    credentials: CallerCredentials,
  ): Promise<InboxScope> {
    const { access, approvers, clock, freshness, knex, userInfo } = this.deps;
    const me = actorOf(credentials);
    const { ownershipEntityRefs } = await userInfo.getUserInfo(credentials);
    const refs = [me, ...ownershipEntityRefs].map(ref => ref.toLowerCase());
    const read = await access.listFilter(credentials);
    const update = await access.listFilter(credentials, 'update');
    const decides =
      approvers.length === 0 || refs.some(ref => approvers.includes(ref));
    return {
      now: clock(),
      me,
      scope,
      owners: scope === 'mine' ? [me] : [...new Set(refs)],
      freshness,
      targets: await new TargetStore(knex).list(),
      read,
      approve: decides && (await access.listFilter(credentials, 'approve')),
      update,
      decide: await access.listFilter(credentials, 'decide'),
      links: (await access.mayManageLinks(credentials)) ? read : update,
    };
  }

  #toItem(row: InboxRow, entityRef: string | null): InboxItem {
    const { kind, lens_id: lens, question_id: questionId } = row;
    return {
      id: row.row_id,
      kind,
      workloadId: row.workload_id,
      title: row.title,
      lens,
      ...(questionId !== null && { questionId }),
      dueAt: row.due_at,
      since: row.since,
      reason: row.reason,
      path: reviewLink(entityRef, {
        lens,
        ...(questionId !== null && { question: questionId }),
        ...((kind === 'PHASE_LATE' || kind === 'PHASE_DUE') && {
          phase: row.reason,
        }),
        ...(kind === 'GATE_TO_DECIDE' && { gate: row.reason }),
      }),
    };
  }
}
