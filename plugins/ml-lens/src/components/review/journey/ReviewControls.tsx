// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { RiFileTextLine } from '@remixicon/react';
import { useMlLensTranslation } from '../../../translation';
import { Choice, SmallButton } from '../../shared';
import { useReviewUrl } from '../model';
import { DayPicker } from '../../shared/DayPicker';
import looks from '../../shared/looks.module.css';
import styles from './ReviewControls.module.css';

/** The instant the whole tab shows. */
function AsOf() {
  const { url, set } = useReviewUrl();
  const { t } = useMlLensTranslation();
  return (
    <div className={looks.inline}>
      <span className={`${looks.small} ${styles.asOfLabel}`} aria-hidden>
        {t('review.views.asOf')}
      </span>
      <DayPicker
        className={url.at && styles.past}
        label={t('review.views.asOf')}
        value={url.at}
        onPick={at => set({ at }, { push: true })}
      />
    </div>
  );
}

/** Which view of the review is shown, of which instant, and its report. */
export function ReviewControls() {
  const { url, set } = useReviewUrl();
  const { t } = useMlLensTranslation();
  return (
    <div className={looks.row}>
      <AsOf />
      <SmallButton
        iconStart={<RiFileTextLine />}
        onPress={() => set({ view: 'report' }, { push: true })}
      >
        {t('review.views.report')}
      </SmallButton>
      <Choice<'review' | 'journey' | 'plan'>
        label={t('review.views.label')}
        value={url.view && url.view !== 'report' ? url.view : 'review'}
        options={[
          { id: 'review', label: t('review.views.review') },
          { id: 'journey', label: t('review.views.journey') },
          { id: 'plan', label: t('review.views.plan') },
        ]}
        onChange={view =>
          set({ view: view === 'review' ? undefined : view }, { push: true })
        }
      />
    </div>
  );
}
