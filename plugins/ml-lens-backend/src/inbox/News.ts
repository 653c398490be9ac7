// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { RELATION_OWNED_BY } from '@backstage/catalog-model';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import type { Knex } from 'knex';
import { laterBy } from '../clock';
import { inTransaction } from '../database/transaction';
import type { Deps } from '../deps';
import type { Message, Outbox } from '../notifications/Outbox';
import { NEWS_TOPICS, type NewsTopic } from '../notifications/newsTopics';
import { type OwnerNotifier, reviewLink } from '../notifications/OwnerNotifier';
import { TargetStore } from '../org/targets/TargetStore';
import {
  NEWS_KINDS,
  type NewsRow,
  type NewsSpan,
  TOLD_TO_DECIDERS,
} from './newsKinds';

/** Where the mark of what was told is. */
const MARK = 'news';
/** Transactions that began earlier are over by then. */
const LAG_MS = 10_000;
/** Told once nothing more has come for so long … */
const QUIET_MS = 45_000;
/** … or, where things keep coming, after so long. */
const PATIENCE_MS = 10 * 60_000;

/** What one person or group is told of one topic. */
interface Bundle {
  topic: NewsTopic;
  recipient: string;
  /** Whether the recipient owns what is told of, or was asked. */
  named: boolean;
  rows: NewsRow[];
}

/**
 * Tells people what is new in the list of what waits for them, and what got
 * worse. Everything is read from the tables it follows from, by the instants in
 * them: what is told is all that lies between two marks, and the mark moves on
 * in the transaction that stores the messages, so that several replicas tell it
 * once. Things that come one after another are told together, one message a
 * person and topic, and a later one of the same day takes its place.
 */
export class News {
  constructor(
    private readonly deps: Pick<
      Deps,
      'auth' | 'clock' | 'freshness' | 'knex' | 'logger'
    > & {
      catalog: Pick<CatalogService, 'getEntitiesByRefs'>;
      notifier: Pick<OwnerNotifier, 'texts'>;
      outbox: Pick<Outbox, 'add' | 'deliver'>;
      /** Who decides on waivers; empty for the owners of system and domain. */
      approvers: readonly string[];
    },
  ) {}

  /** Looks every minute, on one replica at a time. */
  async schedule(scheduler: Deps['scheduler']): Promise<void> {
    await scheduler.scheduleTask({
      id: 'news',
      frequency: { minutes: 1 },
      initialDelay: { seconds: 20 },
      timeout: { minutes: 5 },
      scope: 'global',
      fn: async signal => {
        await this.run(signal);
      },
    });
  }

  /**
   * Stores what there is to tell, and tells it.
   *
   * @returns number of messages
   */
  async run(signal?: AbortSignal): Promise<number> {
    const { knex, outbox } = this.deps;
    const targets = await new TargetStore(knex).list();
    const told = await inTransaction(knex, async tx => {
      const now = this.deps.clock();
      const to = laterBy(now, -LAG_MS);
      const from = await this.#markOf(tx, to);
      if (from >= to) {
        return 0;
      }
      const find = (span: { from: string; to: string }) =>
        this.#find(tx, { ...span, targets });
      const bundles = await find({ from, to });
      // Not while more is coming, unless that has gone on for long.
      if (bundles.length > 0 && from > laterBy(now, -PATIENCE_MS)) {
        const latest = [from, laterBy(now, -QUIET_MS)].sort()[1];
        if ((await find({ from: latest, to: now })).length > 0) {
          return 0;
        }
      }
      const messages = bundles.map(bundle => this.#message(bundle, to));
      await outbox.add(tx, messages);
      await tx('news_marks').where({ name: MARK }).update({ told_to: to });
      return messages.length;
    });
    if (told > 0) {
      await outbox.deliver(signal);
    }
    return told;
  }

  /** Up to when all is told; from now on where nothing ever was. */
  async #markOf(tx: Knex.Transaction, to: string): Promise<string> {
    await tx('news_marks')
      .insert({ name: MARK, told_to: to })
      .onConflict(['name'])
      .ignore();
    const { told_to: from } = await tx('news_marks')
      .where({ name: MARK })
      .forUpdate()
      .first();
    return from;
  }

  async #find(
    tx: Knex.Transaction,
    span: Omit<NewsSpan, 'freshness'>,
  ): Promise<Bundle[]> {
    const bundles = new Map<string, Bundle>();
    const put = (bundle: Omit<Bundle, 'rows'>, row: NewsRow) => {
      const key = `${bundle.topic}/${bundle.recipient}`;
      const known = bundles.get(key) ?? { ...bundle, rows: [] };
      known.rows.push(row);
      bundles.set(key, known);
    };
    const asked: { topic: NewsTopic; row: NewsRow }[] = [];
    for (const topic of NEWS_TOPICS) {
      const queries = NEWS_KINDS[topic](tx, {
        ...span,
        freshness: this.deps.freshness,
      });
      for (const query of queries) {
        const found: NewsRow[] = await query;
        for (const row of found) {
          if (TOLD_TO_DECIDERS.has(topic)) {
            asked.push({ topic, row });
          } else if (row.recipient !== null) {
            put({ topic, recipient: row.recipient, named: true }, row);
          }
        }
      }
    }
    const deciders = await this.#decidersOf(asked.map(({ row }) => row));
    for (const { topic, row } of asked) {
      for (const recipient of deciders(row)) {
        put({ topic, recipient, named: false }, row);
      }
    }
    return [...bundles.values()];
  }

  /** Who decides on the waivers and at the gates of a workload; the catalog is asked once. */
  async #decidersOf(
    rows: readonly NewsRow[],
  ): Promise<(row: NewsRow) => readonly string[]> {
    const { approvers, auth, catalog } = this.deps;
    if (approvers.length > 0 || rows.length === 0) {
      return () => approvers;
    }
    const refs = [
      ...new Set(rows.flatMap(row => [row.system_ref, row.domain_ref])),
    ].filter((ref): ref is string => ref !== null);
    if (refs.length === 0) {
      return () => [];
    }
    const { items } = await catalog.getEntitiesByRefs(
      { entityRefs: refs, fields: ['relations'] },
      { credentials: await auth.getOwnServiceCredentials() },
    );
    const owners = new Map(
      refs.map((ref, index) => [
        ref,
        (items[index]?.relations ?? [])
          .filter(({ type }) => type === RELATION_OWNED_BY)
          .map(({ targetRef }) => targetRef),
      ]),
    );
    return ({ system_ref: system, domain_ref: domain }) => [
      ...new Set(
        [system, domain].flatMap(ref => (ref && owners.get(ref)) || []),
      ),
    ];
  }

  #message({ topic, recipient, named, rows }: Bundle, to: string): Message {
    const { texts } = this.deps.notifier;
    const titles = [...new Set(rows.map(({ title }) => title))].sort();
    const [only] = rows;
    return {
      id: `news/${topic}/${recipient}/${to}`,
      kind: 'NOTIFICATION',
      body: {
        entityRef: recipient,
        payload: {
          title: texts.news[topic](rows.length),
          // Who decides need not be one who may see the workload.
          ...(named && { description: texts.newsOf(titles) }),
          link:
            named && rows.length === 1
              ? reviewLink(only.entity_ref, {
                  lens: only.lens_id,
                  ...(only.question_id !== null && {
                    question: only.question_id,
                  }),
                })
              : '/ml-lens/inbox',
          topic: `ml-lens.${topic}`,
          scope: `ml-lens:${topic}:${recipient}:${to.slice(0, 10)}`,
          severity: 'normal',
        },
      },
    };
  }
}
