// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

// @ts-check

const { columnTypes } = require('./columnTypes');

/**
 * Answers that machines propose, beside those of people.
 *
 * @param { import("knex").Knex } knex
 */
exports.up = async function up(knex) {
  const { key } = columnTypes(knex);

  await knex.schema.createTable('proposals', table => {
    table.comment('Answers that machines propose and people decide on');
    key(table, 'proposal_id').notNullable().comment('Id of the proposal');
    key(table, 'review_id').notNullable().comment('The review');
    key(table, 'question_id').notNullable().comment('The question');
    key(table, 'status')
      .notNullable()
      .comment('OPEN, ACCEPTED, CHANGED, REJECTED, SUPERSEDED or EXPIRED');
    key(table, 'agent_name').notNullable().comment('Name of the agent');
    table.text('agent').notNullable().comment('What it says of itself, JSON');
    key(table, 'proposed_by').notNullable().comment('Who it ran for');
    key(table, 'proposal_key')
      .notNullable()
      .comment('What is proposed only once per review and proposer');
    table
      .text('body_hash')
      .notNullable()
      .comment('Hash of what was proposed, tells a repeat from a clash');
    table.integer('based_on').notNullable().comment('Revision of the answer');
    key(table, 'lens_version').notNullable().comment('Version it is made for');
    table
      .text('base')
      .nullable()
      .comment('The answer it started from, JSON; null for none');
    table.text('answer').notNullable().comment('What is proposed, JSON');
    table.text('citations').notNullable().comment('Where it is written, JSON');
    table.double('confidence').nullable().comment('0..1, as the agent sees it');
    key(table, 'proposed_at').notNullable().comment('When');
    key(table, 'expires_at').notNullable().comment('Waits until then');
    key(table, 'ended_at').nullable().comment('When it ended; null while open');
    table.text('decided_by').nullable().comment('Who decided');
    table
      .integer('decided_revision')
      .nullable()
      .comment('Revision of the answer after the decision');
    table.text('reason').nullable().comment('What they said to it');
    key(table, 'superseded_by').nullable().comment('The proposal in its place');
    table.primary(['proposal_id'], 'proposals_proposal_id_pk');
    table.unique(['review_id', 'proposed_by', 'proposal_key'], {
      indexName: 'proposals_review_id_proposed_by_key_uniq',
    });
    // One open proposal per question of an agent, for each it runs for.
    table.unique(['review_id', 'question_id', 'proposed_by', 'agent_name'], {
      indexName: 'proposals_open_uniq',
      predicate: knex.whereRaw("status = 'OPEN'"),
    });
    table.index(
      ['review_id', 'proposed_at', 'proposal_id'],
      'proposals_review_id_proposed_at_idx',
    );
    table.index(
      ['review_id', 'question_id', 'proposed_at', 'proposal_id'],
      'proposals_review_id_question_id_idx',
    );
    table.index(['proposed_by', 'proposed_at'], 'proposals_proposed_by_idx');
    table.index(['expires_at'], 'proposals_expires_at_idx', {
      predicate: knex.whereRaw("status = 'OPEN'"),
    });
    table.index(
      ['review_id', 'agent_name', 'status'],
      'proposals_review_id_agent_name_idx',
    );
  });
};
