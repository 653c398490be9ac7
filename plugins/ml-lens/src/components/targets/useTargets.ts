import { useApi } from '@backstage/frontend-plugin-api';
import { usePermission } from '@backstage/plugin-permission-react';
import {
  type Target,
  type TargetFields,
  mlLensTargetManagePermission,
} from '@ml-lens/backstage-plugin-ml-lens-common';
import {
  useInfiniteQuery,
  useMutation,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query';
import { mlLensApiRef, queryKey } from '../../api';
import { useMlLensTranslation } from '../../translation';
import { useToasts } from '../shared';

/** Whether the reader may create, change and delete targets. */
export function useManageTargets(): boolean {
  return usePermission({ permission: mlLensTargetManagePermission }).allowed;
}

/** Every target; those a workload has to reach where one is named. */
export function useTargets(workload?: string) {
  const api = useApi(mlLensApiRef);
  return useQuery({
    queryKey: queryKey('listTargets', workload ?? null),
    queryFn: ({ signal }) =>
      api.call('listTargets', { query: { workload }, signal }),
  });
}

/** Burn-up of a target, and who is behind, page by page. */
export function useTargetProgress(targetId: string) {
  const api = useApi(mlLensApiRef);
  return useInfiniteQuery({
    queryKey: queryKey('getTargetProgress', targetId),
    queryFn: ({ pageParam, signal }) =>
      api.call('getTargetProgress', {
        path: { targetId },
        query: { cursor: pageParam, limit: 10 },
        signal,
      }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: page => page.pageInfo.nextCursor,
  });
}

function useRefresh() {
  const queryClient = useQueryClient();
  return () =>
    Promise.all(
      (['listTargets', 'getTargetProgress'] as const).map(operation =>
        queryClient.invalidateQueries({ queryKey: queryKey(operation) }),
      ),
    );
}

/** Creates a target, or changes the one that is given. */
export function useSaveTarget(target: Target | undefined) {
  const api = useApi(mlLensApiRef);
  const toastApi = useToasts();
  const { t } = useMlLensTranslation();
  const refresh = useRefresh();
  return useMutation({
    mutationFn: (fields: TargetFields) =>
      target
        ? api.call('updateTarget', {
            path: { targetId: target.id },
            body: { ...fields, revision: target.revision },
          })
        : api.call('createTarget', { body: fields }),
    onSuccess: async () => {
      toastApi.post({
        status: 'success',
        title: t(target ? 'org.targets.saved' : 'org.targets.created'),
        timeout: 5000,
      });
      await refresh();
    },
  });
}

/** Deletes a target, and says how it went. */
export function useDeleteTarget() {
  const api = useApi(mlLensApiRef);
  const toastApi = useToasts();
  const { t } = useMlLensTranslation();
  const refresh = useRefresh();
  return useMutation({
    mutationFn: async (targetId: string) => {
      await api.call('deleteTarget', { path: { targetId } });
    },
    onSuccess: async () => {
      toastApi.post({
        status: 'success',
        title: t('org.targets.deleted'),
        timeout: 5000,
      });
      await refresh();
    },
    onError: error =>
      toastApi.post({
        status: 'danger',
        title: t('org.targets.deleteFailed'),
        description: String(error),
      }),
  });
}
