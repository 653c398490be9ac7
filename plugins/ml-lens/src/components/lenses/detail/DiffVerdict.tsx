// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import type { LensDiff } from '@ml-lens/lens-model';
import { MajorChip } from '../shared/LensChips';
import { useMlLensTranslation } from '../../../translation';
import looks from '../../shared/looks.module.css';
import styles from './ChangesTab.module.css';

/** Whether a change makes reviewers look again, and how much changed. */
export function DiffVerdict(props: { diff: LensDiff }) {
  const { diff } = props;
  const { t } = useMlLensTranslation();
  const { from, major, changes } = diff;
  if (changes.length === 0) {
    return <p className={looks.note}>{t('lenses.changes.same')}</p>;
  }
  return (
    <div className={`${looks.row} ${looks.panel} ${styles.verdict}`}>
      <MajorChip major={major} />
      <div>
        <strong>
          {t(major ? 'lenses.changes.major' : 'lenses.changes.minor')}
        </strong>
        <p className={looks.note}>
          {t(major ? 'lenses.changes.majorText' : 'lenses.changes.minorText', {
            version: from,
          })}
        </p>
      </div>
      <span className={looks.note}>
        {t('lenses.changes.count', { count: changes.length })}
      </span>
    </div>
  );
}
