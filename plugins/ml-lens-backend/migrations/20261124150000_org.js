/*
 * Copyright 2026 The ML Lens Authors
 *
 * Licensed under the Apache License, Version 2.0 (the "License");
 * you may not use this file except in compliance with the License.
 * You may obtain a copy of the License at
 *
 *     http://www.apache.org/licenses/LICENSE-2.0
 */
// @ts-check

/*
 * What pages about the whole organisation need: the state of every practice of
 * a review in one short text, now and after every event; indexes that answer
 * roll-ups, "as of" and trends without touching the wide rows of scorecards and
 * their history; targets, and the saved views of people.
 *
 * Two indexes of the first schema go: nothing needs them, and SQLite, which
 * guesses without statistics, takes them where a better one exists.
 */

/** Holds in the index what trends sum up; see the index below. */
const TREND_COLUMNS = [
  'lens_id',
  'review_id',
  'valid_from',
  'valid_to',
  'level',
  'score',
  'coverage',
  'high',
  'medium',
  'none',
  'unanswered',
  'not_applicable',
];

/** Holds in the index what roll-ups sum up. */
const FIGURE_COLUMNS = [
  'lens_id',
  'lens_version',
  'level',
  'score',
  'coverage',
  'high',
  'medium',
  'none',
  'unanswered',
  'not_applicable',
  'owner_ref',
  'system_ref',
  'domain_ref',
  'lifecycle',
  'orphaned',
  'workload_id',
  'review_id',
];

/** Decides in the index which row held at an instant, and where it is listed. */
const VALID_COLUMNS = [
  'review_id',
  'valid_from',
  'valid_to',
  'score',
  'coverage',
  'high',
  'level_rank',
  'level',
  'lens_version',
  'seq',
];

/** Holds in the index what is asked of phases. */
const PHASE_COLUMNS = [
  'review_id',
  'scope_id',
  'status',
  'score',
  'coverage',
  'high',
];

/**
 * @param { import("knex").Knex } knex
 */
exports.up = async function up(knex) {
  const keyType = knex.client.config.client.includes('pg')
    ? 'text COLLATE "C"'
    : 'text';
  /**
   * @param { import("knex").Knex.CreateTableBuilder } table
   * @param { string } name
   */
  const key = (table, name) => table.specificType(name, keyType);

  await knex.schema.createTable('practice_states', table => {
    table.comment(
      'What a review says about every question and practice, in the order of its lens version; projection',
    );
    key(table, 'review_id').notNullable().comment('The review');
    key(table, 'lens_version')
      .notNullable()
      .comment('The lens version whose order this is');
    table
      .text('states')
      .notNullable()
      .comment('One character per question and per practice');
    table.primary(['review_id'], 'practice_states_review_id_pk');
  });

  await knex.schema.alterTable('scorecards', table => {
    table.index(FIGURE_COLUMNS, 'scorecards_figures_idx');
  });

  await knex.schema.alterTable('scorecard_scopes', table => {
    table.dropIndex(
      ['kind', 'scope_id', 'status', 'review_id'],
      'scorecard_scopes_kind_scope_id_status_idx',
    );
    table.index(PHASE_COLUMNS, 'scorecard_scopes_phase_idx', {
      predicate: knex.whereRaw(`kind = 'phase'`),
    });
  });

  await knex.schema.alterTable('scorecard_history', table => {
    table.dropIndex(
      ['lens_id', 'valid_from'],
      'scorecard_history_lens_id_valid_from_idx',
    );
    table
      .text('states')
      .notNullable()
      .defaultTo('')
      .comment('As practice_states; empty where a rebuild is due');
    table.dropIndex(
      ['review_id', 'valid_from'],
      'scorecard_history_review_id_valid_from_idx',
    );
    table.index(VALID_COLUMNS, 'scorecard_history_review_id_valid_idx');
    // Only what held at the end of a day, which is all that a trend asks for:
    // reviews are answered in bursts, so that is a fraction of the events.
    table.index(TREND_COLUMNS, 'scorecard_history_trend_idx', {
      predicate: knex.whereRaw(
        `substr(valid_from, 1, 10) <> coalesce(substr(valid_to, 1, 10), '')`,
      ),
    });
  });

  await knex.schema.createTable('org_targets', table => {
    table.comment('What the organisation aims at, until when');
    key(table, 'target_id').notNullable().comment('Id of the target');
    table.text('name').notNullable().comment('Name');
    table.text('description').notNullable().comment('What it is for');
    key(table, 'lens_id').notNullable().comment('The lens');
    table
      .text('filter')
      .notNullable()
      .comment('Which workloads it is for, JSON of filters');
    table
      .integer('min_score')
      .notNullable()
      .comment('Least score of the lens, or of each phase');
    table
      .double('min_coverage')
      .notNullable()
      .comment('Least coverage of the lens, or of each phase, 0..1');
    table
      .text('phases')
      .notNullable()
      .comment('Phases it is about, JSON list; empty for the whole lens');
    key(table, 'start_date').notNullable().comment('First day, YYYY-MM-DD');
    key(table, 'due_date').notNullable().comment('Last day, YYYY-MM-DD');
    table
      .integer('revision')
      .notNullable()
      .comment('How often it was set; writers must know it');
    key(table, 'created_at').notNullable().comment('When it was created');
    table.text('created_by').notNullable().comment('Who created it');
    key(table, 'updated_at').notNullable().comment('When it was set last');
    table.text('updated_by').notNullable().comment('Who set it last');
    table.primary(['target_id'], 'org_targets_target_id_pk');
  });

  await knex.schema.createTable('saved_views', table => {
    table.comment('Views of the organisation that people keep for themselves');
    key(table, 'view_id').notNullable().comment('Id of the view');
    key(table, 'user_ref').notNullable().comment('Whose it is, entity ref');
    table.text('name').notNullable().comment('Name, once per user and page');
    table.text('page').notNullable().comment('The page it is a view of');
    table.text('query').notNullable().comment('Query string of the page');
    key(table, 'created_at').notNullable().comment('When it was saved');
    table.primary(['view_id'], 'saved_views_view_id_pk');
    table.unique(['user_ref', 'page', 'name'], {
      indexName: 'saved_views_user_ref_page_name_uniq',
    });
  });
};

/**
 * @param { import("knex").Knex } knex
 */
exports.down = async function down(knex) {
  await knex.schema.dropTable('saved_views');
  await knex.schema.dropTable('org_targets');
  await knex.schema.alterTable('scorecard_history', table => {
    table.dropIndex(TREND_COLUMNS, 'scorecard_history_trend_idx');
    table.dropIndex(VALID_COLUMNS, 'scorecard_history_review_id_valid_idx');
    table.index(
      ['review_id', 'valid_from'],
      'scorecard_history_review_id_valid_from_idx',
    );
    table.dropColumn('states');
    table.index(
      ['lens_id', 'valid_from'],
      'scorecard_history_lens_id_valid_from_idx',
    );
  });
  await knex.schema.alterTable('scorecard_scopes', table => {
    table.dropIndex(PHASE_COLUMNS, 'scorecard_scopes_phase_idx');
    table.index(
      ['kind', 'scope_id', 'status', 'review_id'],
      'scorecard_scopes_kind_scope_id_status_idx',
    );
  });
  await knex.schema.alterTable('scorecards', table => {
    table.dropIndex(FIGURE_COLUMNS, 'scorecards_figures_idx');
  });
  await knex.schema.dropTable('practice_states');
};
