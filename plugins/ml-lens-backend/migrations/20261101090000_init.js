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
 * The first schema. Works on SQLite and PostgreSQL.
 *
 * - Instants are text, RFC 3339 in UTC with milliseconds, so that they sort as
 *   text and read the same on both engines. JSON is text for the same reason.
 * - Key, sort and instant columns compare byte by byte on both engines (on
 *   PostgreSQL through the collation "C"), so lists have one order everywhere
 *   and their indexes serve equality, ranges and ORDER BY alike.
 * - `answer_events` is the truth of every review. `answers`, `scorecards` (its
 *   figures), `scorecard_scopes`, `scorecard_history`, `phase_iterations`,
 *   `phase_targets` and `milestones` are projections of it and can be rebuilt.
 */

/** Figures of one scope, the same in every table that holds some. */
const COUNTS = {
  high: 'Questions with HIGH risk',
  medium: 'Questions with MEDIUM risk',
  none: 'Questions without risk',
  unanswered: 'Applicable questions not answered yet',
  not_applicable: 'Questions marked not applicable',
};

/** Sort columns of the org list; each gets an index below its lens. */
const SORT_COLUMNS = [
  'title_sort',
  'owner_ref',
  'system_ref',
  'domain_ref',
  'lifecycle',
  'score',
  'coverage',
  'level_rank',
  'high',
  'updated_at',
];

/**
 * @param { import("knex").Knex } knex
 */
function columnTypes(knex) {
  const keyType = knex.client.config.client.includes('pg')
    ? 'text COLLATE "C"'
    : 'text';
  /**
   * @param { import("knex").Knex.CreateTableBuilder } table
   * @param { string } name
   */
  const key = (table, name) => table.specificType(name, keyType);
  /**
   * @param { import("knex").Knex.CreateTableBuilder } table
   */
  const figures = table => {
    table
      .integer('score')
      .nullable()
      .comment('0..100; null when no question is applicable');
    table
      .double('coverage')
      .notNullable()
      .comment('Answered divided by applicable, 0..1');
    for (const [name, comment] of Object.entries(COUNTS)) {
      table.integer(name).notNullable().comment(comment);
    }
  };
  return { key, figures };
}

/**
 * @param { import("knex").Knex } knex
 */
exports.up = async function up(knex) {
  const { key, figures } = columnTypes(knex);

  await knex.schema.createTable('lenses', table => {
    table.comment('Versions of lenses; immutable once published');
    key(table, 'lens_id').notNullable().comment('Id of the lens');
    key(table, 'version').notNullable().comment('Version of the document');
    key(table, 'status').notNullable().comment('DRAFT, PUBLISHED or ARCHIVED');
    table
      .integer('seq')
      .notNullable()
      .comment('Order of the versions of one lens, from 1');
    table
      .boolean('is_major')
      .notNullable()
      .defaultTo(true)
      .comment('Whether reviewers must look again after an upgrade to it');
    table.text('origin').notNullable().comment('builtin, config or import');
    table.text('name').notNullable().comment('Name in the original language');
    table
      .text('names')
      .notNullable()
      .defaultTo('{}')
      .comment('Names in other languages, JSON by language');
    table.text('description').notNullable().comment('Description');
    table
      .text('document', 'longtext')
      .notNullable()
      .comment('The whole lens document, JSON');
    table
      .text('document_hash')
      .notNullable()
      .comment('Hash of the document, tells a changed file from a known one');
    table.integer('pillar_count').notNullable().comment('Pillars');
    table.integer('question_count').notNullable().comment('Questions');
    table.integer('choice_count').notNullable().comment('Choices');
    key(table, 'created_at').notNullable().comment('When it was imported');
    table.text('created_by').notNullable().comment('Who imported it');
    key(table, 'published_at').nullable().comment('When it was published');
    table.text('published_by').nullable().comment('Who published it');
    key(table, 'archived_at').nullable().comment('When it was archived');
    table.text('archived_by').nullable().comment('Who archived it');
    table.primary(['lens_id', 'version'], 'lenses_lens_id_version_pk');
    table.index(['status', 'lens_id', 'seq'], 'lenses_status_lens_id_seq_idx');
  });

  await knex.schema.createTable('lens_reports', table => {
    table.comment('Lens files from configuration that could not be loaded');
    key(table, 'target').notNullable().comment('File or URL');
    table.text('problems').notNullable().comment('What is wrong, JSON list');
    key(table, 'seen_at').notNullable().comment('When it was last tried');
    table.primary(['target'], 'lens_reports_target_pk');
  });

  await knex.schema.createTable('workloads', table => {
    table.comment('Systems under review, as the catalog describes them');
    key(table, 'workload_id').notNullable().comment('Id from the annotation');
    table.text('title').notNullable().comment('Title of the primary entity');
    table.text('description').nullable().comment('Its description');
    key(table, 'primary_entity_ref')
      .nullable()
      .comment('The entity that stands for the workload; last one known');
    key(table, 'owner_ref').nullable().comment('Owner of the primary entity');
    key(table, 'system_ref').nullable().comment('Its system');
    key(table, 'domain_ref').nullable().comment('Its domain');
    key(table, 'lifecycle').nullable().comment('Its lifecycle');
    table.text('tags').notNullable().defaultTo('[]').comment('Tags, JSON list');
    table
      .text('lens_ids')
      .notNullable()
      .defaultTo('[]')
      .comment('Lenses it is reviewed with, JSON list in order');
    table
      .text('aws_workload_arn')
      .nullable()
      .comment('The workload in the AWS Well-Architected Tool');
    key(table, 'orphaned_at')
      .nullable()
      .comment('Since when no entity links to it');
    table
      .text('problems')
      .notNullable()
      .defaultTo('[]')
      .comment('Annotations that cannot be used, JSON list');
    key(table, 'updated_at').notNullable().comment('Last change of this row');
    table.text('profile_layer').nullable().comment('Layer of the ML stack');
    table.text('profile_skill').nullable().comment('Rating of skill');
    table
      .text('profile_time_to_market')
      .nullable()
      .comment('Rating of time to market');
    table
      .text('profile_customization')
      .nullable()
      .comment('Rating of customization');
    table
      .integer('profile_revision')
      .notNullable()
      .defaultTo(0)
      .comment('How often the profile was set');
    key(table, 'profile_updated_at').nullable().comment('When it was set');
    table.text('profile_updated_by').nullable().comment('Who set it');
    table.primary(['workload_id'], 'workloads_workload_id_pk');
    table.index(['orphaned_at'], 'workloads_orphaned_at_idx');
  });

  await knex.schema.createTable('workload_entities', table => {
    table.comment('Catalog entities that carry the workload annotation');
    key(table, 'entity_ref').notNullable().comment('Entity ref, lower case');
    key(table, 'workload_id')
      .nullable()
      .comment('The workload; null when the annotation cannot be used');
    table
      .text('facts')
      .notNullable()
      .comment('What the workload row is made from, JSON');
    table
      .text('facts_hash')
      .notNullable()
      .comment('Hash of the facts, tells a change from none');
    key(table, 'sync_id').notNullable().comment('The sync that last saw it');
    table
      .text('problems')
      .notNullable()
      .defaultTo('[]')
      .comment('Annotations of this entity that cannot be used, JSON list');
    table.primary(['entity_ref'], 'workload_entities_entity_ref_pk');
    table.index(['workload_id'], 'workload_entities_workload_id_idx');
    table.index(['sync_id'], 'workload_entities_sync_id_idx');
  });

  await knex.schema.createTable('workload_tags', table => {
    table.comment('Tags of workloads, one a row, for filters and roll-ups');
    key(table, 'workload_id').notNullable().comment('The workload');
    key(table, 'tag').notNullable().comment('The tag');
    table.primary(['workload_id', 'tag'], 'workload_tags_workload_id_tag_pk');
    table.index(['tag', 'workload_id'], 'workload_tags_tag_workload_id_idx');
  });

  await knex.schema.createTable('catalog_state', table => {
    table.comment('Counts changes of the links between entities and workloads');
    key(table, 'name').notNullable().comment('What is counted');
    table.integer('generation').notNullable().comment('Number of changes');
    table.primary(['name'], 'catalog_state_name_pk');
  });

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
    table.primary(['review_id'], 'reviews_review_id_pk');
    table.unique(['workload_id', 'lens_id'], {
      indexName: 'reviews_workload_id_lens_id_uniq',
    });
    table.index(['lens_id', 'lens_version'], 'reviews_lens_id_version_idx');
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
        'ANSWERED, ITERATION_STARTED, TARGET_SET, MILESTONE_RECORDED, LENS_UPGRADED',
      );
    key(table, 'at')
      .notNullable()
      .comment('When it happened; never before the event in front');
    key(table, 'recorded_at').notNullable().comment('When it was written here');
    table.text('by_ref').notNullable().comment('Who did it, entity ref');
    table
      .text('source')
      .notNullable()
      .comment('USER, IMPORT, UNDO, UPGRADE or SYSTEM');
    key(table, 'lens_version')
      .notNullable()
      .comment('Lens version the event speaks of');
    key(table, 'question_id').nullable().comment('The question answered');
    key(table, 'phase_id').nullable().comment('The phase concerned');
    table.text('before').nullable().comment('State before, JSON');
    table.text('after').nullable().comment('State after, JSON');
    table.primary(['review_id', 'seq'], 'answer_events_review_id_seq_pk');
    table.index(
      ['review_id', 'question_id', 'seq'],
      'answer_events_review_id_question_id_seq_idx',
    );
    table.index(['review_id', 'at'], 'answer_events_review_id_at_idx');
  });

  await knex.schema.createTable('answers', table => {
    table.comment('Current answer of each question; projection');
    key(table, 'review_id').notNullable().comment('The review');
    key(table, 'question_id').notNullable().comment('The question');
    table
      .integer('revision')
      .notNullable()
      .comment('How often the question was answered; writers must know it');
    table.text('state').notNullable().comment('What was said, JSON');
    key(table, 'risk').notNullable().comment('Risk by the lens rules');
    table
      .boolean('rule_matched')
      .notNullable()
      .comment('False when no rule held and the risk is HIGH for that reason');
    key(table, 'updated_at').notNullable().comment('Instant of the answer');
    table.text('updated_by').notNullable().comment('Who answered');
    table.primary(
      ['review_id', 'question_id'],
      'answers_review_id_question_id_pk',
    );
  });

  await knex.schema.createTable('scorecards', table => {
    table.comment(
      'Current scorecard of each review beside what org lists filter and sort by; projection',
    );
    key(table, 'review_id').notNullable().comment('The review');
    key(table, 'workload_id').notNullable().comment('The workload');
    key(table, 'lens_id').notNullable().comment('The lens');
    key(table, 'lens_version').notNullable().comment('Its version');
    table.text('title').notNullable().comment('Copied from the workload');
    key(table, 'title_sort')
      .notNullable()
      .comment('Title folded for sorting and searching');
    key(table, 'owner_ref').nullable().comment('Copied from the workload');
    key(table, 'system_ref').nullable().comment('Copied from the workload');
    key(table, 'domain_ref').nullable().comment('Copied from the workload');
    key(table, 'lifecycle').nullable().comment('Copied from the workload');
    table
      .text('tags')
      .notNullable()
      .defaultTo('[]')
      .comment('Copied from the workload, JSON list');
    key(table, 'primary_entity_ref')
      .nullable()
      .comment('Copied from the workload');
    table
      .boolean('orphaned')
      .notNullable()
      .defaultTo(false)
      .comment('Whether the workload has lost its entities');
    figures(table);
    key(table, 'level').notNullable().comment('Name of the maturity level');
    table
      .integer('level_rank')
      .nullable()
      .comment('Its place in the ladder, from 0; null when not assessed');
    table
      .text('scopes')
      .notNullable()
      .comment('Figures by pillar, phase and cell, JSON');
    table
      .text('phases')
      .notNullable()
      .comment('Status and target date by phase, JSON');
    key(table, 'updated_at').nullable().comment('Instant of the last event');
    table.primary(['review_id'], 'scorecards_review_id_pk');
    table.index(['workload_id'], 'scorecards_workload_id_idx');
    for (const column of SORT_COLUMNS) {
      table.index(
        ['lens_id', column, 'review_id'],
        `scorecards_lens_id_${column}_idx`,
      );
    }
    table.index(['owner_ref', 'lens_id'], 'scorecards_owner_ref_lens_id_idx');
    table.index(['level', 'lens_id'], 'scorecards_level_lens_id_idx');
  });

  await knex.schema.createTable('scorecard_scopes', table => {
    table.comment('Current figures by pillar, phase and cell; projection');
    key(table, 'review_id').notNullable().comment('The review');
    key(table, 'kind').notNullable().comment('pillar, phase or cell');
    key(table, 'scope_id').notNullable().comment('Pillar or phase id');
    key(table, 'phase_id')
      .notNullable()
      .defaultTo('')
      .comment('Phase of a cell, else empty');
    figures(table);
    table
      .double('weight_sum')
      .notNullable()
      .comment('Weight of the applicable questions');
    key(table, 'status').nullable().comment('Status of a phase');
    table.primary(
      ['review_id', 'kind', 'scope_id', 'phase_id'],
      'scorecard_scopes_review_id_kind_scope_id_pk',
    );
    table.index(
      ['kind', 'scope_id', 'status', 'review_id'],
      'scorecard_scopes_kind_scope_id_status_idx',
    );
  });

  await knex.schema.createTable('scorecard_history', table => {
    table.comment(
      'Scorecard after each event, with the time it held; number 0 is the state before the first; projection',
    );
    key(table, 'review_id').notNullable().comment('The review');
    table.integer('seq').notNullable().comment('The event');
    key(table, 'lens_id').notNullable().comment('The lens');
    key(table, 'lens_version').notNullable().comment('Its version');
    key(table, 'valid_from').notNullable().comment('Held from here');
    key(table, 'valid_to').nullable().comment('To here; null while current');
    figures(table);
    key(table, 'level').notNullable().comment('Name of the maturity level');
    table
      .integer('level_rank')
      .nullable()
      .comment('Its place in the ladder, from 0; null when not assessed');
    table
      .text('scopes')
      .notNullable()
      .comment('Scores by pillar and phase, JSON');
    table
      .text('phases')
      .notNullable()
      .comment('Status and target date by phase, JSON');
    table.primary(['review_id', 'seq'], 'scorecard_history_review_id_seq_pk');
    table.index(
      ['lens_id', 'valid_from'],
      'scorecard_history_lens_id_valid_from_idx',
    );
    table.index(
      ['review_id', 'valid_from'],
      'scorecard_history_review_id_valid_from_idx',
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
    table.primary(
      ['review_id', 'phase_id', 'number'],
      'phase_iterations_review_id_phase_id_number_pk',
    );
  });

  await knex.schema.createTable('phase_targets', table => {
    table.comment('Target dates of phases; projection');
    key(table, 'review_id').notNullable().comment('The review');
    key(table, 'phase_id').notNullable().comment('The phase');
    key(table, 'target_date').notNullable().comment('Day, YYYY-MM-DD');
    table.primary(
      ['review_id', 'phase_id'],
      'phase_targets_review_id_phase_id_pk',
    );
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

  await knex.schema.createTable('history_imports', table => {
    table.comment('History files already imported at start-up');
    key(table, 'file_hash').notNullable().comment('Hash of the contents');
    key(table, 'imported_at').notNullable().comment('When');
    table.primary(['file_hash'], 'history_imports_file_hash_pk');
  });

  await knex.schema.createTable('viewer_sets', table => {
    table.comment('Which answers about catalog visibility are still good');
    key(table, 'viewer_key')
      .notNullable()
      .comment('Hash of the viewer and the conditions that hold for them');
    table
      .integer('generation')
      .notNullable()
      .comment('State of the catalog links it was made from');
    key(table, 'expires_at').notNullable().comment('Made anew after this');
    table.primary(['viewer_key'], 'viewer_sets_viewer_key_pk');
    table.index(['expires_at'], 'viewer_sets_expires_at_idx');
  });

  await knex.schema.createTable('viewer_visibility', table => {
    table.comment('Workloads a viewer may see, for lists and counts');
    key(table, 'viewer_key').notNullable().comment('The viewer set');
    key(table, 'workload_id').notNullable().comment('A workload in it');
    table.primary(
      ['viewer_key', 'workload_id'],
      'viewer_visibility_viewer_key_workload_id_pk',
    );
  });
};

/**
 * @param { import("knex").Knex } knex
 */
exports.down = async function down(knex) {
  for (const table of [
    'viewer_visibility',
    'viewer_sets',
    'history_imports',
    'milestones',
    'phase_targets',
    'phase_iterations',
    'scorecard_history',
    'scorecard_scopes',
    'scorecards',
    'answers',
    'answer_events',
    'reviews',
    'catalog_state',
    'workload_tags',
    'workload_entities',
    'workloads',
    'lens_reports',
    'lenses',
  ]) {
    await knex.schema.dropTable(table);
  }
};
