import {
  Button,
  Dialog,
  DialogBody,
  DialogFooter,
  DialogHeader,
  TextAreaField,
} from '@backstage/ui';
import type { Waiver } from '@ml-lens/backstage-plugin-ml-lens-common';
import { useState } from 'react';
import { useMlLensTranslation } from '../../../../translation';
import { Surface } from '../../../shared';
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
    <Dialog
      isOpen
      isDismissable
      width={520}
      onOpenChange={isOpen => !isOpen && onClose()}
    >
      <DialogHeader>
        {t(
          isApproval
            ? 'review.waiver.approveTitle'
            : 'review.waiver.rejectTitle',
        )}
      </DialogHeader>
      <DialogBody>
        <Surface className={styles.dialog}>
          <strong>{subject}</strong>
          <p className={styles.quote}>{waiver.reason}</p>
          <TextAreaField
            label={t('review.waiver.note')}
            secondaryLabel={t('review.waiver.optional')}
            value={note}
            onChange={setNote}
            maxLength={NOTE_MAX}
            rows={3}
          />
        </Surface>
      </DialogBody>
      <DialogFooter>
        <Button variant="secondary" onPress={onClose}>
          {t('common.cancel')}
        </Button>
        <Button
          variant="primary"
          destructive={!isApproval}
          isPending={isPending}
          onPress={() =>
            mutate({ kind: decision, waiverId: waiver.id, note: note.trim() })
          }
        >
          {t(isApproval ? 'review.waiver.approve' : 'review.waiver.reject')}
        </Button>
      </DialogFooter>
    </Dialog>
  );
}
