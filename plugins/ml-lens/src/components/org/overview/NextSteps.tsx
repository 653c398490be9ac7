// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { EntityRefLink } from '@backstage/plugin-catalog-react';
import { Link as RouterLink } from 'react-router-dom';
import { useMlLensTranslation } from '../../../translation';
import { LateChip, useFormat } from '../../shared';
import { useOrgQuery } from '../hooks';
import { useOrgLinks } from '../insights';
import { useOrg } from '../OrgModel';
import { longestLate } from '../parts';
import looks from '../../shared/looks.module.css';
import styles from './NextSteps.module.css';
import { Fell } from './Fell';
import { Riskiest } from './Riskiest';
import { FEW, Steps } from './Steps';
import { WidestGaps } from './WidestGaps';
import { WorkloadStep } from './WorkloadStep';

/** Where to look first: the riskiest workloads, the late ones, the widest gaps. */
export function NextSteps(props: {
  /** How many workloads are late. */
  late: number;
  /** The instant figures are compared with. */
  since: string | undefined;
}) {
  return (
    <div className={`${looks.columns} ${styles.steps}`}>
      {props.since && <Fell since={props.since} />}
      <Riskiest />
      <Late count={props.late} />
      <WidestGaps />
    </div>
  );
}

function Late(props: { count: number }) {
  const { t } = useMlLensTranslation();
  const { number, date } = useFormat();
  const { lens } = useOrg();
  const links = useOrgLinks();
  const query = useOrgQuery('queryScorecards', {
    late: 'true',
    sort: 'lateSince',
    limit: FEW,
  });
  return (
    <Steps
      title={t('org.overview.late')}
      query={query}
      empty={t('org.overview.nothingLate')}
      all={
        props.count > 0 && (
          <RouterLink
            to={links('workloads', {
              filters: { late: ['true'] },
              sort: { field: 'lateSince', descending: false },
            })}
          >
            {t('org.overview.showCount', { count: number(props.count) })}
          </RouterLink>
        )
      }
    >
      {row => {
        const first = longestLate(row);
        const others =
          Object.values(row.phases).filter(({ late }) => late).length - 1;
        return (
          <WorkloadStep
            key={row.workloadId}
            row={row}
            note={
              first && (
                <>
                  {row.owner && (
                    <>
                      <EntityRefLink
                        entityRef={row.owner}
                        defaultKind="group"
                        hideIcon
                      />
                      {' · '}
                    </>
                  )}
                  {[
                    lens.phases.find(({ id }) => id === first.id)?.name,
                    others > 0 &&
                      t('org.overview.morePhases', {
                        count: others,
                        number: number(others),
                      }),
                  ]
                    .filter(Boolean)
                    .join(' · ')}
                </>
              )
            }
          >
            {first && (
              <span
                title={t('org.overview.since', {
                  date: date(first.targetDate),
                })}
              >
                <LateChip since={first.targetDate} />
              </span>
            )}
          </WorkloadStep>
        );
      }}
    </Steps>
  );
}
