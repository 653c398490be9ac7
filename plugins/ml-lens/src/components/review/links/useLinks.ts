import type { MlLensRequest } from '@ml-lens/backstage-plugin-ml-lens-common';
import { useApi } from '@backstage/frontend-plugin-api';
import { useQuery } from '@tanstack/react-query';
import { mlLensApiRef, queryKey } from '../../../api';
import { useMlLensTranslation } from '../../../translation';
import { useReviewFrame } from '../model';
import { useApiMutation } from '../../shared';

/** The entities that name the workload, and what the reader may do with them. */
export function useLinks() {
  const { workload } = useReviewFrame();
  const api = useApi(mlLensApiRef);
  const path = { workloadId: workload.id };
  return useQuery({
    queryKey: queryKey('listLinks', path),
    queryFn: ({ signal }) => api.call('listLinks', { path, signal }),
  });
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
