// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import type { Answer } from '@ml-lens/lens-model';
import { visibleText } from '@ml-lens/lens-model/proposals';
import { RiRobot2Line } from '@remixicon/react';
import { useMlLensTranslation } from '../../../translation';
import looks from '../../shared/looks.module.css';
import styles from './Proposals.module.css';
import { useOpenProposals } from './useProposals';

/** Marks a question for which something is proposed. */
export function ProposalMark(props: { questionId: string }) {
  const count = useOpenProposals().filter(
    ({ questionId }) => questionId === props.questionId,
  ).length;
  const { t } = useMlLensTranslation();
  if (count === 0) return null;
  return (
    <span
      className={`${looks.inline} ${looks.muted} ${styles.mark}`}
      data-waits
    >
      <RiRobot2Line aria-hidden />
      {t('review.proposals.title', { count })}
    </span>
  );
}

/** Says that an answer rests on a proposal, and of which agent. */
export function RestsOn(props: { proposal: Answer['proposal'] }) {
  const { proposal } = props;
  const { t } = useMlLensTranslation();
  if (!proposal) return null;
  return (
    <span className={`${looks.inline} ${styles.restsOn}`}>
      <RiRobot2Line aria-hidden />
      {t('review.proposals.restsOn', {
        agent: <bdi>{visibleText(proposal.agent)}</bdi>,
      })}
    </span>
  );
}
