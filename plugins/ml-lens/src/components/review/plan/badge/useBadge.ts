import {
  configApiRef,
  discoveryApiRef,
  fetchApiRef,
  useApi,
} from '@backstage/frontend-plugin-api';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { mlLensApiRef, queryKey } from '../../../../api';
import { useReviewFrame } from '../../model';

function useReviewPath() {
  const { workload, lens } = useReviewFrame();
  return { workloadId: workload.id, lensId: lens.id };
}

/** Whether the portal gives badges, and whether the review has one. */
export function useBadge(isAsked: boolean) {
  const api = useApi(mlLensApiRef);
  const path = useReviewPath();
  return useQuery({
    queryKey: queryKey('getBadge', path),
    queryFn: ({ signal }) => api.call('getBadge', { path, signal }),
    enabled: isAsked,
  });
}

/** Makes a badge, with what to paste where it is to be seen. */
export function useCreateBadge() {
  const api = useApi(mlLensApiRef);
  const discovery = useApi(discoveryApiRef);
  const { fetch } = useApi(fetchApiRef);
  const config = useApi(configApiRef);
  const queryClient = useQueryClient();
  const path = useReviewPath();
  return useMutation({
    mutationFn: async () => {
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
    onSuccess: () =>
      queryClient.invalidateQueries({ queryKey: queryKey('getBadge', path) }),
  });
}

/** Ends the badge. */
export function useDeleteBadge() {
  const api = useApi(mlLensApiRef);
  const queryClient = useQueryClient();
  const path = useReviewPath();
  return useMutation({
    mutationFn: () => api.call('deleteBadge', { path }),
    onSuccess: () =>
      queryClient.invalidateQueries({ queryKey: queryKey('getBadge', path) }),
  });
}
