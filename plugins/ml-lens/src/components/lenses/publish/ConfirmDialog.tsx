// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { ActionDialog } from '../../shared';
import { useMlLensTranslation } from '../../../translation';
import { useLensAction } from '../hooks/useLensActions';

/** Asks before a version is archived or a draft is deleted. */
export function ConfirmDialog(props: {
  action: 'archive' | 'deleteDraft';
  lensId: string;
  version: string;
  onClose: (isDone: boolean) => void;
}) {
  const { action, lensId, version, onClose } = props;
  const { t } = useMlLensTranslation();
  const { mutate, isPending } = useLensAction(action);
  return (
    <ActionDialog
      title={t(`lenses.${action}.title`, { version })}
      action={t(`lenses.${action}.confirm`)}
      isDestructive={action === 'deleteDraft'}
      isPending={isPending}
      onAction={() =>
        mutate({ lensId, version }, { onSuccess: () => onClose(true) })
      }
      onClose={() => onClose(false)}
    >
      {t(`lenses.${action}.text`)}
    </ActionDialog>
  );
}
