// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import {
  type Improvement,
  type MlLensResponse,
  type MlLensRequest,
} from '@ml-lens/backstage-plugin-ml-lens-common';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { queryKey } from '../../../api';
import { useMlLensTranslation } from '../../../translation';
import { useReviewPath } from '../model';
import { practiceKey } from './planModel';
import { useApiMutation, useApiQuery } from '../../shared';

/** What is planned for a practice, without the revision it is based on. */
export type PlanDraft = Omit<
  MlLensRequest<'putImprovement'>['body'],
  'revision'
>;

export function draftOf(item: Improvement): PlanDraft {
  const { status, assignee, dueDate, link } = item;
  return { status, assignee, dueDate, link };
}

/** The plan as it is now. Answers change it, so it is asked for when shown. */
export function useImprovements(isEnabled: boolean) {
  const path = useReviewPath();
  return useApiQuery(
    'listImprovements',
    { path },
    { enabled: isEnabled, staleTime: 0 },
  );
}

/** The plan somebody else saved meanwhile, if that is why it failed. */
function conflictOf(error: unknown): Improvement | undefined {
  return (error as { body?: { current?: Improvement } }).body?.current;
}

/** Plans one practice. A stale plan brings what somebody else saved. */
export function usePutImprovement(item: Improvement) {
  const queryClient = useQueryClient();
  const path = useReviewPath();
  const { t } = useMlLensTranslation();
  const [conflict, setConflict] = useState<{
    theirs: Improvement;
    mine: PlanDraft;
  }>();
  const key = queryKey('listImprovements', { path });
  const show = (next: Improvement) =>
    queryClient.setQueryData<MlLensResponse<'listImprovements'>>(key, old =>
      old
        ? {
            ...old,
            items: old.items.some(
              other => practiceKey(other) === practiceKey(next),
            )
              ? old.items.map(other =>
                  practiceKey(other) === practiceKey(next) ? next : other,
                )
              : [...old.items, next],
          }
        : old,
    );

  const { mutate, isPending } = useApiMutation({
    call: async (api, request: { draft: PlanDraft; revision: number }) => {
      await queryClient.cancelQueries({ queryKey: key });
      return api.call('putImprovement', {
        path: {
          ...path,
          questionId: item.questionId,
          choiceId: item.choiceId,
        },
        body: { revision: request.revision, ...request.draft },
      });
    },
    onDone(next) {
      setConflict(undefined);
      show(next);
    },
    onFailed(error, { draft }) {
      const theirs = conflictOf(error);
      if (theirs) {
        show(theirs);
        setConflict({ theirs, mine: draft });
      }
      return theirs !== undefined;
    },
    failed: t('review.plan.failed'),
  });

  return {
    isPending,
    conflict,
    forgetConflict: () => setConflict(undefined),
    save: (draft: PlanDraft, options?: { onSuccess?: () => void }) =>
      mutate({ draft, revision: item.revision }, options),
  };
}
