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
 * Moving a review to another version of its lens counted as an answer, and so
 * put off when the review is due. Only what people or an import said counts;
 * answers carried over from another lens do where there are no others.
 */

/**
 * @param { import("knex").Knex } knex
 */
exports.up = async function up(knex) {
  const moved = () =>
    knex('answer_events')
      .distinct('review_id')
      .whereIn('source', ['UPGRADE', 'UNDO']);
  const answered = () =>
    knex('answer_events as e')
      .where('e.type', 'ANSWERED')
      .whereRaw('e.review_id = scorecard_history.review_id')
      .whereRaw('e.seq <= scorecard_history.seq');
  await knex('scorecard_history')
    .whereIn('review_id', moved())
    .update({
      answered_at: knex.raw('coalesce((?), (?))', [
        answered().max('e.at').whereNotIn('e.source', ['UPGRADE', 'UNDO']),
        answered().min('e.at'),
      ]),
    });
  await knex('scorecards')
    .whereIn('review_id', moved())
    .update({
      answered_at: knex('scorecard_history as h')
        .max('h.answered_at')
        .whereRaw('h.review_id = scorecards.review_id'),
    });
};

/**
 * Nothing was added; the dates are right for the version before, too.
 */
exports.down = async function down() {};
