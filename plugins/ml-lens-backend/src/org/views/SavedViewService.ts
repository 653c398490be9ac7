/*
 * Copyright 2026 The ML Lens Authors
 *
 * Licensed under the Apache License, Version 2.0 (the "License");
 * you may not use this file except in compliance with the License.
 * You may obtain a copy of the License at
 *
 *     http://www.apache.org/licenses/LICENSE-2.0
 */
import {
  ConflictError,
  NotAllowedError,
  NotFoundError,
} from '@backstage/errors';
import { SavedView } from '@ml-lens/backstage-plugin-ml-lens-common';
import { Knex } from 'knex';
import { randomUUID } from 'node:crypto';
import type { CallerCredentials } from '../../auth/caller';
import type { Clock } from '../../clock';

/** Most views a person can keep. */
export const MAX_VIEWS = 100;

interface SavedViewRow {
  view_id: string;
  user_ref: string;
  name: string;
  page: string;
  query: string;
  created_at: string;
}

/** Views of the organisation's pages that people keep for themselves. */
export class SavedViewService {
  constructor(private readonly deps: { knex: Knex; clock: Clock }) {}

  /** The caller's views, by page and name. */
  async list(credentials: CallerCredentials): Promise<SavedView[]> {
    const rows = await this.#viewsOf(userOf(credentials))
      .orderBy('page')
      .orderBy('name')
      .orderBy('view_id');
    return rows.map(toView);
  }

  /**
   * Keeps a view for the caller.
   *
   * @throws ConflictError when the caller has a view of the name on the page,
   *   or {@link MAX_VIEWS} views
   */
  async create(
    { name, page, query }: Pick<SavedView, 'name' | 'page' | 'query'>,
    credentials: CallerCredentials,
  ): Promise<SavedView> {
    const userRef = userOf(credentials);
    const mine = await this.#viewsOf(userRef).select('name', 'page');
    if (mine.some(view => view.name === name && view.page === page)) {
      throw nameTaken(name);
    }
    if (mine.length >= MAX_VIEWS) {
      throw new ConflictError(
        `You have ${MAX_VIEWS} saved views, the most there can be: forget one first`,
      );
    }
    const row: SavedViewRow = {
      view_id: randomUUID(),
      user_ref: userRef,
      name,
      page,
      query,
      created_at: this.deps.clock(),
    };
    const stored = await this.deps
      .knex<SavedViewRow>('saved_views')
      .insert(row)
      .onConflict(['user_ref', 'page', 'name'])
      .ignore()
      .returning('view_id');
    if (stored.length === 0) {
      throw nameTaken(name);
    }
    return toView(row);
  }

  /**
   * Forgets a view.
   *
   * @throws NotFoundError when the caller has no such view
   */
  async delete(viewId: string, credentials: CallerCredentials): Promise<void> {
    const deleted = await this.#viewsOf(userOf(credentials))
      .where('view_id', viewId)
      .delete();
    if (deleted === 0) {
      throw new NotFoundError(`You have no saved view '${viewId}'`);
    }
  }

  #viewsOf(userRef: string) {
    return this.deps
      .knex<SavedViewRow>('saved_views')
      .where('user_ref', userRef);
  }
}

function userOf({ principal }: CallerCredentials): string {
  if (principal.type !== 'user') {
    throw new NotAllowedError('Only people have saved views');
  }
  return principal.userEntityRef;
}

function nameTaken(name: string): ConflictError {
  return new ConflictError(
    `You have a view '${name}' of this page already: choose another name`,
  );
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
