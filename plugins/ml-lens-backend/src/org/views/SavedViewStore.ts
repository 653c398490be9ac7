// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { SavedView } from '@ml-lens/backstage-plugin-ml-lens-common';
import { Knex } from 'knex';

interface SavedViewRow {
  view_id: string;
  user_ref: string;
  name: string;
  page: string;
  query: string;
  created_at: string;
}

/** Views of the organisation's pages, each of one person. */
export class SavedViewStore {
  readonly #knex: Knex;

  constructor(knex: Knex) {
    this.#knex = knex;
  }

  /** The views of somebody, by page and name. */
  async list(userRef: string): Promise<SavedView[]> {
    const rows = await this.#viewsOf(userRef).orderBy([
      'page',
      'name',
      'view_id',
    ]);
    return rows.map(toView);
  }

  /** Adds a view; false when its owner has one of the name on the page. */
  async add(userRef: string, view: SavedView): Promise<boolean> {
    const added = await this.#knex<SavedViewRow>('saved_views')
      .insert({
        view_id: view.id,
        user_ref: userRef,
        name: view.name,
        page: view.page,
        query: view.query,
        created_at: view.createdAt,
      })
      .onConflict(['user_ref', 'page', 'name'])
      .ignore()
      .returning('view_id');
    return added.length > 0;
  }

  /** @returns false when somebody has no such view */
  async delete(userRef: string, viewId: string): Promise<boolean> {
    const deleted = await this.#viewsOf(userRef)
      .where('view_id', viewId)
      .delete();
    return deleted > 0;
  }

  #viewsOf(userRef: string) {
    return this.#knex<SavedViewRow>('saved_views').where('user_ref', userRef);
  }
}

function toView(row: SavedViewRow): SavedView {
  return {
    id: row.view_id,
    name: row.name,
    page: row.page,
    query: row.query,
    createdAt: row.created_at,
  };
}
