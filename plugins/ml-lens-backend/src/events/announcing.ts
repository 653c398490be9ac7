// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import type { AuditorService } from '@backstage/backend-plugin-api';
import type { MetricsService } from '@backstage/backend-plugin-api/alpha';
import type { JsonObject } from '@backstage/types';
import type { Services } from '../services';

/** What others are told of a change; never fails and is not waited for. */
export type Announce = (what: string, eventPayload: JsonObject) => void;

/**
 * Tells the portal's events of a change, on the topic `ml-lens.<what>.changed`,
 * and counts it.
 */
export function createAnnounce(
  options: Pick<Services, 'events' | 'logger'> & {
    metrics: Pick<MetricsService, 'createCounter'>;
  },
): Announce {
  const { events, logger, metrics } = options;
  const changes = metrics.createCounter<{ what: string }>('ml_lens.changes', {
    description: 'Changes, by the kind of thing that was changed',
  });
  return (what, eventPayload) => {
    changes.add(1, { what });
    events
      .publish({ topic: `ml-lens.${what}.changed`, eventPayload })
      .catch(error =>
        logger.debug(`A change of a ${what} was not announced`, error),
      );
  };
}

/** Kinds of things that are nobody else's business. */
const PRIVATE = ['saved-view'];

/**
 * An auditor that announces what was changed once it is: the same ids as the
 * audit log has, and no more. What only reads, or failed, is not announced.
 */
export function announcingAuditor(
  auditor: AuditorService,
  announce: Announce,
): AuditorService {
  return {
    async createEvent(options) {
      const event = await auditor.createEvent(options);
      const what = /^(.+)-mutate$/.exec(options.eventId)?.[1];
      if (!what || PRIVATE.includes(what)) {
        return event;
      }
      return {
        fail: failure => event.fail(failure),
        async success(done) {
          await event.success(done);
          const { actionType, ...ids } = { ...options.meta, ...done?.meta };
          announce(what, { action: actionType ?? 'update', ...ids });
        },
      };
    },
  };
}
