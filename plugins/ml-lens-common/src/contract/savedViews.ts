// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { z } from 'zod';
import { instantSchema } from '../model';
import { named } from './named';
import { defineRoute } from './route';

export const savedViewSchema = z.object({
  id: z.string(),
  name: z.string(),
  page: z.string(),
  /** The query string of the page. */
  query: z.string(),
  createdAt: instantSchema,
});
named(savedViewSchema, 'SavedView', 'A view of an org page under a name');

export const savedViewRoutes = {
  listSavedViews: defineRoute({
    method: 'get',
    path: '/saved-views',
    summary: "The caller's saved views",
    tag: 'saved-views',
    access: 'person',
    status: 200,
    response: z.object({ items: z.array(savedViewSchema) }),
  }),
  createSavedView: defineRoute({
    method: 'post',
    path: '/saved-views',
    summary: 'Save a view of an org page under a name',
    tag: 'saved-views',
    access: 'person',
    audit: {
      eventId: 'saved-view-mutate',
      actionType: 'create',
      severityLevel: 'low',
    },
    failures: {
      409: 'The name is taken, or there are 100 views already',
    },
    body: z.object({
      name: z.string().trim().min(1).max(100),
      page: z.string().regex(/^[a-z-]{1,40}$/),
      query: z.string().max(4096),
    }),
    status: 201,
    response: savedViewSchema,
  }),
  deleteSavedView: defineRoute({
    method: 'delete',
    path: '/saved-views/{viewId}',
    summary: 'Forget a saved view',
    tag: 'saved-views',
    access: 'person',
    audit: {
      eventId: 'saved-view-mutate',
      actionType: 'delete',
      severityLevel: 'low',
    },
    status: 204,
    response: null,
  }),
};
