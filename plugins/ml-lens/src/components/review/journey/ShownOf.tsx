// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { SmallButton } from '../../shared';
import { useMlLensTranslation } from '../../../translation';
import looks from '../../shared/looks.module.css';
import styles from './Journey.module.css';

/** Below a list that is shown in parts: the next one, and how much there is. */
export function ShownOf(props: {
  shown: number;
  total: number;
  isPending?: boolean;
  onMore(): void;
}) {
  const { shown, total, isPending, onMore } = props;
  const { t } = useMlLensTranslation();
  return (
    <div className={`${looks.row} ${looks.small} ${styles.foot}`}>
      <SmallButton isPending={isPending} onPress={onMore}>
        {t('review.history.more')}
      </SmallButton>
      <span role="status">
        {t('review.history.shown', {
          shown: String(shown),
          total: String(total),
        })}
      </span>
    </div>
  );
}
