// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

// @ts-check

/** Figures of one scope, the same in every table that holds some. */
const COUNTS = {
  high: 'Questions with HIGH risk',
  medium: 'Questions with MEDIUM risk',
  none: 'Questions without risk',
  unanswered: 'Applicable questions not answered yet',
  not_applicable: 'Questions marked not applicable',
  practices_in_place: 'Practices that are in place',
  practices_applicable: 'Practices that apply, in place or not',
};

/**
 * How columns are defined that many tables have: keys and instants, which sort
 * byte by byte, and figures.
 *
 * @param { import("knex").Knex } knex
 */
exports.columnTypes = function columnTypes(knex) {
  const keyType = knex.client.config.client.includes('pg')
    ? 'text COLLATE "C"'
    : 'text';
  /**
   * @param { import("knex").Knex.CreateTableBuilder } table
   * @param { string } name
   */
  const key = (table, name) => table.specificType(name, keyType);
  /**
   * @param { import("knex").Knex.CreateTableBuilder } table
   */
  const figures = table => {
    table
      .integer('score')
      .nullable()
      .comment('0..100; null when no question is applicable');
    table
      .double('coverage')
      .notNullable()
      .comment('Answered divided by applicable, 0..1');
    for (const [name, comment] of Object.entries(COUNTS)) {
      table.integer(name).notNullable().comment(comment);
    }
  };
  return { key, figures };
};
