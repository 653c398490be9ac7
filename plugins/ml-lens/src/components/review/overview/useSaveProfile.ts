// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { useApi } from '@backstage/frontend-plugin-api';
import type { WorkloadProfile } from '@ml-lens/lens-model';
import { useState } from 'react';
import { mlLensApiRef } from '../../../api';
import { useMlLensTranslation } from '../../../translation';
import { statusOf } from '../../shared';
import { useReviewFrame, useReviewMutation } from '../model';

export type ProfileDraft = Pick<
  WorkloadProfile,
  'layer' | 'skill' | 'timeToMarket' | 'customization'
>;

/** Saves the profile; a stale save brings what somebody else saved meanwhile. */
export function useSaveProfile(onSaved: (profile: WorkloadProfile) => void) {
  const { workload } = useReviewFrame();
  const api = useApi(mlLensApiRef);
  const { t } = useMlLensTranslation();
  const [base, setBase] = useState(workload.profile);
  const [theirs, setTheirs] = useState<WorkloadProfile>();
  const path = { workloadId: workload.id };

  const { mutate, isPending } = useReviewMutation({
    call: (_api, options: { draft: ProfileDraft; revision: number }) =>
      api.call('putProfile', {
        path,
        body: { revision: options.revision, ...options.draft },
      }),
    done: () => t('review.profile.saved'),
    onDone: onSaved,
    async onFailed(error) {
      const isStale = statusOf(error) === 409;
      if (isStale) setTheirs(await api.call('getProfile', { path }));
      return isStale;
    },
    failed: t('review.profile.failed'),
  });

  return {
    isPending,
    /** On a conflict: the profile as it stands now. */
    theirs,
    save: (draft: ProfileDraft) => mutate({ draft, revision: base.revision }),
    saveOverTheirs(draft: ProfileDraft) {
      if (!theirs) return;
      setBase(theirs);
      setTheirs(undefined);
      mutate({ draft, revision: theirs.revision });
    },
    /** Takes theirs as the new starting point. */
    acceptTheirs() {
      if (theirs) setBase(theirs);
      setTheirs(undefined);
    },
  };
}
