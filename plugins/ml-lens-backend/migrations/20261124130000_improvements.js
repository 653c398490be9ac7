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

/*
 * Plans for practices, lenses that upgrades added to workloads, and an index
 * that finds the few upgrades among the events of a long review.
 */

/**
 * @param { import("knex").Knex } knex
 */
exports.up = async function up(knex) {
  const keyType = knex.client.config.client.includes('pg')
    ? 'text COLLATE "C"'
    : 'text';
  await knex.schema.createTable('improvements', table => {
    table.comment('Who puts a practice in place, and until when');
    table
      .specificType('review_id', keyType)
      .notNullable()
      .comment('The review');
    table
      .specificType('question_id', keyType)
      .notNullable()
      .comment('The question');
    table
      .specificType('choice_id', keyType)
      .notNullable()
      .comment('The practice');
    table
      .integer('revision')
      .notNullable()
      .comment('How often the plan was set; writers must know it');
    table
      .text('status')
      .notNullable()
      .comment(
        'NOT_STARTED, IN_PROGRESS, COMPLETE, RISK_ACKNOWLEDGED or NOT_APPLICABLE',
      );
    table.text('assignee').nullable().comment('User or group, entity ref');
    table
      .specificType('due_date', keyType)
      .nullable()
      .comment('Day, YYYY-MM-DD');
    table.text('link').nullable().comment('Where the work is tracked');
    table
      .specificType('updated_at', keyType)
      .notNullable()
      .comment('When it was set last');
    table.text('updated_by').notNullable().comment('Who set it last');
    table.primary(
      ['review_id', 'question_id', 'choice_id'],
      'improvements_review_id_question_id_choice_id_pk',
    );
  });

  await knex.schema.alterTable('workloads', table => {
    table
      .text('added_lens_ids')
      .notNullable()
      .defaultTo('[]')
      .comment('Lenses that moving a review added, JSON list');
  });

  await knex.schema.alterTable('answer_events', table => {
    table.index(['review_id', 'seq'], 'answer_events_upgrades_idx', {
      predicate: knex.whereRaw(`type = 'LENS_UPGRADED'`),
    });
  });
};

/**
 * @param { import("knex").Knex } knex
 */
exports.down = async function down(knex) {
  await knex.schema.alterTable('answer_events', table => {
    table.dropIndex(['review_id', 'seq'], 'answer_events_upgrades_idx');
  });
  await knex.schema.alterTable('workloads', table => {
    table.dropColumn('added_lens_ids');
  });
  await knex.schema.dropTable('improvements');
};
