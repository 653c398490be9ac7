// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { Select } from '@backstage/ui';
import { useState } from 'react';
import { useLanguage, useMlLensTranslation } from '../../../translation';
import {
  useReviewFrame,
  useReviewUrl,
  OF_ONE_LENS,
  usePublishedLenses,
} from '../model';
import { UpgradeMenu } from '../plan';
import looks from '../../shared/looks.module.css';
import styles from './ReviewHeader.module.css';

/** Published lenses the workload is not reviewed with yet, once asked for. */
function useOtherLenses(isWanted: boolean) {
  const language = useLanguage();
  const { workload } = useReviewFrame();
  const data = usePublishedLenses(isWanted);
  const known = new Set(workload.reviews.map(review => review.lens.id));
  return (data ?? [])
    .filter(({ id }) => !known.has(id))
    .map(({ id, name, names }) => ({
      value: id,
      label: names[language] ?? name,
    }));
}

/**
 * The lens of the review, the way to the workload's other reviews, and to the
 * first review with another lens: it begins with its first answer.
 */
export function LensSwitcher() {
  const { workload, lens, definition, canUpdate, isPreview } = useReviewFrame();
  const { set } = useReviewUrl();
  const { t } = useMlLensTranslation();
  const [isOpened, setOpened] = useState(false);
  const mayBegin = canUpdate && !isPreview;
  const others = useOtherLenses(mayBegin && isOpened);
  const version = t('review.header.lensVersion', {
    version: definition.version,
  });
  const own = workload.reviews.map(review => ({
    value: review.lens.id,
    label:
      // The open lens is known in the reader's language, the others by name.
      review.lens.id === lens.id ? lens.document.name : review.lens.name,
  }));
  if (!own.some(({ value }) => value === lens.id)) {
    own.unshift({ value: lens.id, label: lens.document.name });
  }
  const more = others.filter(({ value }) => value !== lens.id);

  return (
    <div className={looks.line}>
      {own.length > 1 || mayBegin ? (
        <Select
          size="small"
          className={styles.lensSelect}
          aria-label={t('review.header.switchLens')}
          options={
            more.length > 0
              ? [
                  { title: t('review.header.reviews'), options: own },
                  { title: t('review.header.beginReview'), options: more },
                ]
              : own
          }
          onOpenChange={isOpen => isOpen && setOpened(true)}
          value={lens.id}
          onChange={id => {
            if (!id || id === lens.id) return;
            set({ ...OF_ONE_LENS, lens: String(id) }, { push: true });
          }}
        />
      ) : (
        <span className={styles.lensName}>{lens.document.name}</span>
      )}
      <span className={`${looks.inline} ${styles.version}`}>
        <span className={looks.small}>{version}</span>
        <UpgradeMenu />
      </span>
    </div>
  );
}
