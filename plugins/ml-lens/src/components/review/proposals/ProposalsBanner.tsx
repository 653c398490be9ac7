// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { isFullyCited } from '@ml-lens/lens-model/proposals';
import { useMlLensTranslation } from '../../../translation';
import { ActionDialog, DialogButton, SmallButton, Notice } from '../../shared';
import { useReviewFrame, useReviewUrl } from '../model';
import looks from '../../shared/looks.module.css';
import styles from './Proposals.module.css';
import {
  useAcceptMany,
  useDecideFirst,
  useOpenProposals,
} from './useProposals';

/**
 * Says that proposals wait, leads to the first, and offers to accept those that
 * cite something for each practice: nobody has read the others.
 */
export function ProposalsBanner() {
  const { openProposals, canUpdate, lens } = useReviewFrame();
  const { set } = useReviewUrl();
  const { t } = useMlLensTranslation();
  const proposals = useOpenProposals();
  const decideFirst = useDecideFirst();
  const accept = useAcceptMany();
  if (openProposals === 0 || proposals.length === 0) return null;
  // One a question: the newest, which is in front.
  const asked = new Set<string>();
  const cited = proposals.filter(proposal => {
    const isFirst = !asked.has(proposal.questionId);
    asked.add(proposal.questionId);
    return isFirst && isFullyCited(proposal);
  });
  const place = new Map(lens.questions.map(({ id }, index) => [id, index]));
  const [first] = [...asked].sort(
    (a, b) => (place.get(a) ?? 0) - (place.get(b) ?? 0),
  );
  return (
    <Notice
      status="info"
      title={t('review.proposals.waiting', { count: openProposals })}
      description={t('review.proposals.waitingText')}
      customActions={
        <>
          {canUpdate && !decideFirst && cited.length > 0 && (
            <DialogButton
              label={t('review.proposals.acceptCited', { count: cited.length })}
            >
              {close => (
                <ActionDialog
                  title={t('review.proposals.acceptCited', {
                    count: cited.length,
                  })}
                  action={t('review.proposals.accept')}
                  isPending={accept.isPending}
                  onAction={() => accept.mutate(cited, { onSettled: close })}
                  onClose={close}
                >
                  <p className={looks.note}>
                    {t('review.proposals.acceptCitedText')}
                  </p>
                  <ul className={`${looks.tight} ${styles.titles}`}>
                    {cited.map(({ id, questionId }) => (
                      <li key={id}>
                        {lens.question(questionId)?.title ?? questionId}
                      </li>
                    ))}
                  </ul>
                </ActionDialog>
              )}
            </DialogButton>
          )}
          <SmallButton
            variant="primary"
            onPress={() =>
              set({ view: undefined, question: first }, { push: true })
            }
          >
            {t('review.proposals.look')}
          </SmallButton>
        </>
      }
    />
  );
}
