import { NOT_ASSESSED } from '@ml-lens/backstage-plugin-ml-lens-common';
import { useMemo } from 'react';
import { useMlLensTranslation } from '../../../translation';
import { useFormat } from '../../shared';
import { Answered, DataTable, Panel, useOrgLinks } from '../insights';
import { useOrg } from '../OrgModel';
import { type Bin, binsOf, levelsOfBin } from './distribution';
import { Histogram } from './Histogram';
import { useScoredRows } from './useOverview';

/** How scores, or coverage, are spread over the workloads. */
export function Distribution(props: { by: 'score' | 'coverage' }) {
  const { by } = props;
  const { lens } = useOrg();
  const { t } = useMlLensTranslation();
  const { number } = useFormat();
  const links = useOrgLinks();
  const query = useScoredRows();
  const rows = query.data?.rows;
  const bins = useMemo(() => binsOf(rows ?? [], by), [rows, by]);
  const title = t(`org.overview.${by}Spread`);
  const unit = by === 'score' ? '' : '%';

  const hrefOf = (bin: Bin) => {
    const assessed =
      by === 'score'
        ? levelsOfBin(bin, lens.levels)
        : lens.levels.map(({ name }) => name).filter(n => n !== NOT_ASSESSED);
    const levels = [
      ...(bin.tentative > 0 ? [NOT_ASSESSED] : []),
      ...(bin.assessed > 0 ? assessed : []),
    ];
    return links('workloads', {
      filters: { level: levels },
      sort: { field: by, descending: false },
    });
  };
  const isSample = query.data && query.data.totalItems > query.data.rows.length;
  return (
    <Panel
      title={title}
      isStale={query.isPlaceholderData}
      note={
        isSample
          ? t('org.overview.sample', {
              shown: number(query.data.rows.length),
              total: number(query.data.totalItems),
            })
          : t('org.overview.spreadNote')
      }
      table={
        <DataTable
          label={title}
          columns={[
            t(`org.field.${by}`),
            t('org.field.workloads'),
            t('org.overview.ofThemTentative'),
          ]}
          rows={bins.map(({ from, to, assessed, tentative }) => ({
            key: String(from),
            cells: [
              `${from}–${to}${unit}`,
              number(assessed + tentative),
              number(tentative),
            ],
          }))}
        />
      }
    >
      <Answered query={query} height={168}>
        {() => (
          <Histogram
            label={title}
            bins={bins}
            isScore={by === 'score'}
            hrefOf={hrefOf}
            unit={unit}
          />
        )}
      </Answered>
    </Panel>
  );
}
