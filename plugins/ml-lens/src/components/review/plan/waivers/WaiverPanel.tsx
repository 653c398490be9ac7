// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { RiShieldLine } from '@remixicon/react';
import { DialogButton } from '../../../shared';
import { useMlLensTranslation } from '../../../../translation';
import { useReview } from '../../model';
import { RequestDialog } from './RequestDialog';
import { isActive, useWaivers } from './useWaivers';
import { WaiverItem } from './WaiverItem';
import looks from '../../../shared/looks.module.css';
import styles from './Waivers.module.css';

function Panel(props: { questionId: string }) {
  const { questionId } = props;
  const { lens, answerOf, canUpdate } = useReview();
  const { t } = useMlLensTranslation();
  const ofQuestion = useWaivers().waivers.filter(
    waiver => waiver.questionId === questionId,
  );
  const active = ofQuestion.find(isActive);
  const earlier = ofQuestion.filter(waiver => waiver !== active);
  const { risk } = answerOf(questionId);
  const isAtRisk = risk === 'HIGH' || risk === 'MEDIUM';
  const subject = lens.question(questionId)?.title ?? questionId;
  const mayAsk = canUpdate && isAtRisk && !active;

  if (!active && !mayAsk && (!isAtRisk || earlier.length === 0)) return null;
  return (
    <section
      className={`${looks.stack} ${styles.panel}`}
      aria-label={t('review.waiver.title')}
    >
      {active && (
        <>
          <WaiverItem waiver={active} subject={subject} />
          {(!isAtRisk || active.status === 'APPROVED') && (
            <p className={looks.note}>
              {t(
                isAtRisk ? 'review.waiver.stillRisk' : 'review.waiver.riskGone',
              )}
            </p>
          )}
        </>
      )}
      {mayAsk && (
        <div>
          <DialogButton
            label={t('review.waiver.ask')}
            icon={<RiShieldLine />}
            variant="tertiary"
          >
            {close => (
              <RequestDialog
                questionId={questionId}
                subject={subject}
                onClose={close}
              />
            )}
          </DialogButton>
        </div>
      )}
      {isAtRisk && earlier.length > 0 && (
        <details className={styles.earlier}>
          <summary>
            {t('review.waiver.history', { count: earlier.length })}
          </summary>
          {earlier.map(waiver => (
            <WaiverItem key={waiver.id} waiver={waiver} subject={subject} />
          ))}
        </details>
      )}
    </section>
  );
}

/** The risk of a question that is accepted for a while, and how to ask for it. */
export function WaiverPanel(props: { questionId: string }) {
  const { questionId } = props;
  const { isPreview, answerOf, waivers } = useReview();
  const { risk } = answerOf(questionId);
  const isConcerned =
    risk === 'HIGH' ||
    risk === 'MEDIUM' ||
    waivers.some(waiver => waiver.questionId === questionId);
  if (isPreview || !isConcerned) return null;
  return <Panel questionId={questionId} />;
}
