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

/** Sort columns of the org list; each gets an index below its lens. */
const SORT_COLUMNS = [
  'title_sort',
  'owner_ref',
  'system_ref',
  'domain_ref',
  'lifecycle',
  'score',
  'coverage',
  'level_rank',
  'high',
  'updated_at',
];

/** Holds in the index what trends sum up. */
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

/** Holds in the index what roll-ups sum up. */
const FIGURE_COLUMNS = [
  'lens_id',
  'lens_version',
  'level',
  'score',
  'coverage',
  'high',
  'medium',
  'none',
  'unanswered',
  'not_applicable',
  'owner_ref',
  'system_ref',
  'domain_ref',
  'lifecycle',
  'orphaned',
  'workload_id',
  'review_id',
];

/** Decides in the index which row held at an instant, and where it is listed. */
const VALID_COLUMNS = [
  'review_id',
  'valid_from',
  'valid_to',
  'score',
  'coverage',
  'high',
  'level_rank',
  'level',
  'lens_version',
  'seq',
];

/** Holds in the index what is asked of phases. */
const PHASE_COLUMNS = [
  'review_id',
  'scope_id',
  'status',
  'score',
  'coverage',
  'high',
];

/**
 * Scorecards of reviews, now and after every event.
 *
 * @param { import("knex").Knex } knex
 */
exports.up = async function up(knex) {
  const { key, figures } = columnTypes(knex);

  await knex.schema.createTable('scorecards', table => {
    table.comment(
      'Current scorecard of each review beside what org lists filter and sort by; projection',
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
      .text('scopes')
      .notNullable()
      .comment('Figures by pillar, phase and cell, JSON');
    table
      .text('phases')
      .notNullable()
      .comment('Status and target date by phase, JSON');
    key(table, 'updated_at').nullable().comment('Instant of the last event');
    key(table, 'answered_at')
      .nullable()
      .comment('Instant of the latest answer; null before the first');
    table.primary(['review_id'], 'scorecards_review_id_pk');
    table.index(['workload_id'], 'scorecards_workload_id_idx');
    for (const column of SORT_COLUMNS) {
      table.index(
        ['lens_id', column, 'review_id'],
        `scorecards_lens_id_${column}_idx`,
      );
    }
    table.index(['owner_ref', 'lens_id'], 'scorecards_owner_ref_lens_id_idx');
    table.index(['level', 'lens_id'], 'scorecards_level_lens_id_idx');
    table.index(['answered_at'], 'scorecards_answered_at_idx');
    table.index(FIGURE_COLUMNS, 'scorecards_figures_idx');
  });
  await knex.schema.createTable('scorecard_scopes', table => {
    table.comment('Current figures by pillar, phase and cell; projection');
    key(table, 'review_id').notNullable().comment('The review');
    key(table, 'kind').notNullable().comment('pillar, phase or cell');
    key(table, 'scope_id').notNullable().comment('Pillar or phase id');
    key(table, 'phase_id')
      .notNullable()
      .defaultTo('')
      .comment('Phase of a cell, else empty');
    figures(table);
    table
      .double('weight_sum')
      .notNullable()
      .comment('Weight of the applicable questions');
    key(table, 'status').nullable().comment('Status of a phase');
    table.primary(
      ['review_id', 'kind', 'scope_id', 'phase_id'],
      'scorecard_scopes_review_id_kind_scope_id_pk',
    );
    table.index(PHASE_COLUMNS, 'scorecard_scopes_phase_idx', {
      predicate: knex.whereRaw(`kind = 'phase'`),
    });
  });
  await knex.schema.createTable('scorecard_history', table => {
    table.comment(
      'Scorecard after each event, with the time it held; number 0 is the state before the first; projection',
    );
    key(table, 'review_id').notNullable().comment('The review');
    table.integer('seq').notNullable().comment('The event');
    key(table, 'lens_id').notNullable().comment('The lens');
    key(table, 'lens_version').notNullable().comment('Its version');
    key(table, 'valid_from').notNullable().comment('Held from here');
    key(table, 'valid_to').nullable().comment('To here; null while current');
    figures(table);
    key(table, 'level').notNullable().comment('Name of the maturity level');
    table
      .integer('level_rank')
      .nullable()
      .comment('Its place in the ladder, from 0; null when not assessed');
    table
      .text('scopes')
      .notNullable()
      .comment('Scores by pillar and phase, JSON');
    table
      .text('phases')
      .notNullable()
      .comment('Status and target date by phase, JSON');
    key(table, 'answered_at')
      .nullable()
      .comment('Instant of the latest answer; null before the first');
    table.text('states').notNullable().comment('As practice_states');
    table.primary(['review_id', 'seq'], 'scorecard_history_review_id_seq_pk');
    table.index(VALID_COLUMNS, 'scorecard_history_review_id_valid_idx');
    // Only what held at the end of a day, which is all that a trend asks for:
    // reviews are answered in bursts, so that is a fraction of the events.
    table.index(TREND_COLUMNS, 'scorecard_history_trend_idx', {
      predicate: knex.whereRaw(
        `substr(valid_from, 1, 10) <> coalesce(substr(valid_to, 1, 10), '')`,
      ),
    });
  });
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
};
