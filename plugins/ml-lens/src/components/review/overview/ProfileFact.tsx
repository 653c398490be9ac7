// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { useState } from 'react';
import { ProfileDialog } from './ProfileDialog';
import { useMlLensTranslation } from '../../../translation';
import { useReviewFrame } from '../model';
import looks from '../../shared/looks.module.css';
import styles from './ReviewHeader.module.css';

/** The layer of the profile and the way to change it. */
export function ProfileFact() {
  const { workload, lens, canUpdate, isPreview } = useReviewFrame();
  const { t } = useMlLensTranslation();
  const [isOpen, setIsOpen] = useState(false);
  const layers = lens.document.stackLayers ?? [];
  if (layers.length === 0 || isPreview) return null;

  const layer = layers.find(({ id }) => id === workload.profile.layer);
  const actionKey = () => {
    if (!canUpdate) return 'review.header.viewLayer' as const;
    return layer ? 'review.header.changeLayer' : 'review.header.setLayer';
  };
  return (
    <div className={styles.fact}>
      <dt>{t('review.header.layer')}</dt>
      <dd>
        {layer?.name ?? t('review.header.layerUnset')}
        <button
          type="button"
          className={`${looks.plain} ${looks.link}`}
          onClick={() => setIsOpen(true)}
        >
          {t(actionKey())}
        </button>
        {isOpen && <ProfileDialog onClose={() => setIsOpen(false)} />}
      </dd>
    </div>
  );
}
