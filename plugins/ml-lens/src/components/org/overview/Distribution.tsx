// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import type { Summary } from '@ml-lens/backstage-plugin-ml-lens-common';
import { useMemo } from 'react';
import { Link as RouterLink } from 'react-router-dom';
import { useMlLensTranslation } from '../../../translation';
import { useFormat } from '../../shared';
import { DataTable, Panel, useOrgLinks } from '../insights';
import { type Bin, binsOf } from './bins';
import { Histogram } from './Histogram';

/** How scores, or coverage, are spread over the workloads. */
export function Distribution(props: {
  by: 'score' | 'coverage';
  distribution: Summary['distribution'];
}) {
  const { by, distribution } = props;
  const { t } = useMlLensTranslation();
  const { number } = useFormat();
  const links = useOrgLinks();
  const bins = useMemo(() => binsOf(distribution, by), [distribution, by]);
  const title = t(`org.overview.${by}Spread`);
  const unit = by === 'score' ? '' : '%';
  const listOf = (filter: string) =>
    links('workloads', {
      filters: { [by]: [filter] },
      sort: { field: by, descending: false },
    });
  const { noScore } = distribution;
  return (
    <Panel
      title={title}
      note={
        <>
          {t(`org.overview.${by}SpreadNote`)}
          {by === 'score' && noScore > 0 && (
            <>
              {' '}
              <RouterLink to={listOf('')}>
                {t('org.overview.noScore', { count: noScore })}
              </RouterLink>
            </>
          )}
        </>
      }
      table={
        <DataTable
          label={title}
          columns={[t(`org.field.${by}`), t('org.field.workloads')]}
          rows={bins.map(({ from, to, count }) => ({
            key: String(from),
            cells: [`${from}–${to}${unit}`, number(count)],
          }))}
        />
      }
    >
      <Histogram
        label={title}
        bins={bins}
        isScore={by === 'score'}
        hrefOf={(bin: Bin) => listOf(bin.filter)}
        unit={unit}
      />
    </Panel>
  );
}
