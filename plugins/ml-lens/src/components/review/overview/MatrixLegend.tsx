// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { DEFAULT_LEVELS } from '@ml-lens/lens-model';
import { levelBands } from './levelBands';
import { Legend } from '../../shared/chart';
import { RISK_APPEARANCE, scoreAppearance, useLevelName } from '../../shared';
import { useMlLensTranslation } from '../../../translation';
import { useReviewFrame, useLevels } from '../model';
import styles from './Matrix.module.css';
import looks from '../../shared/looks.module.css';

/** What colour, icon, dash and bar of a cell mean. */
export function MatrixLegend() {
  const { definition } = useReviewFrame();
  const { t } = useMlLensTranslation();
  const levelName = useLevelName();
  const bands = levelBands(useLevels(definition) ?? DEFAULT_LEVELS);
  return (
    <Legend
      label={t('review.matrix.legend')}
      entries={[
        ...bands.map(({ name, from, to, noHigh }) => {
          const { bg } = scoreAppearance(from);
          const values = {
            level: levelName(name),
            from: String(from),
            to: String(to),
          };
          return {
            id: name,
            mark: <span className={looks.swatch} style={{ background: bg }} />,
            text: noHigh
              ? t('review.matrix.legendLevelNoHigh', values)
              : t('review.matrix.legendLevel', values),
          };
        }),
        ...(['HIGH', 'MEDIUM'] as const).map(risk => {
          const { icon: Icon, solid } = RISK_APPEARANCE[risk];
          return {
            id: risk,
            mark: <Icon aria-hidden size={14} color={solid} />,
            text: t(`review.matrix.legendRisk.${risk}`),
          };
        }),
        {
          id: 'answered',
          mark: <span className={styles.legendBar} />,
          text: t('review.matrix.legendBar'),
        },
        {
          id: 'none',
          mark: <span aria-hidden>–</span>,
          text: t('review.matrix.legendNone'),
        },
      ]}
    />
  );
}
