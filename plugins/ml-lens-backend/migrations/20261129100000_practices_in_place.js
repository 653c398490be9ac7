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

/** Tables that hold figures of scorecards. */
const FIGURES = ['scorecards', 'scorecard_scopes', 'scorecard_history'];

/**
 * Scores by what is in place: figures say how many practices are, and reviews
 * by which rules they were scored. What is there was scored by the first ones
 * and is worked out anew after the start.
 *
 * @param { import("knex").Knex } knex
 */
exports.up = async function up(knex) {
  for (const name of FIGURES) {
    await knex.schema.alterTable(name, table => {
      table
        .integer('practices_in_place')
        .notNullable()
        .defaultTo(0)
        .comment('Practices that are in place');
      table
        .integer('practices_applicable')
        .notNullable()
        .defaultTo(0)
        .comment('Practices that apply, in place or not');
    });
  }
  await knex.schema.alterTable('reviews', table => {
    table
      .integer('scored_as')
      .notNullable()
      .defaultTo(1)
      .comment('By which rules its projections were made');
    table.index(['scored_as'], 'reviews_scored_as_idx');
  });
};

/**
 * @param { import("knex").Knex } knex
 */
exports.down = async function down(knex) {
  await knex.schema.alterTable('reviews', table => {
    table.dropIndex(['scored_as'], 'reviews_scored_as_idx');
    table.dropColumn('scored_as');
  });
  for (const name of FIGURES) {
    await knex.schema.alterTable(name, table => {
      table.dropColumn('practices_in_place');
      table.dropColumn('practices_applicable');
    });
  }
};
