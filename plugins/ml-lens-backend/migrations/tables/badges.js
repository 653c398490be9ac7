// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

// @ts-check

const { columnTypes } = require('./columnTypes');

/**
 * Addresses where everybody can see a figure.
 *
 * @param { import("knex").Knex } knex
 */
exports.up = async function up(knex) {
  const { key } = columnTypes(knex);

  await knex.schema.createTable('badges', table => {
    table.comment('Reviews whose level and score everybody can see');
    key(table, 'review_id').notNullable().comment('The review');
    key(table, 'token_hash')
      .notNullable()
      .comment('Hash of the token in the address; the token is not kept');
    key(table, 'created_at').notNullable().comment('When it was made');
    table.text('created_by').notNullable().comment('Who made it');
    table.primary(['review_id'], 'badges_review_id_pk');
    table.unique(['token_hash'], { indexName: 'badges_token_hash_uniq' });
  });
};
