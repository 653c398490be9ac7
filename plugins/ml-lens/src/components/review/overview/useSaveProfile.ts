import { useApi } from '@backstage/frontend-plugin-api';
import type { WorkloadProfile } from '@ml-lens/lens-model';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { mlLensApiRef } from '../../../api';
import { useMlLensTranslation } from '../../../translation';
import { useReviewFrame } from '../model';
import { useToasts } from '../../shared';

export type ProfileDraft = Pick<
  WorkloadProfile,
  'layer' | 'skill' | 'timeToMarket' | 'customization'
>;

/** Saves the profile; a stale save brings what somebody else saved meanwhile. */
export function useSaveProfile(onSaved: (profile: WorkloadProfile) => void) {
  const { workload, reload } = useReviewFrame();
  const api = useApi(mlLensApiRef);
  const toastApi = useToasts();
  const { t } = useMlLensTranslation();
  const [base, setBase] = useState(workload.profile);
  const [theirs, setTheirs] = useState<WorkloadProfile>();
  const path = { workloadId: workload.id };

  const { mutate, isPending } = useMutation({
    mutationFn: (options: { draft: ProfileDraft; revision: number }) =>
      api.call('putProfile', {
        path,
        body: { revision: options.revision, ...options.draft },
      }),
    async onSuccess(profile) {
      toastApi.post({ status: 'success', title: t('review.profile.saved') });
      await reload();
      onSaved(profile);
    },
    async onError(error: Error & { statusCode?: number }) {
      if (error.statusCode === 409 || error.name === 'ConflictError') {
        setTheirs(await api.call('getProfile', { path }));
        return;
      }
      toastApi.post({
        status: 'danger',
        title: t('review.profile.failed'),
        description: error.message,
      });
    },
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
