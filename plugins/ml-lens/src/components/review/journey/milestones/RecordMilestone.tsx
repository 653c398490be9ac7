// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { TextAreaField, TextField } from '@backstage/ui';
import type { Milestone } from '@ml-lens/lens-model';
import { RiFlag2Line } from '@remixicon/react';
import { useState } from 'react';
import { useMlLensTranslation } from '../../../../translation';
import { ActionDialog, DialogButton, statusOf, Notice } from '../../../shared';
import { useRecordMilestone } from '../useJourney';
import looks from '../../../shared/looks.module.css';

/** Lengths the server takes. */
const NAME_MIN = 3;
const NAME_MAX = 100;
const NOTE_MAX = 2084;
/** Most milestones of one review. */
const MOST = 100;

function isConflict(error: unknown) {
  return statusOf(error) === 409 || (error as Error).name === 'ConflictError';
}

function RecordDialog(props: { milestones: Milestone[]; onClose(): void }) {
  const { milestones, onClose } = props;
  const { t } = useMlLensTranslation();
  const [name, setName] = useState('');
  const [note, setNote] = useState('');
  const [isChecked, setChecked] = useState(false);
  const [taken, setTaken] = useState(milestones.map(m => m.name));
  const { mutate, isPending, error } = useRecordMilestone(onClose);
  const trimmed = name.trim();
  const isFull = milestones.length >= MOST;

  const problemOf = (value: string) => {
    const length = value.trim().length;
    if (taken.includes(value.trim())) return t('review.milestones.nameTaken');
    if (isChecked && (length < NAME_MIN || length > NAME_MAX)) {
      return t('review.milestones.nameLength', {
        min: NAME_MIN,
        max: NAME_MAX,
      });
    }
    return null;
  };
  const submit = () => {
    setChecked(true);
    if (
      taken.includes(trimmed) ||
      trimmed.length < NAME_MIN ||
      trimmed.length > NAME_MAX
    ) {
      return;
    }
    mutate(
      { name: trimmed, note: note.trim() },
      {
        // Somebody else took the name meanwhile.
        onError: failure =>
          isConflict(failure) && !isFull && setTaken([...taken, trimmed]),
      },
    );
  };

  const failed = error && (!isConflict(error) || isFull);
  return (
    <ActionDialog
      isDismissable
      title={t('review.milestones.record')}
      action={t('review.milestones.record')}
      isPending={isPending}
      width={520}
      onAction={submit}
      onClose={onClose}
    >
      <p className={looks.muted}>{t('review.milestones.recordText')}</p>
      {failed && (
        <Notice
          status="danger"
          title={t(
            isFull ? 'review.milestones.tooMany' : 'review.milestones.failed',
          )}
          description={isFull ? undefined : error.message}
        />
      )}
      <TextField
        label={t('review.milestones.name')}
        secondaryLabel={t('common.required')}
        placeholder={t('review.milestones.namePlaceholder')}
        value={name}
        onChange={setName}
        validate={problemOf}
        validationBehavior="aria"
        isRequired
      />
      <TextAreaField
        label={t('review.milestones.note')}
        secondaryLabel={t('common.optional')}
        placeholder={t('review.milestones.notePlaceholder')}
        value={note}
        onChange={setNote}
        maxLength={NOTE_MAX}
      />
    </ActionDialog>
  );
}

/** Button and dialog to keep the review as it stands under a name. */
export function RecordMilestone(props: { milestones: Milestone[] }) {
  const { milestones } = props;
  const { t } = useMlLensTranslation();
  return (
    <DialogButton label={t('review.milestones.record')} icon={<RiFlag2Line />}>
      {close => <RecordDialog milestones={milestones} onClose={close} />}
    </DialogButton>
  );
}
