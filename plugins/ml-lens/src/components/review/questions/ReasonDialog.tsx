// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { Select, TextAreaField } from '@backstage/ui';
import {
  CHOICE_NOTES_MAX,
  NOTES_MAX,
  type Reason,
  REASONS,
} from '@ml-lens/lens-model';

import { useState } from 'react';
import { useMlLensTranslation } from '../../../translation';
import { ActionDialog } from '../../shared';

export interface ReasonGiven {
  reason: Reason;
  notes?: string;
}

/** Asks why a question or a choice does not apply. */
export function ReasonDialog(props: {
  subject: string;
  target: 'question' | 'choice';
  onClose: (given?: ReasonGiven) => void;
}) {
  const { subject, target, onClose } = props;
  const { t } = useMlLensTranslation();
  const [reason, setReason] = useState<Reason>();
  const [notes, setNotes] = useState('');
  return (
    <ActionDialog
      isDismissable
      title={t('review.answer.notApplicableTitle')}
      action={t('review.answer.markNotApplicable')}
      isDisabled={!reason}
      onAction={() =>
        reason &&
        onClose({ reason, ...(notes.trim() && { notes: notes.trim() }) })
      }
      onClose={() => onClose()}
    >
      <div>{subject}</div>
      <Select
        label={t('review.answer.reason')}
        options={REASONS.map(id => ({
          id,
          label: t(`common.reason.${id}`),
        }))}
        placeholder={t('review.answer.chooseReason')}
        isRequired
        value={reason ?? null}
        onChange={value => setReason(value as Reason)}
      />
      <TextAreaField
        label={t('review.answer.reasonNotes')}
        value={notes}
        onChange={setNotes}
        maxLength={target === 'choice' ? CHOICE_NOTES_MAX : NOTES_MAX}
        rows={3}
      />
    </ActionDialog>
  );
}
