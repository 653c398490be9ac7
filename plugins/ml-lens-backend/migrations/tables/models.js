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
};
