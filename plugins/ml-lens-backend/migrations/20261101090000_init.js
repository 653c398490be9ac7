// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

// @ts-check

/*
 * The first schema. Works on SQLite and PostgreSQL.
 *
 * - Instants are text, RFC 3339 in UTC with milliseconds, so that they sort as
 *   text and read the same on both engines. JSON is text for the same reason.
 * - Key, sort and instant columns compare byte by byte on both engines (on
 *   PostgreSQL through the collation "C"), so lists have one order everywhere
 *   and their indexes serve equality, ranges and ORDER BY alike.
 * - `answer_events` is the truth of every review. `answers`, `scorecards` (its
 *   figures), `scorecard_history`, `phase_iterations`, `phase_targets` and
 *   `milestones` are projections of it and can be rebuilt.
 */

/** What is set up, and the tables of each in the order they are made. */
const PARTS = {
  lenses: ['lenses', 'lens_reports'],
  workloads: [
    'workloads',
    'workload_lenses',
    'workload_entities',
    'workload_links',
    'workload_tags',
    'catalog_state',
    'held_removals',
    'entity_parents',
    'viewer_sets',
    'viewer_visibility',
  ],
  reviews: [
    'reviews',
    'answer_events',
    'answers',
    'phase_iterations',
    'phase_targets',
    'milestones',
  ],
  scorecards: ['scorecards', 'scorecard_history'],
  confirmations: ['answer_doubts', 'model_versions'],
  gates: ['gate_requests'],
  upkeep: [
    'improvements',
    'waivers',
    'reported_evidence',
    'review_digests',
    'outbox',
    'news_marks',
    'signal_keys',
    'history_imports',
  ],
  proposals: ['proposals'],
  models: ['model_claims', 'model_facts', 'model_changes', 'model_counts'],
  badges: ['badges'],
  org: ['org_targets', 'saved_views', 'org_changes', 'workload_changes'],
};

/**
 * @param { import("knex").Knex } knex
 */
exports.up = async function up(knex) {
  for (const part of Object.keys(PARTS)) {
    await require(`./tables/${part}`).up(knex);
  }
};

/**
 * @param { import("knex").Knex } knex
 */
exports.down = async function down(knex) {
  for (const table of Object.values(PARTS).flat().reverse()) {
    await knex.schema.dropTable(table);
  }
};
