// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

// @ts-check

const { columnTypes } = require('./columnTypes');

/**
 * Answers in doubt, and the versions of models that put them there.
 *
 * @param { import("knex").Knex } knex
 */
exports.up = async function up(knex) {
  const { key } = columnTypes(knex);

  await knex.schema.createTable('answer_doubts', table => {
    table.comment('Why answers are to be confirmed; live until ended_at');
    key(table, 'review_id').notNullable().comment('The review');
    key(table, 'question_id').notNullable().comment('The question');
    key(table, 'reason')
      .notNullable()
      .comment(
        'AGE, MODEL_VERSION, LENS_CHANGED, OWNER_CHANGED, EVIDENCE_CONTRADICTS',
      );
    key(table, 'since').notNullable().comment('From when');
    table.text('detail').nullable().comment('What it was, in words');
    key(table, 'ended_at').nullable().comment('When it ended; null while live');
    table.text('ended_by').nullable().comment('Who confirmed or answered anew');
    table.primary(
      ['review_id', 'question_id', 'reason', 'since'],
      'answer_doubts_pk',
    );
    // One of a kind at a time, whoever finds it first.
    table.unique(['review_id', 'question_id', 'reason'], {
      indexName: 'answer_doubts_live_uniq',
      predicate: knex.whereRaw('ended_at is null'),
    });
  });
  await knex.schema.createTable('model_versions', table => {
    table.comment('Versions of models that workloads were reported to have');
    key(table, 'workload_id').notNullable().comment('The workload');
    key(table, 'source').notNullable().comment('Where the model is registered');
    key(table, 'name').notNullable().comment('Name of the model there');
    key(table, 'version').notNullable().comment('Version of the model');
    key(table, 'at').notNullable().comment('When the version came to be');
    key(table, 'reported_at').notNullable().comment('When it was reported');
    table.text('reported_by').notNullable().comment('Who reported it');
    table.primary(
      ['workload_id', 'source', 'name', 'version'],
      'model_versions_pk',
    );
  });
};
