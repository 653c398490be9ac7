// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { TextAreaField } from '@backstage/ui';
import type { Waiver } from '@ml-lens/backstage-plugin-ml-lens-common';
import { isNoneOfThese } from '@ml-lens/lens-model';
import { RiCheckLine, RiCloseLine } from '@remixicon/react';
import { useState } from 'react';
import { useMlLensTranslation } from '../../../../translation';
import { ActionDialog, Quote, RiskChip, useFormat } from '../../../shared';
import { useReview } from '../../model';
import { useChangeWaiver } from './useWaivers';
import looks from '../../../shared/looks.module.css';
import styles from './Waivers.module.css';

/** Longest note the server takes. */
const NOTE_MAX = 2084;

/** What is in place and what is missing, so that nobody decides unseen. */
function Answered(props: { questionId: string }) {
  const { lens, answerOf } = useReview();
  const { t } = useMlLensTranslation();
  const answer = answerOf(props.questionId);
  const choices = (lens.question(props.questionId)?.choices ?? []).filter(
    ({ id }) => !isNoneOfThese(id),
  );
  return (
    <div className={`${looks.stack} ${styles.answered}`}>
      <RiskChip risk={answer.risk} />
      <ul className={looks.tight}>
        {choices.map(({ id, title }) => {
          const isInPlace = answer.selectedChoices.includes(id);
          const Icon = isInPlace ? RiCheckLine : RiCloseLine;
          return (
            <li key={id} className={looks.inline}>
              <Icon
                size={16}
                role="img"
                aria-label={t(
                  isInPlace
                    ? 'review.conflict.state.selected'
                    : 'review.conflict.state.notSelected',
                )}
              />
              {title}
            </li>
          );
        })}
      </ul>
    </div>
  );
}

/** Approves or rejects what somebody else asked for. */
export function DecisionDialog(props: {
  waiver: Waiver;
  decision: 'approved' | 'rejected';
  subject: string;
  onClose(): void;
}) {
  const { waiver, decision, subject, onClose } = props;
  const { t } = useMlLensTranslation();
  const { date } = useFormat();
  const [note, setNote] = useState('');
  const { mutate, isPending } = useChangeWaiver(onClose);
  const isApproval = decision === 'approved';
  return (
    <ActionDialog
      isDismissable
      title={t(
        isApproval ? 'review.waiver.approveTitle' : 'review.waiver.rejectTitle',
      )}
      action={t(isApproval ? 'review.waiver.approve' : 'review.waiver.reject')}
      isDestructive={!isApproval}
      isPending={isPending}
      width={520}
      onAction={() =>
        mutate({ kind: decision, waiverId: waiver.id, note: note.trim() })
      }
      onClose={onClose}
    >
      <strong>{subject}</strong>
      <Quote text={waiver.reason} />
      <p className={looks.note}>
        {t('review.waiver.until', { when: date(waiver.expiresAt) })}
      </p>
      <Answered questionId={waiver.questionId} />
      <TextAreaField
        label={t('review.waiver.note')}
        secondaryLabel={t('common.optional')}
        value={note}
        onChange={setNote}
        maxLength={NOTE_MAX}
        rows={3}
      />
    </ActionDialog>
  );
}
