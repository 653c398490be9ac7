// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { DatePicker, TextAreaField } from '@backstage/ui';
import {
  type CalendarDate,
  getLocalTimeZone,
  today,
} from '@internationalized/date';
import { DateTime } from 'luxon';
import { useState } from 'react';
import { useMlLensTranslation } from '../../../../translation';
import { ActionDialog } from '../../../shared';
import { useChangeWaiver } from './useWaivers';
import looks from '../../../shared/looks.module.css';

/** Longest reason the server takes. */
const REASON_MAX = 2084;

/** End of a day where the reader is, RFC 3339 in UTC. */
function endOf(day: CalendarDate): string {
  return DateTime.fromISO(day.toString()).endOf('day').toUTC().toISO()!;
}

/** Asks to live with the risk of a question until a day. */
export function RequestDialog(props: {
  questionId: string;
  subject: string;
  onClose(): void;
}) {
  const { questionId, subject, onClose } = props;
  const { t } = useMlLensTranslation();
  const first = today(getLocalTimeZone()).add({ days: 1 });
  const last = today(getLocalTimeZone())
    .add({ years: 1 })
    .subtract({ days: 1 });
  const [reason, setReason] = useState('');
  const [day, setDay] = useState<CalendarDate | null>(
    today(getLocalTimeZone()).add({ months: 3 }),
  );
  const [isChecked, setChecked] = useState(false);
  const { mutate, isPending } = useChangeWaiver(onClose);
  const isDayBad =
    day === null || day.compare(first) < 0 || day.compare(last) > 0;
  const isReasonBad = reason.trim() === '';

  const submit = () => {
    setChecked(true);
    if (isDayBad || isReasonBad) return;
    mutate({
      kind: 'asked',
      questionId,
      reason: reason.trim(),
      expiresAt: endOf(day),
    });
  };
  return (
    <ActionDialog
      isDismissable
      title={t('review.waiver.askTitle')}
      action={t('review.waiver.send')}
      isPending={isPending}
      width={520}
      onAction={submit}
      onClose={onClose}
    >
      <strong>{subject}</strong>
      <p className={looks.note}>{t('review.waiver.askText')}</p>
      <TextAreaField
        label={t('review.waiver.reason')}
        placeholder={t('review.waiver.reasonPlaceholder')}
        value={reason}
        onChange={setReason}
        maxLength={REASON_MAX}
        rows={4}
        secondaryLabel={t('common.required')}
        isRequired
        validationBehavior="aria"
        isInvalid={isChecked && isReasonBad}
        description={
          isChecked && isReasonBad ? t('review.waiver.reasonNeeded') : undefined
        }
      />
      <DatePicker
        label={t('review.waiver.expires')}
        value={day}
        minValue={first}
        maxValue={last}
        onChange={value => setDay(value as CalendarDate | null)}
        secondaryLabel={t('common.required')}
        isRequired
        validationBehavior="aria"
        isInvalid={isChecked && isDayBad}
        description={
          isChecked && isDayBad ? t('review.waiver.expiresNeeded') : undefined
        }
      />
    </ActionDialog>
  );
}
