// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { ConflictError, NotFoundError } from '@backstage/errors';
import { SavedView } from '@ml-lens/backstage-plugin-ml-lens-common';
import { randomUUID } from 'node:crypto';
import { actorOf, type CallerCredentials } from '../../auth/caller';
import type { Clock } from '../../clock';
import type { SavedViewStore } from './SavedViewStore';

/** Most views a person can keep. */
const MAX_VIEWS = 100;

/**
 * Views of the organisation's pages that people keep for themselves; routes let
 * nobody else ask for them.
 */
export class SavedViewService {
  constructor(private readonly deps: { views: SavedViewStore; clock: Clock }) {}

  /** The caller's views, by page and name. */
  async list(credentials: CallerCredentials): Promise<SavedView[]> {
    return await this.deps.views.list(actorOf(credentials));
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
    const userRef = actorOf(credentials);
    const mine = await this.deps.views.list(userRef);
    if (mine.some(view => view.name === name && view.page === page)) {
      throw nameTaken(name);
    }
    if (mine.length >= MAX_VIEWS) {
      throw new ConflictError(
        `You have ${MAX_VIEWS} saved views, the most there can be: forget one first`,
      );
    }
    const view: SavedView = {
      id: randomUUID(),
      name,
      page,
      query,
      createdAt: this.deps.clock(),
    };
    if (!(await this.deps.views.add(userRef, view))) {
      throw nameTaken(name);
    }
    return view;
  }

  /**
   * Forgets a view.
   *
   * @throws NotFoundError when the caller has no such view
   */
  async delete(viewId: string, credentials: CallerCredentials): Promise<void> {
    if (!(await this.deps.views.delete(actorOf(credentials), viewId))) {
      throw new NotFoundError(`You have no saved view '${viewId}'`);
    }
  }
}

function nameTaken(name: string): ConflictError {
  return new ConflictError(
    `You have a view '${name}' of this page already: choose another name`,
  );
}
