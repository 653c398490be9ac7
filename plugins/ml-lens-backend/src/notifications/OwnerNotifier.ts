// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { parseEntityRef } from '@backstage/catalog-model';
import type { NotificationPayload } from '@backstage/plugin-notifications-common';
import type { Services } from '../services';
import {
  type NotificationLanguage,
  type NotificationTexts,
  notificationTexts,
} from './texts';

/** Tells people things through Backstage's notifications, where there are any. */
export class OwnerNotifier {
  /** What to say, in the language of the portal. */
  readonly texts: NotificationTexts;

  constructor(
    private readonly deps: Pick<Services, 'logger' | 'notifications'> & {
      /** One for all: who reads it is not known when it is written. Default: en. */
      language?: NotificationLanguage;
    },
  ) {
    this.texts = notificationTexts(deps.language ?? 'en');
  }

  /**
   * Notifies the users behind an entity (a user, or the members of a group).
   * Never fails: a portal need not have notifications installed.
   *
   * @returns whether it was sent
   */
  async notify(
    entityRef: string,
    payload: NotificationPayload,
  ): Promise<boolean> {
    try {
      await this.deps.notifications.send({
        recipients: { type: 'entity', entityRef },
        payload,
      });
      return true;
    } catch (error) {
      this.deps.logger.info(
        `${entityRef} was not notified of '${payload.topic}': ${error}`,
      );
      return false;
    }
  }
}

/** Where a review is answered: the tab of an entity, or the list of all. */
export function reviewLink(
  entityRef: string | null,
  query: Record<string, string>,
): string {
  if (entityRef === null) {
    return `/ml-lens/workloads?${new URLSearchParams(query)}`;
  }
  const { kind, namespace, name } = parseEntityRef(entityRef);
  const path = [namespace, kind, name].map(encodeURIComponent).join('/');
  return `/catalog/${path}/ml-lens?${new URLSearchParams(query)}`;
}
