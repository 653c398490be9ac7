/*
 * Copyright 2026 The ML Lens Authors
 *
 * Licensed under the Apache License, Version 2.0 (the "License");
 * you may not use this file except in compliance with the License.
 * You may obtain a copy of the License at
 *
 *     http://www.apache.org/licenses/LICENSE-2.0
 */
import { mockServices, TestDatabases } from '@backstage/backend-test-utils';
import { Knex } from 'knex';
import fs from 'node:fs';
import { connectDatabase, migrationsDir } from './migrate';

jest.setTimeout(120_000);

const databases = TestDatabases.create({
  ids: ['SQLITE_3', 'POSTGRES_18'],
  disableDocker: true,
});

const INIT = '20261101090000_init.js';

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
  it('goes up, keeps rows, and goes down without a trace', async () => {
    const knex = await databases.init(id);
    await knex.migrate.up({ directory: migrationsDir, name: INIT });

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
      'answer_events_review_id_at_idx',
      'answer_events_review_id_question_id_seq_idx',
      'lenses_status_lens_id_seq_idx',
      'milestones_review_id_name_uniq',
      'reviews_lens_id_version_idx',
      'reviews_workload_id_lens_id_uniq',
      'scorecard_history_lens_id_valid_from_idx',
      'scorecard_history_review_id_valid_from_idx',
      'scorecard_scopes_kind_scope_id_status_idx',
      'scorecards_lens_id_coverage_idx',
      'scorecards_lens_id_domain_ref_idx',
      'scorecards_lens_id_high_idx',
      'scorecards_lens_id_level_rank_idx',
      'scorecards_lens_id_lifecycle_idx',
      'scorecards_lens_id_owner_ref_idx',
      'scorecards_lens_id_score_idx',
      'scorecards_lens_id_system_ref_idx',
      'scorecards_lens_id_title_sort_idx',
      'scorecards_lens_id_updated_at_idx',
      'scorecards_level_lens_id_idx',
      'scorecards_owner_ref_lens_id_idx',
      'scorecards_workload_id_idx',
      'viewer_sets_expires_at_idx',
      'workload_entities_sync_id_idx',
      'workload_entities_workload_id_idx',
      'workload_tags_tag_workload_id_idx',
      'workloads_orphaned_at_idx',
    ]);

    await knex.migrate.down({ directory: migrationsDir, name: INIT });
    expect(await indexesOf(knex)).toEqual([]);
    expect(await knex.schema.hasTable('answer_events')).toBe(false);

    await knex.migrate.up({ directory: migrationsDir, name: INIT });
    expect(await indexesOf(knex)).toEqual(indexes);
  });

  it('adds plans and the lenses of upgrades to what is there', async () => {
    const knex = await databases.init(id);
    const migration = {
      directory: migrationsDir,
      name: '20261124130000_improvements.js',
    };
    await knex.migrate.up({ directory: migrationsDir, name: INIT });
    const workload = {
      workload_id: 'a',
      title: 'A',
      lens_ids: '["x"]',
      updated_at: '2026-01-01T00:00:00.000Z',
    };
    await knex('workloads').insert(workload);

    await knex.migrate.up(migration);
    expect(await knex('workloads').first()).toMatchObject({
      ...workload,
      added_lens_ids: '[]',
    });
    expect(await indexesOf(knex)).toContain('answer_events_upgrades_idx');
    expect(await knex('improvements').select()).toEqual([]);

    await knex.migrate.down(migration);
    expect(await knex('workloads').first()).toMatchObject(workload);
    expect(await knex.schema.hasTable('improvements')).toBe(false);
    expect(await indexesOf(knex)).toContain('workloads_orphaned_at_idx');
  });

  it('finds out when reviews were last answered', async () => {
    const knex = await databases.init(id);
    const migration = {
      directory: migrationsDir,
      name: '20261124140000_waivers_evidence.js',
    };
    await knex.migrate.up({ directory: migrationsDir, name: INIT });
    const figures = {
      coverage: 0,
      high: 0,
      medium: 0,
      none: 0,
      unanswered: 0,
      not_applicable: 0,
      level: 'Initial',
      scopes: '{}',
      phases: '{}',
    };
    const day = (n: number) => `2026-01-0${n}T00:00:00.000Z`;
    const key = { review_id: 'a/x', lens_id: 'x', lens_version: '1' };
    for (const workload of ['a', 'b']) {
      await knex('scorecards').insert({
        ...figures,
        ...key,
        review_id: `${workload}/x`,
        workload_id: workload,
        title: workload,
        title_sort: workload,
      });
    }
    await knex('answers').insert({
      review_id: 'a/x',
      question_id: 'q',
      revision: 1,
      state: '{}',
      risk: 'HIGH',
      rule_matched: true,
      updated_at: day(2),
      updated_by: 'user:default/kim',
    });
    for (const [seq, type] of ['', 'TARGET_SET', 'ANSWERED'].entries()) {
      await knex('scorecard_history').insert({
        ...figures,
        ...key,
        seq,
        valid_from: day(seq + 1),
      });
      if (type) {
        await knex('answer_events').insert({
          review_id: 'a/x',
          seq,
          type,
          at: day(seq),
          recorded_at: day(seq),
          by_ref: 'user:default/kim',
          source: 'USER',
          lens_version: '1',
        });
      }
    }

    await knex.migrate.up(migration);
    expect(
      await knex('scorecards').orderBy('review_id').pluck('answered_at'),
    ).toEqual([day(2), null]);
    expect(
      await knex('scorecard_history').orderBy('seq').pluck('answered_at'),
    ).toEqual([null, null, day(2)]);
    const indexes = await indexesOf(knex);
    expect(indexes).toContain('waivers_live_uniq');

    await knex.migrate.down(migration);
    expect(await knex('scorecards').first()).not.toHaveProperty('answered_at');
    expect(await knex.schema.hasTable('waivers')).toBe(false);
    await knex.migrate.up(migration);
    expect(await indexesOf(knex)).toEqual(indexes);
  });

  it('takes moves to a version for no answers', async () => {
    const knex = await databases.init(id);
    const migration = {
      directory: migrationsDir,
      name: '20261124190000_answered_at.js',
    };
    for (const name of [
      INIT,
      '20261124130000_improvements.js',
      '20261124140000_waivers_evidence.js',
    ]) {
      await knex.migrate.up({ directory: migrationsDir, name });
    }
    const figures = {
      coverage: 0,
      high: 0,
      medium: 0,
      none: 0,
      unanswered: 0,
      not_applicable: 0,
      level: 'Initial',
      scopes: '{}',
      phases: '{}',
      answered_at: '2026-02-01T00:00:00.000Z',
    };
    const day = (n: number) => `2026-01-0${n}T00:00:00.000Z`;
    const stories = {
      asked: ['USER', 'IMPORT', 'UPGRADE', 'UNDO'],
      filled: ['UPGRADE', 'UPGRADE'],
      plain: ['USER'],
    };
    for (const [workload, sources] of Object.entries(stories)) {
      const key = {
        review_id: `${workload}/x`,
        lens_id: 'x',
        lens_version: '1',
      };
      await knex('scorecards').insert({
        ...figures,
        ...key,
        workload_id: workload,
        title: workload,
        title_sort: workload,
      });
      for (const [index, source] of sources.entries()) {
        const seq = index + 1;
        await knex('scorecard_history').insert({
          ...figures,
          ...key,
          seq,
          valid_from: day(seq),
        });
        await knex('answer_events').insert({
          review_id: key.review_id,
          seq,
          type: 'ANSWERED',
          at: day(seq),
          recorded_at: day(seq),
          by_ref: 'user:default/kim',
          source,
          lens_version: '1',
        });
      }
    }

    await knex.migrate.up(migration);
    const untouched = figures.answered_at;
    expect(
      await knex('scorecards').orderBy('review_id').pluck('answered_at'),
    ).toEqual([day(2), day(1), untouched]);
    const history = await knex('scorecard_history')
      .orderBy(['review_id', 'seq'])
      .select('review_id', 'answered_at');
    const of = (workload: string) =>
      history
        .filter(row => row.review_id === `${workload}/x`)
        .map(row => row.answered_at);
    expect(of('asked')).toEqual([day(1), day(2), day(2), day(2)]);
    expect(of('filled')).toEqual([day(1), day(1)]);
    expect(of('plain')).toEqual([untouched]);
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
    expect(names).toEqual(fs.readdirSync(migrationsDir).sort());
    expect(await knex('knex_migrations_lock').pluck('is_locked')).toEqual([0]);
  });

  it('finds descriptions of lenses in other languages', async () => {
    const knex = await databases.init(id);
    const migration = {
      directory: migrationsDir,
      name: '20261124200000_lens_descriptions.js',
    };
    await knex.migrate.up({ directory: migrationsDir, name: INIT });
    const document = {
      locales: {
        ja: { '/description': '説明' },
        de: { description: 'Beschreibung' },
        fr: { name: 'Nom' },
      },
    };
    await knex('lenses').insert({
      lens_id: 'x',
      version: '1',
      status: 'PUBLISHED',
      seq: 1,
      origin: 'import',
      name: 'X',
      description: 'Description',
      document: JSON.stringify(document),
      document_hash: '',
      pillar_count: 1,
      question_count: 1,
      choice_count: 1,
      created_at: '2026-01-01T00:00:00.000Z',
      created_by: 'user:default/kim',
    });

    await knex.migrate.up(migration);
    const { descriptions } = await knex('lenses').first('descriptions');
    expect(JSON.parse(descriptions)).toEqual({
      ja: '説明',
      de: 'Beschreibung',
    });
    await knex.migrate.down(migration);
    expect(await knex('lenses').first()).not.toHaveProperty('descriptions');
  });

  it('adds what the last sync saw of the catalog', async () => {
    const knex = await databases.init(id);
    const migration = {
      directory: migrationsDir,
      name: '20261124210000_catalog_fingerprint.js',
    };
    await knex.migrate.up({ directory: migrationsDir, name: INIT });
    const count = { name: 'workload_entities', generation: 3 };
    await knex('catalog_state').insert(count);

    await knex.migrate.up(migration);
    expect(await knex('catalog_state').select()).toEqual([
      { ...count, fingerprint: null },
    ]);
    await knex.migrate.down(migration);
    expect(await knex('catalog_state').select()).toEqual([count]);
  });
});
