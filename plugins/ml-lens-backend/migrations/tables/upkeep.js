// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

// @ts-check

const { columnTypes } = require('./columnTypes');

/**
 * What people and machines keep beside the answers of a review.
 *
 * @param { import("knex").Knex } knex
 */
exports.up = async function up(knex) {
  const { key } = columnTypes(knex);

  await knex.schema.createTable('improvements', table => {
    table.comment('Who puts a practice in place, and until when');
    key(table, 'review_id').notNullable().comment('The review');
    key(table, 'question_id').notNullable().comment('The question');
    key(table, 'choice_id').notNullable().comment('The practice');
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
    key(table, 'due_date').nullable().comment('Day, YYYY-MM-DD');
    table.text('link').nullable().comment('Where the work is tracked');
    key(table, 'updated_at').notNullable().comment('When it was set last');
    table.text('updated_by').notNullable().comment('Who set it last');
    table.primary(
      ['review_id', 'question_id', 'choice_id'],
      'improvements_review_id_question_id_choice_id_pk',
    );
    table.index(['assignee', 'status'], 'improvements_assignee_status_idx');
    table.index(['due_date'], 'improvements_due_date_idx');
    table.index(['updated_at'], 'improvements_updated_at_idx');
  });
  await knex.schema.createTable('waivers', table => {
    table.comment('Risks accepted for a while');
    key(table, 'waiver_id').notNullable().comment('Id of the waiver');
    key(table, 'review_id').notNullable().comment('The review');
    key(table, 'question_id').notNullable().comment('The question');
    key(table, 'status')
      .notNullable()
      .comment('REQUESTED, APPROVED, REJECTED, WITHDRAWN or EXPIRED');
    table.text('reason').notNullable().comment('Why the risk is acceptable');
    key(table, 'expires_at').notNullable().comment('Ends at the latest then');
    key(table, 'requested_at').notNullable().comment('When it was asked for');
    table.text('requested_by').notNullable().comment('Who asked');
    key(table, 'decided_at').nullable().comment('When it was decided');
    table.text('decided_by').nullable().comment('Who decided');
    table.text('decision_note').nullable().comment('What they said to it');
    key(table, 'ended_at').nullable().comment('When it ended; null while live');
    table.text('ended_by').nullable().comment('Who ended it; null: its time');
    table.primary(['waiver_id'], 'waivers_waiver_id_pk');
    table.index(
      ['review_id', 'requested_at'],
      'waivers_review_id_requested_at_idx',
    );
    table.index(['ended_at', 'expires_at'], 'waivers_ended_at_expires_at_idx');
    table.index(['status', 'requested_at'], 'waivers_status_requested_at_idx');
    table.index(['requested_by', 'decided_at'], 'waivers_requested_by_idx');
    table.index(['decided_at'], 'waivers_decided_at_idx');
    // One live waiver per question, whoever asks at the same time.
    table.unique(['review_id', 'question_id'], {
      indexName: 'waivers_live_uniq',
      predicate: knex.whereRaw('ended_at is null'),
    });
  });
  await knex.schema.createTable('reported_evidence', table => {
    table.comment('What pipelines and providers report about practices');
    key(table, 'evidence_id').notNullable().comment('Id of the evidence');
    key(table, 'review_id').notNullable().comment('The review');
    key(table, 'source').notNullable().comment('CI or AUTOMATIC');
    key(table, 'evidence_key')
      .notNullable()
      .comment('What is reported only once per review and source');
    table
      .text('body_hash')
      .notNullable()
      .comment('Hash of what was reported, tells a repeat from a clash');
    key(table, 'question_id').notNullable().comment('The question');
    key(table, 'choice_id').nullable().comment('The practice, if it is of one');
    key(table, 'provider').notNullable().comment('Who says so');
    table.text('verdict').notNullable().comment('SUPPORTS, CONTRADICTS, INFO');
    table.text('title').notNullable().comment('What it is');
    table.text('url').nullable().comment('Where to see it');
    table.text('note').nullable().comment('More about it');
    key(table, 'observed_at').notNullable().comment('When it was seen');
    key(table, 'expires_at').nullable().comment('Says nothing after this');
    table.primary(['evidence_id'], 'reported_evidence_evidence_id_pk');
    table.unique(['review_id', 'source', 'evidence_key'], {
      indexName: 'reported_evidence_review_id_source_key_uniq',
    });
    table.index(
      ['review_id', 'observed_at'],
      'reported_evidence_review_id_observed_at_idx',
    );
  });
  await knex.schema.createTable('review_digests', table => {
    table.comment('When owners were last told of reviews to look at');
    key(table, 'owner_ref').notNullable().comment('The owner, entity ref');
    key(table, 'sent_at').notNullable().comment('When');
    table.primary(['owner_ref'], 'review_digests_owner_ref_pk');
  });
  await knex.schema.createTable('outbox', table => {
    table.comment('What is yet to be told; stored with what it tells of');
    key(table, 'message_id').notNullable().comment('Names it for good');
    key(table, 'kind').notNullable().comment('AUDIT or NOTIFICATION');
    table.text('body').notNullable().comment('What to tell whom, JSON');
    key(table, 'created_at').notNullable().comment('When it happened');
    key(table, 'leased_until')
      .notNullable()
      .defaultTo('')
      .comment('Somebody is telling it until then; empty for nobody');
    table
      .integer('attempts')
      .notNullable()
      .defaultTo(0)
      .comment('How often it was begun with');
    table.primary(['message_id'], 'outbox_message_id_pk');
    table.index(['leased_until', 'created_at'], 'outbox_leased_until_idx');
  });
  await knex.schema.createTable('news_marks', table => {
    table.comment('Up to when people were told what is new');
    key(table, 'name').notNullable().comment('What for');
    key(table, 'told_to').notNullable().comment('All before is told');
    table.primary(['name'], 'news_marks_name_pk');
  });
  await knex.schema.createTable('signal_keys', table => {
    table.comment('What names of signals are made with, for all replicas');
    key(table, 'name').notNullable().comment('What for');
    table.text('secret').notNullable().comment('Random, base64');
    table.primary(['name'], 'signal_keys_name_pk');
  });
  await knex.schema.createTable('history_imports', table => {
    table.comment('History files already imported at start-up');
    key(table, 'file_hash').notNullable().comment('Hash of the contents');
    key(table, 'imported_at').notNullable().comment('When');
    table.primary(['file_hash'], 'history_imports_file_hash_pk');
  });
};
