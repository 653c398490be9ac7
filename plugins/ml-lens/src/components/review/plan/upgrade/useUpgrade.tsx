// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { Flex } from '@backstage/ui';
import type {
  UpgradePreview,
  MlLensRequest,
} from '@ml-lens/backstage-plugin-ml-lens-common';
import { useMlLensTranslation } from '../../../../translation';
import { useReviewPath, useReviewUrl, OF_ONE_LENS } from '../../model';
import {
  useApiMutation,
  useToasts,
  useApiQuery,
  SmallButton,
} from '../../../shared';

/** What a move would keep, add and drop. */
export function useUpgradePreview(
  target: MlLensRequest<'upgradeReview'>['body'] | undefined,
) {
  const path = useReviewPath();
  return useApiQuery(
    'previewUpgrade',
    { path, query: target },
    { enabled: target !== undefined, staleTime: 0 },
  );
}

/**
 * Whether the last thing that happened to the review is a move, which can be
 * taken back until something else happens.
 */
export function useMayUndo(isAsked: boolean): boolean {
  const path = useReviewPath();
  // A move records a milestone; more of them may have followed.
  const query = { limit: 10 };
  const { data } = useApiQuery(
    'listHistory',
    { path, query },
    { enabled: isAsked, staleTime: 0 },
  );
  const last = data?.items.find(({ type }) => type !== 'MILESTONE_RECORDED');
  return last?.source === 'UPGRADE';
}

/** Takes a move back; `lensId` is of the review that was written to. */
export function useUndoUpgrade() {
  const { workloadId, lensId: shown } = useReviewPath();
  const { set } = useReviewUrl();
  const { t } = useMlLensTranslation();
  const { mutateAsync } = useApiMutation({
    async call(api, lensId: string) {
      const { after } = await api.call('undoUpgrade', {
        path: { workloadId, lensId },
      });
      if (lensId !== shown) {
        set({ lens: shown, question: undefined });
      } else if (after.coverage === 0) {
        // Nothing is left to look at here: back to the workload's own lens.
        set({ lens: undefined, question: undefined });
      }
    },
    // Everything may look different after a review moved.
    changes: 'all',
    done: () => t('review.upgrade.undone'),
    failed: t('review.upgrade.undoFailed'),
  });
  // What failed has been said.
  return (lensId: string) => mutateAsync(lensId).catch(() => {});
}

/** Moves the review, and offers to take that back. */
export function useUpgrade(options: {
  lensName(lensId: string): string;
  onDone(): void;
}) {
  const { lensName, onDone } = options;
  const { set } = useReviewUrl();
  const toastApi = useToasts();
  const path = useReviewPath();
  const { t } = useMlLensTranslation();
  const undo = useUndoUpgrade();
  return useApiMutation({
    async call(
      api,
      target: MlLensRequest<'upgradeReview'>['body'],
    ): Promise<UpgradePreview> {
      const moved = await api.call('upgradeReview', { path, body: target });
      if (moved.to.lens !== path.lensId) {
        set(
          { ...OF_ONE_LENS, lens: moved.to.lens, view: undefined },
          { push: true },
        );
      }
      return moved;
    },
    changes: 'all',
    onDone({ to }) {
      const toast = toastApi.post({
        status: 'success',
        title:
          to.lens === path.lensId
            ? t('review.upgrade.done', { version: to.version })
            : t('review.upgrade.doneLens', { lens: lensName(to.lens) }),
        description: (
          <Flex direction="column" gap="2" align="start">
            <span>{t('review.upgrade.doneText')}</span>
            <SmallButton
              onPress={() => {
                toast.close();
                return undo(to.lens);
              }}
            >
              {t('common.undo')}
            </SmallButton>
          </Flex>
        ),
      });
      onDone();
    },
    failed: t('review.upgrade.failed'),
  });
}
