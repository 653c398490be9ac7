// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { TextAreaField } from '@backstage/ui';
import type { LensPhase } from '@ml-lens/lens-model';
import { RiRestartLine } from '@remixicon/react';
import { useState } from 'react';
import { useMlLensTranslation } from '../../../translation';
import { ActionDialog, DialogButton, SmallButton } from '../../shared';
import { useReviewFrame } from '../model';
import looks from '../../shared/looks.module.css';
import styles from './PhasePanel.module.css';
import { useStartIteration } from './usePhaseActions';

const SUGGESTIONS = [
  'review.phase.reasonRetraining',
  'review.phase.reasonDrift',
  'review.phase.reasonNewData',
] as const;

/** Longest reason the server takes. */
const REASON_MAX = 500;

function StartIterationDialog(props: {
  phase: LensPhase;
  reason?: string;
  onClose(): void;
}) {
  const { phase, onClose } = props;
  const { t } = useMlLensTranslation();
  const [reason, setReason] = useState(props.reason ?? '');
  const { mutate, isPending } = useStartIteration(phase.id, onClose);
  const trimmed = reason.trim();
  return (
    <ActionDialog
      isDismissable
      title={t('review.phase.startTitle', { name: phase.name })}
      action={t('review.phase.start')}
      isDisabled={trimmed === ''}
      isPending={isPending}
      onAction={() => mutate(trimmed)}
      onClose={onClose}
    >
      <p className={`${looks.muted} ${styles.dialogText}`}>
        {t('review.phase.startText')}
      </p>
      <TextAreaField
        label={t('review.phase.reason')}
        placeholder={t('review.phase.reasonPlaceholder')}
        value={reason}
        onChange={setReason}
        maxLength={REASON_MAX}
        secondaryLabel={t('common.required')}
        isRequired
      />
      <div
        role="group"
        aria-label={t('review.phase.suggestions')}
        className={looks.row}
      >
        {SUGGESTIONS.map(key => (
          <SmallButton key={key} onPress={() => setReason(t(key))}>
            {t(key)}
          </SmallButton>
        ))}
      </div>
    </ActionDialog>
  );
}

/** Button and dialog to begin a phase anew. */
export function StartIteration(props: {
  phase: LensPhase;
  /** Filled in beforehand. */
  reason?: string;
}) {
  const { phase, reason } = props;
  const { canUpdate, isPreview } = useReviewFrame();
  const { t } = useMlLensTranslation();
  if (!canUpdate || isPreview) return null;
  return (
    <DialogButton label={t('review.phase.start')} icon={<RiRestartLine />}>
      {close => (
        <StartIterationDialog phase={phase} reason={reason} onClose={close} />
      )}
    </DialogButton>
  );
}
