// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

// @ts-check

const { columnTypes } = require('./columnTypes');

/** Holds in the index what the means of a lens are made of. */
const MEAN_COLUMNS = [
  'lens_id',
  'lifecycle',
  'score',
  'coverage',
  'owner_ref',
  'workload_id',
];

/** Small whole numbers of a day of the history, as in scorecards. */
const DAY_NUMBERS = [
  'score',
  'level_rank',
  'readiness',
  'high',
  'medium',
  'none',
  'unanswered',
  'not_applicable',
  'practices_in_place',
  'practices_applicable',
];
const NULLABLE = ['score', 'level_rank', 'readiness'];

/**
 * Scorecards of reviews, now and at the end of every day with an event.
 *
 * @param { import("knex").Knex } knex
 */
exports.up = async function up(knex) {
  const { key, figures } = columnTypes(knex);

  await knex.schema.createTable('scorecards', table => {
    table.comment(
      'Current scorecard of each review beside what is said of its workload; projection',
    );
    key(table, 'review_id').notNullable().comment('The review');
    key(table, 'workload_id').notNullable().comment('The workload');
    key(table, 'lens_id').notNullable().comment('The lens');
    key(table, 'lens_version').notNullable().comment('Its version');
    table.text('title').notNullable().comment('Copied from the workload');
    key(table, 'title_sort')
      .notNullable()
      .comment('Title folded for sorting and searching');
    key(table, 'owner_ref').nullable().comment('Copied from the workload');
    key(table, 'system_ref').nullable().comment('Copied from the workload');
    key(table, 'domain_ref').nullable().comment('Copied from the workload');
    key(table, 'lifecycle').nullable().comment('Copied from the workload');
    table
      .text('tags')
      .notNullable()
      .defaultTo('[]')
      .comment('Copied from the workload, JSON list');
    key(table, 'primary_entity_ref')
      .nullable()
      .comment('Copied from the workload');
    table
      .boolean('orphaned')
      .notNullable()
      .defaultTo(false)
      .comment('Whether the workload has lost its entities');
    figures(table);
    key(table, 'level').notNullable().comment('Name of the maturity level');
    table
      .integer('level_rank')
      .nullable()
      .comment('Its place in the ladder, from 0; null when not assessed');
    table
      .integer('readiness')
      .nullable()
      .comment('Score over what is due in the current phase');
    key(table, 'current_phase')
      .nullable()
      .comment('The phase the review is in; null before the first');
    table
      .integer('due_open')
      .notNullable()
      .defaultTo(0)
      .comment('Questions that are due in the current phase and unanswered');
    key(table, 'due_since')
      .nullable()
      .comment('When the current phase was entered; null before the first');
    table
      .text('phase_set')
      .nullable()
      .comment('Who said the current phase by hand, and when, JSON');
    table
      .integer('to_confirm')
      .notNullable()
      .defaultTo(0)
      .comment('Answers somebody has to confirm; no projection');
    table
      .text('owner_seen')
      .nullable()
      .comment('Owner when answers were last put in doubt; no projection');
    table
      .text('scopes')
      .notNullable()
      .comment('Figures by pillar, phase and cell, JSON');
    table.text('phases').notNullable().comment('Status by phase, JSON');
    table.text('targets').nullable().comment('Target days by phase, JSON');
    table
      .text('open_since')
      .nullable()
      .comment('Begin of the iterations that have not ended by phase, JSON');
    table
      .text('states')
      .notNullable()
      .comment(
        'What it says about every question and practice, one character each, in the order of the lens version',
      );
    key(table, 'updated_at').nullable().comment('Instant of the last event');
    key(table, 'answered_at')
      .nullable()
      .comment('Instant of the latest answer; null before the first');
    table.primary(['review_id'], 'scorecards_review_id_pk');
    table.index(['workload_id'], 'scorecards_workload_id_idx');
    table.index(MEAN_COLUMNS, 'scorecards_means_idx');
    table.index(['owner_ref', 'lens_id'], 'scorecards_owner_ref_lens_id_idx');
    table.index(['answered_at'], 'scorecards_answered_at_idx');
  });
  await knex.schema.createTable('scorecard_history', table => {
    table.comment(
      'Scorecard after the last event of each day (UTC), and the score after those before it on that day; number 0 is the state before the first; projection',
    );
    key(table, 'review_id').notNullable().comment('The review');
    table.integer('seq').notNullable().comment('The last event of the day');
    for (const name of DAY_NUMBERS) {
      const column = table.specificType(name, 'smallint');
      (NULLABLE.includes(name)
        ? column.nullable()
        : column.notNullable()
      ).comment('As in scorecards');
    }
    key(table, 'valid_from').notNullable().comment('Held from here');
    key(table, 'valid_to')
      .nullable()
      .comment('To the first event of a later day; null while current');
    table.text('level').notNullable().comment('As in scorecards');
    key(table, 'answered_at').nullable().comment('As in scorecards');
    key(table, 'lens_version').notNullable().comment('Version of the lens');
    key(table, 'current_phase').nullable().comment('As in scorecards');
    table.text('states').notNullable().comment('As in scorecards');
    table.text('targets').nullable().comment('Target days by phase, JSON');
    // Reviews are answered in bursts: a row for each event would be most of
    // what a review takes, and nobody asks for more in between than the score.
    table
      .text('points')
      .notNullable()
      .defaultTo('')
      .comment(
        'The events before it on the day, oldest first, each a JSON list with a comma behind it: [milliseconds of the day, score, answered, applicable, level where the next one has another, answered_at where it is another instant]',
      );
    table.primary(
      ['review_id', 'valid_from'],
      'scorecard_history_review_id_valid_from_pk',
    );
  });
};
