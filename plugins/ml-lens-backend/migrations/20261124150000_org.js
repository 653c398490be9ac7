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
 * "as of" and trends without touching the wide rows of the history; targets,
 * and the saved views of people.
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

  await knex.schema.alterTable('scorecard_history', table => {
    table
      .text('states')
      .notNullable()
      .defaultTo('')
      .comment('As practice_states; empty where a rebuild is due');
    table.dropIndex(
      ['review_id', 'valid_from'],
      'scorecard_history_review_id_valid_from_idx',
    );
    // Which row held at an instant is decided in the index.
    table.index(
      ['review_id', 'valid_from', 'valid_to'],
      'scorecard_history_review_id_valid_idx',
    );
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
    table.dropIndex(
      ['review_id', 'valid_from', 'valid_to'],
      'scorecard_history_review_id_valid_idx',
    );
    table.index(
      ['review_id', 'valid_from'],
      'scorecard_history_review_id_valid_from_idx',
    );
    table.dropColumn('states');
  });
  await knex.schema.dropTable('practice_states');
};
