import { TextAreaField } from '@backstage/ui';
import type { Waiver } from '@ml-lens/backstage-plugin-ml-lens-common';
import { useState } from 'react';
import { useMlLensTranslation } from '../../../../translation';
import { ActionDialog } from '../../../shared';
import { useChangeWaiver } from './useWaivers';
import styles from './Waivers.module.css';

/** Longest note the server takes. */
const NOTE_MAX = 2084;

/** Approves or rejects what somebody else asked for. */
export function DecisionDialog(props: {
  waiver: Waiver;
  decision: 'approved' | 'rejected';
  subject: string;
  onClose(): void;
}) {
  const { waiver, decision, subject, onClose } = props;
  const { t } = useMlLensTranslation();
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
      <p className={styles.quote}>{waiver.reason}</p>
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
