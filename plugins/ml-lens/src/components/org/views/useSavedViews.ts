import { useApi } from '@backstage/frontend-plugin-api';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useRouteRef } from '@backstage/core-plugin-api';
import type { SavedView } from '@ml-lens/backstage-plugin-ml-lens-common';
import { mlLensApiRef, queryKey } from '../../../api';
import { rootRouteRef } from '../../../routes';
import { useMlLensTranslation } from '../../../translation';
import { useToasts } from '../../shared';

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
  const queryClient = useQueryClient();
  const key = queryKey('listSavedViews');
  const refresh = () => queryClient.invalidateQueries({ queryKey: key });
  const onError = (error: Error) => {
    toastApi.post({
      status: 'danger',
      title: t('org.views.failed'),
      description: error.message,
    });
  };
  const list = useQuery({
    queryKey: key,
    queryFn: ({ signal }) => api.call('listSavedViews', { signal }),
    // The menu opens with what is known: one that grows while open jumps.
    staleTime: 5 * 60_000,
  });
  const save = useMutation({
    mutationFn: (body: Pick<SavedView, 'name' | 'page' | 'query'>) =>
      api.call('createSavedView', { body }),
    onSuccess: async (_, { name }) => {
      toastApi.post({
        status: 'success',
        title: t('org.views.savedDone', { name }),
        timeout: 5000,
      });
      await refresh();
    },
    onError,
  });
  const remove = useMutation({
    mutationFn: async (viewId: string) => {
      await api.call('deleteSavedView', { path: { viewId } });
    },
    onSuccess: refresh,
    onError,
  });
  const copy = async (path: string) => {
    try {
      await navigator.clipboard.writeText(
        new URL(path, window.location.origin).href,
      );
      toastApi.post({ title: t('org.views.copied') });
    } catch (error) {
      onError(error as Error);
    }
  };
  return { views: list.data?.items, save, remove, copy };
}
