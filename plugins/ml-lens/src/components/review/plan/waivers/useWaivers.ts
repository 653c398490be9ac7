import { useApi } from '@backstage/frontend-plugin-api';
import type { Waiver } from '@ml-lens/backstage-plugin-ml-lens-common';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { mlLensApiRef, queryKey } from '../../../../api';
import { useMlLensTranslation } from '../../../../translation';
import { useReviewFrame, useReviewUrl } from '../../model';
import { messageOf } from '../messageOf';
import { useToasts } from '../../../shared';

function useReviewPath() {
  const { workload, lens } = useReviewFrame();
  return { workloadId: workload.id, lensId: lens.id };
}

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
  const api = useApi(mlLensApiRef);
  const path = useReviewPath();
  const query = useQuery({
    queryKey: queryKey('listWaivers', path),
    queryFn: ({ signal }) => api.call('listWaivers', { path, signal }),
    enabled: !url.at,
  });
  return { ...query, waivers: query.data?.items ?? waivers };
}

type Change =
  | { kind: 'asked'; questionId: string; reason: string; expiresAt: string }
  | { kind: 'approved' | 'rejected'; waiverId: string; note?: string }
  | { kind: 'withdrawn'; waiverId: string };

/** Asks for a waiver, decides on one, or takes one back. */
export function useChangeWaiver(onDone?: () => void) {
  const { reload } = useReviewFrame();
  const api = useApi(mlLensApiRef);
  const toastApi = useToasts();
  const queryClient = useQueryClient();
  const path = useReviewPath();
  const { t } = useMlLensTranslation();
  return useMutation({
    mutationFn: (change: Change): Promise<Waiver> => {
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
    async onSuccess(_waiver, { kind }) {
      await Promise.all([
        reload(),
        queryClient.invalidateQueries({
          queryKey: queryKey('listWaivers', path),
        }),
      ]);
      toastApi.post({ status: 'success', title: t(`review.waiver.${kind}`) });
      onDone?.();
    },
    onError: error =>
      void toastApi.post({
        status: 'danger',
        title: t('review.waiver.failed'),
        description: messageOf(error),
      }),
  });
}
