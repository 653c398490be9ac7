// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { Box } from '@backstage/ui';
import { useMlLensTranslation } from '../../../translation';
import { RISK_APPEARANCE, RISK_ORDER, STATUS_APPEARANCE } from '../../shared';
import { Legend } from '../../shared/chart';
import looks from '../../shared/looks.module.css';
import { STATUS_ORDER, StatusLegend } from '../../shared/StatusLegend';
import spreadStyles from './PhaseSpread.module.css';

/**
 * What the bars and strips of rows mean, once below all of them.
 *
 * @param props - `phases` says how phases of a row are drawn: as a strip of
 *   marks or as columns, if at all
 */
export function RowLegend(props: {
  hasRisks: boolean;
  phases?: 'strip' | 'columns';
}) {
  const { hasRisks, phases } = props;
  const { t } = useMlLensTranslation();
  return (
    <Box px="4">
      {hasRisks && (
        <Legend
          title={t('org.field.risks')}
          entries={RISK_ORDER.filter(risk => risk !== 'NOT_APPLICABLE').map(
            risk => ({
              id: risk,
              mark: (
                <span
                  className={looks.swatch}
                  style={{
                    background:
                      risk === 'UNANSWERED'
                        ? 'var(--mll-track)'
                        : RISK_APPEARANCE[risk].solid,
                  }}
                />
              ),
              text: t(`common.risk.${risk}`),
            }),
          )}
        />
      )}
      {phases === 'strip' && (
        <StatusLegend title={t('org.field.phases')} hasLate />
      )}
      {phases === 'columns' && (
        <Legend
          title={t('org.field.phases')}
          entries={STATUS_ORDER.map(status => ({
            id: status,
            mark: (
              <span
                className={`${looks.swatch} ${spreadStyles[status] ?? ''}`}
                style={{
                  backgroundColor:
                    status === 'NOT_STARTED'
                      ? 'var(--mll-track)'
                      : STATUS_APPEARANCE[status].solid,
                }}
              />
            ),
            text: t(`common.status.${status}`),
          }))}
        />
      )}
    </Box>
  );
}
