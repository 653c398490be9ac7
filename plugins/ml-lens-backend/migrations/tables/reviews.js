// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

// @ts-check

const { columnTypes } = require('./columnTypes');

/** How answers are held. */
const ANSWER =
  '[selected choices, notes, not applicable, choices not applicable, evidence], without what is empty at the end';

/**
 * Reviews: what happened to them, and what follows from that.
 *
 * @param { import("knex").Knex } knex
 */
exports.up = async function up(knex) {
  const { key } = columnTypes(knex);

  await knex.schema.createTable('reviews', table => {
    table.comment('One workload assessed with one lens');
    key(table, 'review_id').notNullable().comment('workload id/lens id');
    key(table, 'workload_id').notNullable().comment('The workload');
    key(table, 'lens_id').notNullable().comment('The lens');
    key(table, 'lens_version')
      .notNullable()
      .comment('Version of the lens the answers are judged with');
    table
      .integer('last_seq')
      .notNullable()
      .defaultTo(0)
      .comment('Number of the last event; 0 before the first');
    key(table, 'last_at').nullable().comment('Instant of the last event');
    key(table, 'created_at').notNullable().comment('When it was set up');
    table
      .integer('scored_as')
      .notNullable()
      .comment('By which rules its projections were made');
    table.primary(['review_id'], 'reviews_review_id_pk');
    table.unique(['workload_id', 'lens_id'], {
      indexName: 'reviews_workload_id_lens_id_uniq',
    });
    table.index(['lens_id', 'lens_version'], 'reviews_lens_id_version_idx');
    table.index(['scored_as'], 'reviews_scored_as_idx');
  });
  await knex.schema.createTable('answer_events', table => {
    table.comment('Everything that happened to reviews; only ever appended to');
    key(table, 'review_id').notNullable().comment('The review');
    table
      .integer('seq')
      .notNullable()
      .comment('Position in the review, from 1 without gaps');
    key(table, 'type')
      .notNullable()
      .comment(
        'ANSWERED, ITERATION_STARTED, TARGET_SET, MILESTONE_RECORDED, LENS_UPGRADED, PHASE_SET, CONFIRMED, MODEL_VERSION_REPORTED, PRACTICES_COUNTED, GATE_REQUESTED, GATE_DECIDED',
      );
    key(table, 'at')
      .notNullable()
      .comment('When it happened; never before the event in front');
    key(table, 'recorded_at')
      .nullable()
      .comment(
        'When it was written here; null for when it happened, and for an imported one with the one in front',
      );
    table.text('by_ref').notNullable().comment('Who did it, entity ref');
    table
      .text('source')
      .notNullable()
      .comment('USER, IMPORT, UNDO, UPGRADE or SYSTEM');
    key(table, 'lens_version')
      .notNullable()
      .comment('Lens version the event speaks of');
    key(table, 'question_id').nullable().comment('The question answered');
    key(table, 'phase_id')
      .nullable()
      .comment('The phase concerned; null where it is that of the question');
    table
      .text('before')
      .nullable()
      .comment(
        'State before, JSON; null for ANSWERED, which the events in front say',
      );
    table
      .text('after')
      .nullable()
      .comment(`State after, JSON; of an answer ${ANSWER}`);
    table
      .text('proposal')
      .nullable()
      .comment('Id and agent of the proposal the answer rests on, JSON');
    table.primary(['review_id', 'seq'], 'answer_events_review_id_seq_pk');
    table.index(['review_id', 'seq'], 'answer_events_upgrades_idx', {
      predicate: knex.whereRaw(`type = 'LENS_UPGRADED'`),
    });
  });
  await knex.schema.createTable('answers', table => {
    table.comment('Current answer of each question; projection');
    key(table, 'review_id').notNullable().comment('The review');
    key(table, 'question_id').notNullable().comment('The question');
    table
      .integer('revision')
      .notNullable()
      .comment('How often the question was answered; writers must know it');
    table.text('state').notNullable().comment(`What was said, JSON: ${ANSWER}`);
    key(table, 'risk').notNullable().comment('Risk by the lens rules');
    table
      .boolean('rule_matched')
      .notNullable()
      .comment('False when no rule held and the risk is HIGH for that reason');
    key(table, 'updated_at').notNullable().comment('Instant of the answer');
    table.text('updated_by').notNullable().comment('Who answered');
    table
      .text('proposal')
      .nullable()
      .comment('Id and agent of the proposal it rests on, JSON');
    key(table, 'confirmed_at')
      .nullable()
      .comment('When somebody last said that it is still true');
    table.text('confirmed_by').nullable().comment('Who said so');
    table.primary(
      ['review_id', 'question_id'],
      'answers_review_id_question_id_pk',
    );
  });
  await knex.schema.createTable('phase_iterations', table => {
    table.comment('Rounds through the phases of a review; projection');
    key(table, 'review_id').notNullable().comment('The review');
    key(table, 'phase_id').notNullable().comment('The phase');
    table.integer('number').notNullable().comment('Round, from 1');
    key(table, 'started_at').notNullable().comment('When it began');
    table.text('started_by').notNullable().comment('Who began it');
    key(table, 'completed_at').nullable().comment('When it was completed');
    key(table, 'ended_at')
      .nullable()
      .comment('When it ended, completed or not');
    key(table, 'status').notNullable().comment('Status of the phase in it');
    table.text('reason').nullable().comment('Why it was begun by hand');
    table
      .integer('confirms')
      .notNullable()
      .defaultTo(0)
      .comment('1 where it lasts until all answers are confirmed, else 0');
    table.primary(
      ['review_id', 'phase_id', 'number'],
      'phase_iterations_review_id_phase_id_number_pk',
    );
  });
  await knex.schema.createTable('phase_targets', table => {
    table.comment('Planned days of phases; projection');
    key(table, 'review_id').notNullable().comment('The review');
    key(table, 'phase_id').notNullable().comment('The phase');
    key(table, 'target_date')
      .nullable()
      .comment('When it is to be complete, YYYY-MM-DD');
    key(table, 'planned_start')
      .nullable()
      .comment('When it is to begin, YYYY-MM-DD');
    table.primary(
      ['review_id', 'phase_id'],
      'phase_targets_review_id_phase_id_pk',
    );
    table.index(['target_date'], 'phase_targets_target_date_idx');
  });
  await knex.schema.createTable('milestones', table => {
    table.comment('Named marks on the history of a review; projection');
    key(table, 'milestone_id').notNullable().comment('Id of the milestone');
    key(table, 'review_id').notNullable().comment('The review');
    key(table, 'name').notNullable().comment('Name, once per review');
    table.text('note').notNullable().comment('What it stands for');
    table.integer('at_seq').notNullable().comment('The event that made it');
    key(table, 'recorded_at').notNullable().comment('When');
    table.text('recorded_by').notNullable().comment('By whom');
    key(table, 'lens_version').notNullable().comment('Lens version then');
    table.integer('score').nullable().comment('Score then');
    table.double('coverage').notNullable().comment('Coverage then');
    table.text('level').notNullable().comment('Level then');
    table.text('scorecard').notNullable().comment('Whole scorecard then, JSON');
    table.primary(['milestone_id'], 'milestones_milestone_id_pk');
    table.unique(['review_id', 'name'], {
      indexName: 'milestones_review_id_name_uniq',
    });
  });
};
