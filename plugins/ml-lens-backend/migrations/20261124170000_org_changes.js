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
 * Counts what changes about scorecards, so that answers about the whole
 * organisation can be kept until something does. Several counters, whose sum
 * counts: writers who change different reviews must not wait for each other.
 */

const COUNTERS = 16;

/**
 * @param { import("knex").Knex } knex
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('org_changes', table => {
    table.comment('Counts changes of scorecards; the sum is what counts');
    table.integer('counter').notNullable().comment('The counter');
    table
      .bigInteger('changes')
      .notNullable()
      .comment('Changes counted by this counter');
    table.primary(['counter'], 'org_changes_counter_pk');
  });
  await knex('org_changes').insert(
    Array.from({ length: COUNTERS }, (_, counter) => ({ counter, changes: 0 })),
  );
};

/**
 * @param { import("knex").Knex } knex
 */
exports.down = async function down(knex) {
  await knex.schema.dropTable('org_changes');
};
