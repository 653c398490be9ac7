// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import type { RiskCounts } from '@ml-lens/lens-model';
import { useMlLensTranslation } from '../../translation';
import { RISK_APPEARANCE, RISK_ORDER } from './appearance';
import looks from './looks.module.css';

/** Questions by risk as one stacked bar; the counts are its text. */
export function RiskBar(props: { counts: RiskCounts }) {
  const { counts } = props;
  const { t } = useMlLensTranslation();
  const shown = RISK_ORDER.filter(
    risk => risk !== 'NOT_APPLICABLE' && counts[risk] > 0,
  );
  const label = shown
    .map(risk => `${counts[risk]} ${t(`common.risk.${risk}`)}`)
    .join(', ');
  return (
    <div
      className={`${looks.bar} ${looks.wide}`}
      role="img"
      aria-label={label}
      title={label}
    >
      {shown
        .filter(risk => risk !== 'UNANSWERED')
        .map(risk => (
          <span
            key={risk}
            style={{
              flexGrow: counts[risk],
              background: RISK_APPEARANCE[risk].solid,
            }}
          />
        ))}
      <span style={{ flexGrow: counts.UNANSWERED }} />
    </div>
  );
}
