import { useApi } from '@backstage/frontend-plugin-api';
import type {
  UpgradePreview,
  MlLensRequest,
} from '@ml-lens/backstage-plugin-ml-lens-common';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { createElement } from 'react';
import { mlLensApiRef, queryKey } from '../../../../api';
import { useMlLensTranslation } from '../../../../translation';
import { useReviewFrame, useReviewUrl } from '../../model';
import { messageOf } from '../messageOf';
import { UndoButton } from './UndoButton';
import { useToasts } from '../../../shared';

function useReviewPath() {
  const { workload, lens } = useReviewFrame();
  return { workloadId: workload.id, lensId: lens.id };
}

/** What a move would keep, add and drop. */
export function useUpgradePreview(
  target: MlLensRequest<'upgradeReview'>['body'] | undefined,
) {
  const api = useApi(mlLensApiRef);
  const path = useReviewPath();
  return useQuery({
    queryKey: queryKey('previewUpgrade', path, target),
    queryFn: ({ signal }) =>
      api.call('previewUpgrade', { path, query: target, signal }),
    enabled: target !== undefined,
    staleTime: 0,
  });
}

/** Everything of the plugin may look different after a review moved. */
function useForgetAll() {
  const queryClient = useQueryClient();
  return () => queryClient.invalidateQueries({ queryKey: ['ml-lens'] });
}

/**
 * Whether the last thing that happened to the review is a move, which can be
 * taken back until something else happens.
 */
export function useMayUndo(isAsked: boolean): boolean {
  const api = useApi(mlLensApiRef);
  const path = useReviewPath();
  // A move records a milestone; more of them may have followed.
  const query = { limit: 10 };
  const { data } = useQuery({
    queryKey: queryKey('listHistory', path, query),
    queryFn: ({ signal }) => api.call('listHistory', { path, query, signal }),
    enabled: isAsked,
    staleTime: 0,
  });
  const last = data?.items.find(({ type }) => type !== 'MILESTONE_RECORDED');
  return last?.source === 'UPGRADE';
}

/** Takes a move back; `lensId` is of the review that was written to. */
export function useUndoUpgrade() {
  const { workload, lens } = useReviewFrame();
  const { set } = useReviewUrl();
  const api = useApi(mlLensApiRef);
  const toastApi = useToasts();
  const { t } = useMlLensTranslation();
  const forgetAll = useForgetAll();
  return async (lensId: string) => {
    try {
      await api.call('undoUpgrade', {
        path: { workloadId: workload.id, lensId },
      });
      if (lensId !== lens.id) set({ lens: lens.id, question: undefined });
      await forgetAll();
      toastApi.post({ status: 'success', title: t('review.upgrade.undone') });
    } catch (error) {
      toastApi.post({
        status: 'danger',
        title: t('review.upgrade.undoFailed'),
        description: messageOf(error),
      });
    }
  };
}

/** Moves the review, and offers to take that back. */
export function useUpgrade(options: {
  lensName(lensId: string): string;
  onDone(): void;
}) {
  const { lensName, onDone } = options;
  const { set } = useReviewUrl();
  const api = useApi(mlLensApiRef);
  const toastApi = useToasts();
  const path = useReviewPath();
  const { t } = useMlLensTranslation();
  const forgetAll = useForgetAll();
  const undo = useUndoUpgrade();
  return useMutation({
    mutationFn: (
      target: MlLensRequest<'upgradeReview'>['body'],
    ): Promise<UpgradePreview> =>
      api.call('upgradeReview', { path, body: target }),
    async onSuccess({ to }) {
      if (to.lens !== path.lensId) {
        set(
          {
            lens: to.lens,
            view: undefined,
            pillar: undefined,
            phase: undefined,
            risk: undefined,
            question: undefined,
            from: undefined,
            to: undefined,
            about: undefined,
          },
          { push: true },
        );
      }
      await forgetAll();
      const toast = toastApi.post({
        status: 'success',
        title:
          to.lens === path.lensId
            ? t('review.upgrade.done', { version: to.version })
            : t('review.upgrade.doneLens', { lens: lensName(to.lens) }),
        description: createElement(UndoButton, {
          text: t('review.upgrade.doneText'),
          label: t('common.undo'),
          onUndo: () => {
            toast.close();
            return undo(to.lens);
          },
        }),
      });
      onDone();
    },
    onError: error =>
      void toastApi.post({
        status: 'danger',
        title: t('review.upgrade.failed'),
        description: messageOf(error),
      }),
  });
}
