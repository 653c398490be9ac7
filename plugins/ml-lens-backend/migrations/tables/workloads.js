// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

// @ts-check

const { columnTypes } = require('./columnTypes');

/**
 * Workloads as the catalog describes them, and who may see them.
 *
 * @param { import("knex").Knex } knex
 */
exports.up = async function up(knex) {
  const { key } = columnTypes(knex);

  await knex.schema.createTable('workloads', table => {
    table.comment('Systems under review, as the catalog describes them');
    key(table, 'workload_id').notNullable().comment('Id from the annotation');
    table.text('title').notNullable().comment('Title of the primary entity');
    table.text('description').nullable().comment('Its description');
    key(table, 'primary_entity_ref')
      .nullable()
      .comment('The entity that stands for the workload; last one known');
    key(table, 'primary_since')
      .nullable()
      .comment('Since when it stands in for an earlier one; null if the first');
    key(table, 'owner_ref').nullable().comment('Owner of the primary entity');
    key(table, 'system_ref').nullable().comment('Its system');
    key(table, 'domain_ref').nullable().comment('Its domain');
    key(table, 'lifecycle').nullable().comment('Its lifecycle');
    table.text('tags').notNullable().defaultTo('[]').comment('Tags, JSON list');
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
  await knex.schema.createTable('workload_lenses', table => {
    table.comment('Lenses that workloads are reviewed with');
    key(table, 'workload_id').notNullable().comment('The workload');
    key(table, 'lens_id').notNullable().comment('The lens');
    table
      .integer('place')
      .nullable()
      .comment('Place in the annotation, from 0; null when it is not there');
    table
      .boolean('added')
      .notNullable()
      .defaultTo(false)
      .comment('Whether a review was begun with it; then it stays');
    table.primary(
      ['workload_id', 'lens_id'],
      'workload_lenses_workload_id_lens_id_pk',
    );
    table.index(
      ['lens_id', 'workload_id'],
      'workload_lenses_lens_id_workload_id_idx',
    );
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
    key(table, 'link_state')
      .notNullable()
      .defaultTo('PENDING')
      .comment('PRIMARY, JOINED, PENDING or REFUSED');
    key(table, 'pending_since')
      .nullable()
      .comment('When it began to wait for a decision; null while it does not');
    key(table, 'sync_id').notNullable().comment('The sync that last saw it');
    table
      .text('problems')
      .notNullable()
      .defaultTo('[]')
      .comment('Annotations of this entity that cannot be used, JSON list');
    table.primary(['entity_ref'], 'workload_entities_entity_ref_pk');
    table.index(['workload_id'], 'workload_entities_workload_id_idx');
    table.index(['sync_id'], 'workload_entities_sync_id_idx');
    table.index(['pending_since'], 'workload_entities_pending_since_idx');
  });
  await knex.schema.createTable('workload_links', table => {
    table.comment('What is remembered of links, also while entities are gone');
    key(table, 'workload_id').notNullable().comment('The workload');
    key(table, 'entity_ref').notNullable().comment('The entity');
    key(table, 'decision')
      .notNullable()
      .comment('PRIMARY, JOINED, ALLOWED or REFUSED');
    key(table, 'owner_ref')
      .nullable()
      .comment('Owner of the entity then; the link counts for this one only');
    table.text('decided_by').nullable().comment('Who decided; null: the rule');
    key(table, 'decided_at').notNullable().comment('When');
    table.primary(
      ['workload_id', 'entity_ref'],
      'workload_links_workload_id_entity_ref_pk',
    );
  });
  await knex.schema.createTable('workload_tags', table => {
    table.comment('Tags of workloads, one a row, for filters and roll-ups');
    key(table, 'workload_id').notNullable().comment('The workload');
    key(table, 'tag').notNullable().comment('The tag');
    table.primary(['workload_id', 'tag'], 'workload_tags_workload_id_tag_pk');
    table.index(['tag', 'workload_id'], 'workload_tags_tag_workload_id_idx');
  });
  await knex.schema.createTable('catalog_state', table => {
    table.comment('What is known of the catalog as a whole, for all replicas');
    key(table, 'name').notNullable().comment('What is counted or seen');
    table.integer('generation').notNullable().comment('Number of changes');
    table
      .text('fingerprint')
      .nullable()
      .comment('Fingerprint of the linked entities, as the last sync saw them');
    table.primary(['name'], 'catalog_state_name_pk');
  });
  await knex.schema.createTable('entity_parents', table => {
    table.comment('Groups below groups and domains below domains');
    key(table, 'entity_ref').notNullable().comment('What lies below');
    key(table, 'parent_ref').notNullable().comment('What it lies below');
    table.primary(
      ['entity_ref', 'parent_ref'],
      'entity_parents_entity_ref_parent_ref_pk',
    );
  });
  await knex.schema.createTable('held_removals', table => {
    table.comment('Removals too great to be believed at once');
    key(table, 'name').notNullable().comment('What would be removed');
    table
      .integer('workloads')
      .notNullable()
      .comment('Workloads that would lose their last entity, at first');
    table
      .integer('of_workloads')
      .notNullable()
      .comment('Workloads with an entity then, those included');
    key(table, 'since').notNullable().comment('Since when it waits');
    table
      .boolean('confirmed')
      .notNullable()
      .comment('Whether somebody said that it is right');
    table.primary(['name'], 'held_removals_name_pk');
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
