// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

// @ts-check

const { columnTypes } = require('./columnTypes');

/**
 * Several counters: writers who change different reviews must not wait for each
 * other.
 */
const COUNTERS = 16;

/**
 * What is about the whole organisation.
 *
 * @param { import("knex").Knex } knex
 */
exports.up = async function up(knex) {
  const { key } = columnTypes(knex);

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
  await knex.schema.createTable('org_changes', table => {
    table.comment('Counts transactions that change scorecards');
    table.integer('counter').notNullable().comment('The counter');
    table
      .bigInteger('changes')
      .notNullable()
      .comment('Transactions counted by this counter');
    table
      .bigInteger('mark')
      .notNullable()
      .defaultTo(0)
      .comment(
        'Random with each of them, so that no restored count is an old one',
      );
    table.primary(['counter'], 'org_changes_counter_pk');
  });
  await knex('org_changes').insert(
    Array.from({ length: COUNTERS }, (_, counter) => ({ counter, changes: 0 })),
  );
  await knex.schema.createTable('workload_changes', table => {
    table.comment('Which workloads the transactions counted last have changed');
    table.integer('counter').notNullable().comment('The counter');
    table.bigInteger('number').notNullable().comment('What it counted up to');
    table.bigInteger('mark').notNullable().comment('Its mark then');
    key(table, 'workload_id').notNullable().comment('The workload');
    table.primary(
      ['counter', 'number', 'workload_id'],
      'workload_changes_counter_number_workload_id_pk',
    );
  });
};
