// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { useRouteRef } from '@backstage/core-plugin-api';
import { Link } from '@backstage/ui';
import { rootRouteRef } from '../../../routes';
import { useMlLensTranslation } from '../../../translation';
import { ScoreRing, useFormat, Answered, useApiQuery } from '../../shared';
import looks from '../../shared/looks.module.css';
import styles from './Home.module.css';

/** How the organisation stands, over all lenses. */
export function OrganisationWidget() {
  const { t } = useMlLensTranslation();
  const { number } = useFormat();
  const root = useRouteRef(rootRouteRef)();
  const query = useApiQuery('getSummary', {});
  return (
    <Answered query={query} rows={2} height={40}>
      {({ total, late }) => (
        <>
          <div className={looks.row}>
            <ScoreRing score={total.score} size={72} />
            <dl className={`${looks.line} ${styles.facts}`}>
              <div>
                <dt>{t('org.home.reviews')}</dt>
                <dd>{number(total.workloads)}</dd>
              </div>
              <div>
                <dt>{t('common.risk.HIGH')}</dt>
                <dd>{number(total.counts.HIGH)}</dd>
              </div>
              <div>
                <dt>{t('common.late')}</dt>
                <dd>{number(late)}</dd>
              </div>
            </dl>
          </div>
          <Link href={`${root}/overview`} variant="body-small">
            {t('org.tabs.overview')}
          </Link>
        </>
      )}
    </Answered>
  );
}
