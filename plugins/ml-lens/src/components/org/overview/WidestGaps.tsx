// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { Link as RouterLink } from 'react-router-dom';
import { useMlLensTranslation } from '../../../translation';
import { useFormat } from '../../shared';
import { useOrgQuery } from '../hooks';
import { useLensTexts, useOrgLinks } from '../insights';
import { useOrg } from '../OrgModel';
import { gapValue } from '../orgUrl';
import looks from '../../shared/looks.module.css';
import styles from './NextSteps.module.css';
import { FEW, Steps } from './Steps';

export function WidestGaps() {
  const { t } = useMlLensTranslation();
  const { number } = useFormat();
  const { lens } = useOrg();
  const links = useOrgLinks();
  const texts = useLensTexts(lens.id);
  const query = useOrgQuery('getGaps', { limit: FEW });
  return (
    <Steps
      title={t('org.overview.askFor')}
      query={query}
      empty={t('org.overview.nothingMissing')}
      all={
        <RouterLink to={links('gaps')}>{t('org.overview.showAll')}</RouterLink>
      }
    >
      {gap => (
        <li key={gapValue(gap)} className={looks.line}>
          <div className={styles.what}>
            <RouterLink
              className={styles.name}
              to={links('workloads', {
                filters: { gap: [gapValue(gap)] },
              })}
            >
              {texts.practiceTitle(gap.questionId, gap.choiceId)}
            </RouterLink>
            <span className={looks.small}>
              {t('org.overview.missingIn', {
                unmet: number(gap.unmet),
                judged: number(gap.judged),
              })}
            </span>
          </div>
        </li>
      )}
    </Steps>
  );
}
