// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { useApi } from '@backstage/frontend-plugin-api';
import { useRouteRef } from '@backstage/core-plugin-api';
import type { SavedView } from '@ml-lens/backstage-plugin-ml-lens-common';
import { mlLensApiRef } from '../../../api';
import { rootRouteRef } from '../../../routes';
import { useMlLensTranslation } from '../../../translation';
import {
  errorText,
  useApiMutation,
  useToasts,
  useApiQuery,
} from '../../shared';

/** Keys that lead to a place in a list rather than say what is looked at. */
const PLACES = ['cursor', 'page'];

/** The part of an address a view keeps. */
export function viewQuery(search: string): string {
  const params = new URLSearchParams(search);
  for (const key of PLACES) params.delete(key);
  return params.toString();
}

/** The tab an address is at: `/ml-lens/heatmap` below `/ml-lens` is `heatmap`. */
export function tabOf(pathname: string, root: string): string | undefined {
  const base = root.replace(/\/$/, '');
  if (!pathname.startsWith(`${base}/`)) return undefined;
  const tab = pathname.slice(base.length + 1).split('/')[0];
  return /^[a-z-]{1,40}$/.test(tab) ? tab : undefined;
}

/** Where a view leads. */
export function useViewPath(): (view: SavedView) => string {
  const root = useRouteRef(rootRouteRef)();
  return ({ page, query }) =>
    query ? `${root}/${page}?${query}` : `${root}/${page}`;
}

/** The reader's own views, and what can be done with them. */
export function useSavedViews() {
  const api = useApi(mlLensApiRef);
  const toastApi = useToasts();
  const { t } = useMlLensTranslation();
  const list = useApiQuery(
    'listSavedViews',
    {},
    {
      // The menu opens with what is known: one that grows while open jumps.
      staleTime: 5 * 60_000,
    },
  );
  const save = useApiMutation({
    call: (_api, body: Pick<SavedView, 'name' | 'page' | 'query'>) =>
      api.call('createSavedView', { body }),
    changes: ['listSavedViews'],
    done: ({ name }) => t('org.views.savedDone', { name }),
    failed: t('org.views.failed'),
  });
  const remove = useApiMutation({
    call: async (_api, viewId: string) => {
      await api.call('deleteSavedView', { path: { viewId } });
    },
    changes: ['listSavedViews'],
    failed: t('org.views.failed'),
  });
  const copy = async (path: string) => {
    try {
      await navigator.clipboard.writeText(
        new URL(path, window.location.origin).href,
      );
      toastApi.post({ title: t('org.views.copied') });
    } catch (error) {
      toastApi.post({
        status: 'danger',
        title: t('org.views.failed'),
        description: errorText(error),
      });
    }
  };
  return { views: list.data?.items, save, remove, copy };
}

export type SavedViews = ReturnType<typeof useSavedViews>;
