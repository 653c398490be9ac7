// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import type { Waiver } from '@ml-lens/backstage-plugin-ml-lens-common';
import { useMlLensTranslation } from '../../../../translation';
import {
  useReviewFrame,
  useReviewMutation,
  useReviewPath,
  useReviewUrl,
} from '../../model';
import { useApiQuery } from '../../../shared';

/** Whether it is asked for or in force. */
export function isActive({ status }: Waiver): boolean {
  return status === 'REQUESTED' || status === 'APPROVED';
}

/**
 * Waivers of the review, newest first. Of a past instant those that were asked
 * for or in force then.
 */
export function useWaivers() {
  const { waivers } = useReviewFrame();
  const { url } = useReviewUrl();
  const path = useReviewPath();
  const query = useApiQuery('listWaivers', { path }, { enabled: !url.at });
  return { ...query, waivers: query.data?.items ?? waivers };
}

type Change =
  | { kind: 'asked'; questionId: string; reason: string; expiresAt: string }
  | { kind: 'approved' | 'rejected'; waiverId: string; note?: string }
  | { kind: 'withdrawn'; waiverId: string };

/** Asks for a waiver, decides on one, or takes one back. */
export function useChangeWaiver(onDone?: () => void) {
  const path = useReviewPath();
  const { t } = useMlLensTranslation();
  return useReviewMutation({
    call: (api, change: Change): Promise<Waiver> => {
      switch (change.kind) {
        case 'asked': {
          const { kind: _, ...body } = change;
          return api.call('requestWaiver', { path, body });
        }
        case 'withdrawn':
          return api.call('withdrawWaiver', {
            path: { ...path, waiverId: change.waiverId },
          });
        default:
          return api.call('decideWaiver', {
            path: { ...path, waiverId: change.waiverId },
            body: {
              decision: change.kind === 'approved' ? 'APPROVE' : 'REJECT',
              ...(change.note && { note: change.note }),
            },
          });
      }
    },
    changes: ['listWaivers'],
    done: ({ kind }) => t(`review.waiver.${kind}`),
    failed: t('review.waiver.failed'),
    onDone,
  });
}
