// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { z } from 'zod';
import { named } from './named';
import {
  atParam,
  cursorParam,
  defineRoute,
  limitParam,
  pageInfoSchema,
} from './route';
import { orgFilterShape, orgRowSchema } from './scorecards';
import { ORG_SORT_FIELDS } from './words';

const days = z.number().int().nullable();

export const orgTimelineSchema = z.object({
  /** Days in a phase after which a review is stuck. */
  stuckAfter: z.number().int(),
  /** In the order of the lens. */
  phases: z.array(
    z.object({
      id: z.string(),
      /** Reviews that are in the phase. */
      here: z.number().int(),
      /** Reviews with an iteration of it that has not ended. */
      open: z.number().int(),
      /** How long those have lasted: up to 14, 30, 90, 180 days, and longer. */
      ages: z.array(z.number().int()),
      meanDays: days,
      longestDays: days,
      stuck: z.number().int(),
      /** Reviews on which the phase is late. */
      late: z.number().int(),
    }),
  ),
  /** Gates at which somebody waits, most waiting first. */
  gates: z.array(
    z.object({
      gate: z.string(),
      waiting: z.number().int(),
      longestDays: z.number().int(),
    }),
  ),
  /** By month, ascending; of phases as they stood at the end of each day. */
  flow: z.array(
    z.object({
      month: z.string(),
      phases: z.record(
        z.string(),
        z.object({
          entered: z.number().int(),
          passed: z.number().int(),
          returned: z.number().int(),
        }),
      ),
    }),
  ),
  items: z.array(
    orgRowSchema.extend({
      /** Days in the current phase; null where nobody works on it. */
      days,
      /** Gates at which it waits for a decision, longest first. */
      waiting: z.array(z.object({ gate: z.string(), since: z.iso.datetime() })),
    }),
  ),
  totalItems: z.number().int(),
  pageInfo: pageInfoSchema,
});
named(
  orgTimelineSchema,
  'OrgTimeline',
  'Where reviews stand on the lifecycle, how long, and what they wait for',
);

export const orgTimelineRoutes = {
  getOrgTimeline: defineRoute({
    method: 'get',
    path: '/scorecards/timeline',
    summary:
      'Where reviews stand phase by phase and how long, what gates wait for, and the flow over months',
    tag: 'scorecards',
    access: 'caller',
    query: z.object({
      ...orgFilterShape,
      months: z.coerce
        .number()
        .int()
        .min(1)
        .max(36)
        .default(12)
        .describe('How many months of flow, the current one with them'),
      sort: z
        .string()
        .regex(
          new RegExp(`^-?(since|${ORG_SORT_FIELDS.join('|')})$`),
          `must be since or one of ${ORG_SORT_FIELDS.join(
            ', ',
          )}, with - in front for descending`,
        )
        .default('since')
        .describe(
          'Field to sort by; `-` in front for descending. Rows without a value come last',
        ),
      cursor: cursorParam,
      limit: limitParam,
      at: atParam,
    }),
    status: 200,
    response: orgTimelineSchema,
  }),
};
