// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import type { RiskCounts } from '@ml-lens/lens-model';
import { useMlLensTranslation } from '../../../translation';
import { RiskBar } from '../../shared';
import looks from '../../shared/looks.module.css';

/** Questions by risk: the bar, and the numbers that ask for something. */
export function RiskCell(props: { counts: RiskCounts }) {
  const { counts } = props;
  const { t } = useMlLensTranslation();
  const found = [
    counts.HIGH > 0 && t('org.table.highCount', { count: counts.HIGH }),
    counts.MEDIUM > 0 && t('org.table.mediumCount', { count: counts.MEDIUM }),
  ].filter(Boolean);
  const nothing =
    counts.NONE > 0 ? t('org.table.noRisks') : t('org.table.notAnswered');
  return (
    <div className={looks.tight}>
      <RiskBar counts={counts} />
      <span className={`${looks.small} ${looks.ellipsis}`}>
        {found.join(' · ') || nothing}
      </span>
    </div>
  );
}
