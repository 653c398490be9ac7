// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

// @ts-check

const { columnTypes } = require('./columnTypes');

/**
 * Lenses, and files of lenses that cannot be used.
 *
 * @param { import("knex").Knex } knex
 */
exports.up = async function up(knex) {
  const { key } = columnTypes(knex);

  await knex.schema.createTable('lenses', table => {
    table.comment('Versions of lenses; immutable once published');
    key(table, 'lens_id').notNullable().comment('Id of the lens');
    key(table, 'version').notNullable().comment('Version of the document');
    key(table, 'status').notNullable().comment('DRAFT, PUBLISHED or ARCHIVED');
    table
      .integer('seq')
      .notNullable()
      .comment('Order of the versions of one lens, from 1');
    table
      .boolean('is_major')
      .notNullable()
      .defaultTo(true)
      .comment('Whether reviewers must look again after an upgrade to it');
    table.text('origin').notNullable().comment('builtin, config or import');
    table.text('name').notNullable().comment('Name in the original language');
    table
      .text('names')
      .notNullable()
      .defaultTo('{}')
      .comment('Names in other languages, JSON by language');
    table.text('description').notNullable().comment('Description');
    table
      .text('descriptions')
      .notNullable()
      .defaultTo('{}')
      .comment('Descriptions in other languages, JSON by language');
    table
      .text('document', 'longtext')
      .notNullable()
      .comment('The whole lens document, JSON');
    table
      .text('document_hash')
      .notNullable()
      .comment('Hash of the document, tells a changed file from a known one');
    table.integer('pillar_count').notNullable().comment('Pillars');
    table.integer('question_count').notNullable().comment('Questions');
    table.integer('choice_count').notNullable().comment('Choices');
    key(table, 'created_at').notNullable().comment('When it was imported');
    table.text('created_by').notNullable().comment('Who imported it');
    key(table, 'published_at').nullable().comment('When it was published');
    table.text('published_by').nullable().comment('Who published it');
    key(table, 'archived_at').nullable().comment('When it was archived');
    table.text('archived_by').nullable().comment('Who archived it');
    table.primary(['lens_id', 'version'], 'lenses_lens_id_version_pk');
    table.index(['status', 'lens_id', 'seq'], 'lenses_status_lens_id_seq_idx');
  });
  await knex.schema.createTable('lens_reports', table => {
    table.comment('Lens files from configuration that could not be loaded');
    key(table, 'target').notNullable().comment('File or URL');
    table.text('problems').notNullable().comment('What is wrong, JSON list');
    key(table, 'seen_at').notNullable().comment('When it was last tried');
    table.primary(['target'], 'lens_reports_target_pk');
  });
};
