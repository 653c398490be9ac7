// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

// @ts-check

const { columnTypes } = require('./columnTypes');

/**
 * Models that workloads name, and what is known of them.
 *
 * @param { import("knex").Knex } knex
 */
exports.up = async function up(knex) {
  const { key } = columnTypes(knex);

  await knex.schema.createTable('model_claims', table => {
    table.comment('Which workloads name which models');
    key(table, 'source').notNullable().comment('The system it lives in');
    key(table, 'model_name').notNullable().comment('Its name there');
    key(table, 'workload_id').notNullable().comment('A workload that names it');
    key(table, 'since').notNullable().comment('Since when it names it');
    key(table, 'decision')
      .nullable()
      .comment('ALLOWED or REFUSED by people of who named it first');
    key(table, 'owner_ref')
      .nullable()
      .comment('Owner of the workload then; the decision counts for it only');
    table.text('decided_by').nullable().comment('Who decided');
    table.primary(
      ['source', 'model_name', 'workload_id'],
      'model_claims_source_model_name_workload_id_pk',
    );
    table.index(['workload_id'], 'model_claims_workload_id_idx');
  });
  await knex.schema.createTable('model_facts', table => {
    table.comment('What systems said of models last');
    key(table, 'source').notNullable().comment('The system');
    key(table, 'model_name').notNullable().comment('The name there');
    table.text('fact').nullable().comment('JSON; null: it is not there');
    key(table, 'observed_at').nullable().comment('When it was said');
    table
      .text('problem')
      .nullable()
      .comment('Why it could not be asked since; null where it could');
    table.primary(['source', 'model_name'], 'model_facts_source_model_name_pk');
  });
  await knex.schema.createTable('model_changes', table => {
    table.comment('What became of models: versions, approvals, alarms');
    key(table, 'source').notNullable().comment('The system');
    key(table, 'model_name').notNullable().comment('The name there');
    key(table, 'kind')
      .notNullable()
      .comment('VERSION, APPROVAL, ALARM or CALM');
    key(table, 'at').notNullable().comment('When, or when it was seen');
    key(table, 'text').nullable().comment('The version, or the approval');
    table.primary(
      ['source', 'model_name', 'at', 'kind'],
      'model_changes_source_model_name_at_kind_pk',
    );
  });
  await knex.schema.createTable('model_counts', table => {
    table.comment('What lists say of the models of a workload');
    key(table, 'workload_id').notNullable().comment('The workload');
    table.integer('models').notNullable().comment('Those it may show');
    table.integer('no_card').notNullable().comment('Of them, without a card');
    table.integer('not_approved').notNullable().comment('Not approved');
    table.integer('silent').notNullable().comment('Monitoring has no data');
    table.integer('firing').notNullable().comment('An alarm is firing');
    table.integer('missing').notNullable().comment('Their system has none');
    table.primary(['workload_id'], 'model_counts_pkey');
  });
};
