// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import {
  configApiRef,
  discoveryApiRef,
  fetchApiRef,
  useApi,
} from '@backstage/frontend-plugin-api';
import { useApiMutation, useApiQuery } from '../../../shared';
import { useReviewPath } from '../../model';

/** Whether the portal gives badges, and whether the review has one. */
export function useBadge(isAsked: boolean) {
  const path = useReviewPath();
  return useApiQuery('getBadge', { path }, { enabled: isAsked });
}

/** Makes a badge, with what to paste where it is to be seen. */
export function useCreateBadge() {
  const discovery = useApi(discoveryApiRef);
  const { fetch } = useApi(fetchApiRef);
  const config = useApi(configApiRef);
  const path = useReviewPath();
  return useApiMutation({
    call: async api => {
      const made = await api.call('createBadge', { path });
      const image = (await discovery.getBaseUrl('ml-lens')) + made.path;
      const page = new URL(
        window.location.pathname,
        config.getString('app.baseUrl'),
      );
      page.searchParams.set('lens', path.lensId);
      const drawn = await (await fetch(image)).text();
      return {
        // Not from its address: an app need not let images of others in.
        preview: `data:image/svg+xml,${encodeURIComponent(drawn)}`,
        markdown: `[![ML Lens](${image})](${page.href})`,
      };
    },
    changes: ['getBadge'],
  });
}

/** Ends the badge. */
export function useDeleteBadge() {
  const path = useReviewPath();
  return useApiMutation({
    call: api => api.call('deleteBadge', { path }),
    changes: ['getBadge'],
  });
}
