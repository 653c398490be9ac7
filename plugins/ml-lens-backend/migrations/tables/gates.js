// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

// @ts-check

const { columnTypes } = require('./columnTypes');

/**
 * Requests to let the work go on, and what was decided.
 *
 * @param { import("knex").Knex } knex
 */
exports.up = async function up(knex) {
  const { key } = columnTypes(knex);

  await knex.schema.createTable('gate_requests', table => {
    table.comment('Requests at gates, and what was decided');
    key(table, 'review_id').notNullable().comment('The review');
    key(table, 'gate_id').notNullable().comment('The gate');
    table.integer('number').notNullable().comment('From 1, for each gate');
    key(table, 'status')
      .notNullable()
      .comment('OPEN, GO, GO_WITH_CONDITIONS, NO_GO or WITHDRAWN');
    table.text('comment').notNullable().comment('What whoever asked said');
    key(table, 'requested_at').notNullable().comment('When it was asked');
    table.text('requested_by').notNullable().comment('Who asked');
    key(table, 'decided_at').nullable().comment('When it was decided');
    table.text('decided_by').nullable().comment('Who decided');
    table.text('decision_comment').nullable().comment('What they said to it');
    table.text('conditions').notNullable().comment('What is to be done, JSON');
    table.text('basis').nullable().comment('What the decision rests on, JSON');
    table.primary(['review_id', 'gate_id', 'number'], 'gate_requests_pk');
    table.index(['status', 'requested_at'], 'gate_requests_status_idx');
    table.index(['requested_by', 'decided_at'], 'gate_requests_asker_idx');
    // One that waits for each gate, whoever asks at the same time.
    table.unique(['review_id', 'gate_id'], {
      indexName: 'gate_requests_open_uniq',
      predicate: knex.whereRaw(`status = 'OPEN'`),
    });
  });
};
