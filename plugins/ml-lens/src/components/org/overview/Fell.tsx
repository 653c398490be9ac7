// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { Link as RouterLink } from 'react-router-dom';
import { useMlLensTranslation } from '../../../translation';
import { useFormat } from '../../shared';
import { useOrgQuery } from '../hooks';
import { DeltaText, useLensTexts, useOrgLinks } from '../insights';
import { useOrg } from '../OrgModel';
import { MOVERS_ID } from '../movers/MoversPanel';
import { FEW, Steps } from './Steps';
import { WorkloadStep } from './WorkloadStep';

/** Who got worse since the day figures are compared with. */
export function Fell(props: { since: string }) {
  const { t } = useMlLensTranslation();
  const { number } = useFormat();
  const { lens } = useOrg();
  const links = useOrgLinks();
  const texts = useLensTexts(lens.id);
  const query = useOrgQuery('getMovers', {
    from: props.since,
    direction: 'worse',
    limit: FEW,
  });
  const worse = query.data?.worse ?? 0;
  return (
    <Steps
      title={t('org.movers.fell')}
      query={query}
      empty={t('org.movers.nobodyFell')}
      all={
        worse > 0 && (
          <RouterLink to={`${links('trend')}#${MOVERS_ID}`}>
            {t('org.movers.showAll', { count: worse, number: number(worse) })}
          </RouterLink>
        )
      }
    >
      {mover => (
        <WorkloadStep
          key={mover.workloadId}
          row={mover}
          note={
            mover.upgradeOnly
              ? t('org.movers.upgradeOnly', {
                  version: mover.lens.version,
                })
              : mover.causes
                  .slice(0, 1)
                  .map(id => texts.questionTitle(id))
                  .join('')
          }
        >
          <DeltaText
            now={mover.score.to}
            before={mover.score.from}
            good="up"
            format={number}
          />
        </WorkloadStep>
      )}
    </Steps>
  );
}
