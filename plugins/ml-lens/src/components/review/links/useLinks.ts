// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import type { MlLensRequest } from '@ml-lens/backstage-plugin-ml-lens-common';
import { useMlLensTranslation } from '../../../translation';
import { useReviewFrame } from '../model';
import { useApiMutation, useApiQuery } from '../../shared';

/** The entities that name the workload, and what the reader may do with them. */
export function useLinks() {
  const { workload } = useReviewFrame();
  const path = { workloadId: workload.id };
  return useApiQuery('listLinks', { path });
}

/** Allows or refuses an entity, or makes it the primary. */
export function useDecideLink() {
  const { workload } = useReviewFrame();
  const { t } = useMlLensTranslation();
  return useApiMutation({
    call: (
      api,
      options: {
        entityRef: string;
        state: MlLensRequest<'putLink'>['body']['state'];
      },
    ) =>
      api.call('putLink', {
        path: { workloadId: workload.id, entityRef: options.entityRef },
        body: { state: options.state },
      }),
    // The workload may be called and owned differently from now on.
    changes: 'all',
    done: ({ state }) => t(`review.links.done.${state}`),
    failed: t('review.links.failed'),
  });
}
