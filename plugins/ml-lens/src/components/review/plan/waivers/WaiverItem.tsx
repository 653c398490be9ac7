// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import type { Waiver } from '@ml-lens/backstage-plugin-ml-lens-common';
import {
  RiCloseCircleLine,
  RiHourglassLine,
  RiShieldCheckLine,
  RiTimeLine,
} from '@remixicon/react';
import { useState } from 'react';
import { useMlLensTranslation } from '../../../../translation';
import { Quote, useFormat, SmallButton } from '../../../shared';
import { Who } from '../../../shared/Who';
import { useReviewFrame } from '../../model';
import { useMe } from '../useMe';
import { DecisionDialog } from './DecisionDialog';
import { useChangeWaiver } from './useWaivers';
import looks from '../../../shared/looks.module.css';
import styles from './Waivers.module.css';

/** Marks a question whose risk somebody asked to accept, or that is accepted. */
export function AcceptedMark(props: { questionId: string }) {
  const { waivers } = useReviewFrame();
  const waiver = waivers.find(
    ({ questionId }) => questionId === props.questionId,
  );
  return waiver ? <WaiverChip waiver={waiver} /> : null;
}

const ICONS = {
  REQUESTED: RiHourglassLine,
  APPROVED: RiShieldCheckLine,
  REJECTED: RiCloseCircleLine,
  WITHDRAWN: RiCloseCircleLine,
  EXPIRED: RiTimeLine,
};

/** Where a waiver stands. Outlined: nothing here looks like a solved risk. */
export function WaiverChip(props: { waiver: Waiver }) {
  const { status, expiresAt } = props.waiver;
  const { t } = useMlLensTranslation();
  const format = useFormat();
  const Icon = ICONS[status];
  return (
    <span
      className={`${looks.inline} ${looks.heading} ${styles.chip}`}
      data-status={status}
    >
      <Icon size={14} aria-hidden />
      {t(`review.waiver.status.${status}`, { when: format.date(expiresAt) })}
    </span>
  );
}

/** Approval, rejection, withdrawal: what this reader may do, or why not. */
function Actions(props: { waiver: Waiver; subject: string }) {
  const { waiver, subject } = props;
  const { canUpdate, mayApprove } = useReviewFrame();
  const { t } = useMlLensTranslation();
  const me = useMe();
  const [asked, setAsked] = useState<'approved' | 'rejected'>();
  const { mutate, isPending } = useChangeWaiver();
  const waits = waiver.status === 'REQUESTED';
  const isOwn = me !== undefined && waiver.requestedBy === me;
  return (
    <div className={looks.row}>
      {waits && mayApprove && !isOwn && (
        <>
          <SmallButton variant="primary" onPress={() => setAsked('approved')}>
            {t('review.waiver.approve')}
          </SmallButton>
          <SmallButton onPress={() => setAsked('rejected')}>
            {t('review.waiver.reject')}
          </SmallButton>
        </>
      )}
      {canUpdate && (
        <SmallButton
          variant="tertiary"
          isPending={isPending}
          onPress={() => mutate({ kind: 'withdrawn', waiverId: waiver.id })}
        >
          {t('review.waiver.withdraw')}
        </SmallButton>
      )}
      {waits && isOwn && (
        <span className={looks.note}>{t('review.waiver.own')}</span>
      )}
      {waits && !isOwn && !mayApprove && (
        <span className={looks.note}>{t('review.waiver.waits')}</span>
      )}
      {asked && (
        <DecisionDialog
          waiver={waiver}
          decision={asked}
          subject={subject}
          onClose={() => setAsked(undefined)}
        />
      )}
    </div>
  );
}

/** One waiver: state, reason, who asked and decided, and what can be done. */
export function WaiverItem(props: {
  waiver: Waiver;
  /** Title of its question. */
  subject: string;
}) {
  const { waiver, subject } = props;
  const { t } = useMlLensTranslation();
  const format = useFormat();
  const isOpen = waiver.status === 'REQUESTED' || waiver.status === 'APPROVED';
  const decided = waiver.decidedBy !== null && waiver.decidedAt !== null;
  return (
    <div className={`${looks.stack} ${styles.waiver}`}>
      <div className={looks.row}>
        <WaiverChip waiver={waiver} />
        {waiver.status === 'REQUESTED' && (
          <span className={looks.note}>
            {t('review.waiver.until', { when: format.date(waiver.expiresAt) })}
          </span>
        )}
      </div>
      <Quote text={waiver.reason} />
      <div className={looks.note}>
        {t('review.waiver.requestedBy', {
          who: <Who actor={waiver.requestedBy} />,
          when: format.date(waiver.requestedAt),
        })}
        {decided && (
          <>
            {' · '}
            {t(
              // A withdrawn one was decided on, too, where it was approved.
              waiver.status === 'REJECTED'
                ? 'review.waiver.rejectedBy'
                : 'review.waiver.approvedBy',
              {
                who: <Who actor={waiver.decidedBy!} />,
                when: format.date(waiver.decidedAt!),
              },
            )}
          </>
        )}
      </div>
      {waiver.decisionNote && <Quote text={waiver.decisionNote} />}
      {isOpen && <Actions waiver={waiver} subject={subject} />}
    </div>
  );
}
