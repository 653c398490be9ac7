// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { configApiRef, useApi } from '@backstage/frontend-plugin-api';
import type { MlLensRequest } from '@ml-lens/backstage-plugin-ml-lens-common';
import type { Proposal } from '@ml-lens/lens-model/proposals';
import { useMlLensTranslation } from '../../../translation';
import {
  type ApiMutation,
  statusOf,
  useToasts,
  useApiQuery,
} from '../../shared';
import { useReviewFrame, useReviewMutation, useReviewPath } from '../model';

/** Most proposals that are looked at together. */
const MOST_SHOWN = 100;

/** Open proposals of the review, newest first; of one question if it is named. */
export function useOpenProposals(question?: string): Proposal[] {
  const { openProposals, isPreview, readOnlyReason } = useReviewFrame();
  const path = useReviewPath();
  const query = {
    status: ['OPEN' as const],
    limit: MOST_SHOWN,
    ...(question !== undefined && { question }),
  };
  const isAsked = openProposals > 0 && !isPreview && readOnlyReason !== 'past';
  const { data } = useApiQuery(
    'listProposals',
    { path, query },
    { enabled: isAsked },
  );
  return isAsked ? data?.items ?? [] : [];
}

/** Whether a reviewer has to choose before a proposal is shown. */
export function useDecideFirst(): boolean {
  return (
    useApi(configApiRef).getOptionalBoolean('mlLens.proposals.decideFirst') ??
    false
  );
}

/** What shows proposals, beside the review. */
const CHANGES = ['listProposals', 'listHistory'] as const;

/** Brings what shows proposals up to date, whether or not it went well. */
function useProposalMutation<Values, Result>(
  options: ApiMutation<Values, Result>,
) {
  return useReviewMutation({
    ...options,
    changes: CHANGES,
    refreshesAlways: true,
  });
}

type Decision = { proposal: Proposal } & Omit<
  MlLensRequest<'decideProposal'>['body'],
  'revision'
>;

/** Decides on a proposal; gives the revision of the answer from then on. */
export function useDecideProposal() {
  const path = useReviewPath();
  const { t } = useMlLensTranslation();
  return useProposalMutation({
    call: (api, { proposal, ...body }: Decision) =>
      api.call('decideProposal', {
        path: { ...path, proposalId: proposal.id },
        body: { revision: proposal.basedOn, ...body },
      }),
    failed: t('review.proposals.failed'),
  });
}

/** Takes a decision back. */
export function useUndoDecision() {
  const path = useReviewPath();
  const { t } = useMlLensTranslation();
  return useProposalMutation({
    call: (api, options: { proposalId: string; revision: number }) =>
      api.call('undoProposal', {
        path: { ...path, proposalId: options.proposalId },
        body: { revision: options.revision },
      }),
    failed: t('review.proposals.undoFailed'),
  });
}

/**
 * Accepts proposals one after the other; those whose answer changed meanwhile
 * stay as they are.
 */
export function useAcceptMany() {
  const toasts = useToasts();
  const path = useReviewPath();
  const { t } = useMlLensTranslation();
  return useProposalMutation({
    async call(api, proposals: readonly Proposal[]) {
      let accepted = 0;
      for (const { id, basedOn } of proposals) {
        try {
          await api.call('decideProposal', {
            path: { ...path, proposalId: id },
            body: { revision: basedOn, decision: 'ACCEPT' },
          });
          accepted += 1;
        } catch (error) {
          if (statusOf(error) !== 409) {
            throw error;
          }
        }
      }
      return accepted;
    },
    onDone: (accepted, proposals) =>
      void toasts.post({
        status: accepted === proposals.length ? 'success' : 'warning',
        title: t('review.proposals.acceptedMany', {
          count: accepted,
          total: proposals.length,
        }),
      }),
    failed: t('review.proposals.failed'),
  });
}
