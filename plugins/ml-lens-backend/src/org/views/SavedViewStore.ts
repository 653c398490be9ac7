// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { SavedView } from '@ml-lens/backstage-plugin-ml-lens-common';
import { Knex } from 'knex';

/** Columns of `saved_views` beside the person whose view it is. */
const COLUMNS = {
  id: 'view_id',
  name: 'name',
  page: 'page',
  query: 'query',
  createdAt: 'created_at',
} as const satisfies Record<keyof SavedView, string>;

/** Views of the organisation's pages, each of one person. */
export class SavedViewStore {
  constructor(private readonly knex: Knex) {}

  /** The views of somebody, by page and name. */
  async list(userRef: string): Promise<SavedView[]> {
    return await this.#viewsOf(userRef)
      .orderBy(['page', 'name', 'view_id'])
      .select(COLUMNS);
  }

  /** Adds a view; false when its owner has one of the name on the page. */
  async add(userRef: string, view: SavedView): Promise<boolean> {
    const added = await this.knex('saved_views')
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
    return this.knex('saved_views').where('user_ref', userRef);
  }
}
