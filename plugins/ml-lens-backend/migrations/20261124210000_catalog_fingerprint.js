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
 * What the last sync saw of the catalog, so that any replica can tell whether
 * linked entities have changed since.
 */

/**
 * @param { import("knex").Knex } knex
 */
exports.up = async function up(knex) {
  await knex.schema.alterTable('catalog_state', table => {
    table
      .text('fingerprint')
      .nullable()
      .comment('Fingerprint of the linked entities');
  });
};

/**
 * @param { import("knex").Knex } knex
 */
exports.down = async function down(knex) {
  await knex.schema.alterTable('catalog_state', table => {
    table.dropColumn('fingerprint');
  });
};
