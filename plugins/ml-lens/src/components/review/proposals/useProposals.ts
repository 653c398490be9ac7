import { configApiRef, useApi } from '@backstage/frontend-plugin-api';
import type { MlLensRequest } from '@ml-lens/backstage-plugin-ml-lens-common';
import type { Proposal } from '@ml-lens/lens-model/proposals';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { mlLensApiRef, queryKey } from '../../../api';
import { useMlLensTranslation } from '../../../translation';
import { useToasts } from '../../shared';
import { useReviewFrame } from '../model';
import { messageOf } from '../plan/messageOf';

/** Most proposals that are looked at together. */
const MOST_SHOWN = 100;

function usePath() {
  const { workload, lens } = useReviewFrame();
  return { workloadId: workload.id, lensId: lens.id };
}

/** Open proposals of the review, newest first; of one question if it is named. */
export function useOpenProposals(question?: string): Proposal[] {
  const { openProposals, isPreview, readOnlyReason } = useReviewFrame();
  const api = useApi(mlLensApiRef);
  const path = usePath();
  const query = {
    status: ['OPEN' as const],
    limit: MOST_SHOWN,
    ...(question !== undefined && { question }),
  };
  const isAsked = openProposals > 0 && !isPreview && readOnlyReason !== 'past';
  const { data } = useQuery({
    queryKey: queryKey('listProposals', path, query),
    queryFn: ({ signal }) => api.call('listProposals', { path, query, signal }),
    enabled: isAsked,
  });
  return isAsked ? data?.items ?? [] : [];
}

/** Whether a reviewer has to choose before a proposal is shown. */
export function useDecideFirst(): boolean {
  return (
    useApi(configApiRef).getOptionalBoolean('mlLens.proposals.decideFirst') ??
    false
  );
}

/** Brings everything that shows proposals or answers up to date. */
function useRefresh() {
  const { reload } = useReviewFrame();
  const queryClient = useQueryClient();
  const path = usePath();
  return async () => {
    await Promise.all([
      reload(),
      queryClient.invalidateQueries({
        queryKey: queryKey('listProposals', path),
      }),
      queryClient.invalidateQueries({ queryKey: queryKey('listHistory') }),
    ]);
  };
}

type Decision = { proposal: Proposal } & Omit<
  MlLensRequest<'decideProposal'>['body'],
  'revision'
>;

/** Decides on a proposal; gives the revision of the answer from then on. */
export function useDecideProposal() {
  const api = useApi(mlLensApiRef);
  const toasts = useToasts();
  const path = usePath();
  const refresh = useRefresh();
  const { t } = useMlLensTranslation();
  return useMutation({
    mutationFn: ({ proposal, ...body }: Decision) =>
      api.call('decideProposal', {
        path: { ...path, proposalId: proposal.id },
        body: { revision: proposal.basedOn, ...body },
      }),
    onSettled: refresh,
    onError: error =>
      toasts.post({
        status: 'danger',
        title: t('review.proposals.failed'),
        description: messageOf(error),
      }),
  });
}

/** Takes a decision back. */
export function useUndoDecision() {
  const api = useApi(mlLensApiRef);
  const toasts = useToasts();
  const path = usePath();
  const refresh = useRefresh();
  const { t } = useMlLensTranslation();
  return useMutation({
    mutationFn: (options: { proposalId: string; revision: number }) =>
      api.call('undoProposal', {
        path: { ...path, proposalId: options.proposalId },
        body: { revision: options.revision },
      }),
    onSettled: refresh,
    onError: error =>
      toasts.post({
        status: 'danger',
        title: t('review.proposals.undoFailed'),
        description: messageOf(error),
      }),
  });
}

/**
 * Accepts proposals one after the other; those whose answer changed meanwhile
 * stay as they are.
 */
export function useAcceptMany() {
  const api = useApi(mlLensApiRef);
  const toasts = useToasts();
  const path = usePath();
  const refresh = useRefresh();
  const { t } = useMlLensTranslation();
  return useMutation({
    async mutationFn(proposals: readonly Proposal[]) {
      let accepted = 0;
      for (const { id, basedOn } of proposals) {
        try {
          await api.call('decideProposal', {
            path: { ...path, proposalId: id },
            body: { revision: basedOn, decision: 'ACCEPT' },
          });
          accepted += 1;
        } catch (error) {
          if ((error as { statusCode?: number }).statusCode !== 409) {
            throw error;
          }
        }
      }
      return accepted;
    },
    onSuccess: (accepted, proposals) =>
      toasts.post({
        status: accepted === proposals.length ? 'success' : 'warning',
        title: t('review.proposals.acceptedMany', {
          count: accepted,
          total: proposals.length,
        }),
      }),
    onSettled: refresh,
    onError: error =>
      toasts.post({
        status: 'danger',
        title: t('review.proposals.failed'),
        description: messageOf(error),
      }),
  });
}
