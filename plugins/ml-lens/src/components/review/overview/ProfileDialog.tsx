// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import {
  type WorkloadProfile,
  suggestNotApplicable,
} from '@ml-lens/lens-model';
import { useState } from 'react';
import { ProfileForm } from './ProfileForm';
import { MootPractices } from './MootPractices';
import { OpenDialog } from '../../shared';
import { useMlLensTranslation } from '../../../translation';
import { useReviewFrame } from '../model';

/**
 * ML stack layer and ratings of the workload. Once a layer is saved, what it
 * makes moot is offered as not applicable; people decide.
 */
export function ProfileDialog(props: { onClose(): void }) {
  const { onClose } = props;
  const { lens } = useReviewFrame();
  const { t } = useMlLensTranslation();
  const [layer, setLayer] = useState<string | null>(null);

  const onSaved = (profile: WorkloadProfile) => {
    if (suggestNotApplicable(lens.document, profile.layer).length > 0) {
      setLayer(profile.layer);
    } else {
      onClose();
    }
  };

  return (
    <OpenDialog
      title={t('review.profile.title')}
      isDismissable
      width={680}
      onClose={onClose}
    >
      {layer ? (
        <MootPractices layerId={layer} onClose={onClose} />
      ) : (
        <ProfileForm onSaved={onSaved} onClose={onClose} />
      )}
    </OpenDialog>
  );
}
