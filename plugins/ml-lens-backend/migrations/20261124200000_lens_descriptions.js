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
 * Descriptions of lenses in other languages, so that lists can show them
 * without reading whole documents.
 */

/**
 * @param { import("knex").Knex } knex
 */
exports.up = async function up(knex) {
  await knex.schema.alterTable('lenses', table => {
    table
      .text('descriptions')
      .notNullable()
      .defaultTo('{}')
      .comment('Descriptions in other languages, JSON by language');
  });
  const ids = await knex('lenses').select('lens_id', 'version');
  for (const id of ids) {
    const { document } = await knex('lenses').where(id).first('document');
    const { locales = {} } = JSON.parse(document);
    const descriptions = Object.fromEntries(
      Object.entries(locales)
        .map(([language, texts]) => [
          language,
          texts.description ?? texts['/description'],
        ])
        .filter(([, text]) => typeof text === 'string'),
    );
    await knex('lenses')
      .where(id)
      .update({ descriptions: JSON.stringify(descriptions) });
  }
};

/**
 * @param { import("knex").Knex } knex
 */
exports.down = async function down(knex) {
  await knex.schema.alterTable('lenses', table => {
    table.dropColumn('descriptions');
  });
};
