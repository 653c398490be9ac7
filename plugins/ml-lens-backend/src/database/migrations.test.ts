// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { mockServices, TestDatabases } from '@backstage/backend-test-utils';
import { Knex } from 'knex';
import fs from 'node:fs';
import { connectDatabase, migrationsDir } from './migrate';

jest.setTimeout(120_000);

const databases = TestDatabases.create({
  ids: ['SQLITE_3', 'POSTGRES_18'],
  disableDocker: true,
});

async function indexesOf(knex: Knex): Promise<string[]> {
  const rows =
    knex.client.config.client === 'pg'
      ? await knex('pg_indexes')
          .where('schemaname', knex.raw('current_schema()'))
          .select({ name: 'indexname' })
      : await knex('sqlite_master').where('type', 'index').select('name');
  return rows
    .map(row => row.name as string)
    .filter(name => !/^(sqlite_autoindex|knex_)/.test(name))
    .sort();
}

describe.each(databases.eachSupportedId())('migrations on %s', id => {
  it('sets up every table and index, and goes down without a trace', async () => {
    const knex = await databases.init(id);
    await knex.migrate.latest({ directory: migrationsDir });

    await knex('lens_reports').insert({
      target: 'lens.json',
      problems: '[]',
      seen_at: '2026-01-01T00:00:00.000Z',
    });
    await knex('workload_tags').insert({ workload_id: 'a', tag: 'nlp' });
    expect(await knex('workload_tags').select()).toEqual([
      { workload_id: 'a', tag: 'nlp' },
    ]);
    await expect(
      knex('workload_tags').insert({ workload_id: 'a', tag: 'nlp' }),
    ).rejects.toThrow();

    const indexes = await indexesOf(knex);
    expect(indexes.filter(name => /_(idx|uniq)$/.test(name))).toEqual([
      'answer_doubts_live_uniq',
      'answer_events_upgrades_idx',
      'badges_token_hash_uniq',
      'gate_requests_asker_idx',
      'gate_requests_open_uniq',
      'gate_requests_status_idx',
      'improvements_assignee_status_idx',
      'improvements_due_date_idx',
      'improvements_updated_at_idx',
      'lenses_status_lens_id_seq_idx',
      'milestones_review_id_name_uniq',
      'model_claims_workload_id_idx',
      'outbox_leased_until_idx',
      'phase_targets_target_date_idx',
      'proposals_expires_at_idx',
      'proposals_open_uniq',
      'proposals_proposed_by_idx',
      'proposals_review_id_agent_name_idx',
      'proposals_review_id_proposed_at_idx',
      'proposals_review_id_proposed_by_key_uniq',
      'proposals_review_id_question_id_idx',
      'reported_evidence_review_id_observed_at_idx',
      'reported_evidence_review_id_source_key_uniq',
      'reviews_lens_id_version_idx',
      'reviews_scored_as_idx',
      'reviews_workload_id_lens_id_uniq',
      'saved_views_user_ref_page_name_uniq',
      'scorecards_answered_at_idx',
      'scorecards_means_idx',
      'scorecards_owner_ref_lens_id_idx',
      'scorecards_workload_id_idx',
      'viewer_sets_expires_at_idx',
      'waivers_decided_at_idx',
      'waivers_ended_at_expires_at_idx',
      'waivers_live_uniq',
      'waivers_requested_by_idx',
      'waivers_review_id_requested_at_idx',
      'waivers_status_requested_at_idx',
      'workload_entities_pending_since_idx',
      'workload_entities_sync_id_idx',
      'workload_entities_workload_id_idx',
      'workload_lenses_lens_id_workload_id_idx',
      'workload_tags_tag_workload_id_idx',
      'workloads_orphaned_at_idx',
    ]);

    await knex.migrate.rollback({ directory: migrationsDir }, true);
    expect(await indexesOf(knex)).toEqual([]);
    const tables =
      id === 'SQLITE_3'
        ? await knex('sqlite_master').where('type', 'table').pluck('name')
        : await knex('pg_tables')
            .where('schemaname', knex.raw('current_schema()'))
            .pluck('tablename');
    expect(tables.filter(name => !/^(sqlite|knex)_/.test(name))).toEqual([]);

    await knex.migrate.latest({ directory: migrationsDir });
    expect(await indexesOf(knex)).toEqual(indexes);
  });

  it('is done by one of the replicas that start at once', async () => {
    const knex = await databases.init(id);
    // A database in a file has one process.
    const replicas = id === 'SQLITE_3' ? 1 : 5;
    await Promise.all(
      Array.from({ length: replicas }, () =>
        connectDatabase(mockServices.database({ knex })),
      ),
    );
    const names = await knex('knex_migrations').orderBy('id').pluck('name');
    expect(names).toEqual(
      fs.readdirSync(migrationsDir).filter(name => name.endsWith('.js')),
    );
    expect(await knex('knex_migrations_lock').pluck('is_locked')).toEqual([0]);
  });

  it('goes on with the schema of a newer version, and says so', async () => {
    const knex = await databases.init(id);
    const logger = mockServices.logger.mock();
    const database = mockServices.database({ knex });
    await connectDatabase(database, logger);
    expect(logger.warn).not.toHaveBeenCalled();

    await knex('knex_migrations').insert({
      name: '20991231000000_next.js',
      batch: 2,
    });
    await connectDatabase(database, logger);
    expect(logger.warn.mock.calls).toEqual([
      [expect.stringContaining('20991231000000_next.js')],
    ]);
    expect(await knex('workloads').select()).toEqual([]);
  });
});
