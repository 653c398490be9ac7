// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { Select } from '@backstage/ui';
import { useMemo } from 'react';
import { useMlLensTranslation } from '../../../translation';
import { Choice, useFormat, Answered } from '../../shared';
import { useEntityNames, useOrgPages, useReviewPath } from '../hooks';
import {
  inInsightsPage,
  Panel,
  useLensTexts,
  useOrgLinks,
  useUrlKeys,
  useUrlChoice,
} from '../insights';
import { useOrg } from '../OrgModel';
import { type FilterKey, writeOrgUrl } from '../orgUrl';
import { NoWorkloads } from '../workloads/NoWorkloads';
import looks from '../../shared/looks.module.css';
import { HeatmapGrid } from './HeatmapGrid';
import { HeatmapLegend } from './HeatmapLegend';
import {
  HEATMAP_COLUMNS,
  HEATMAP_ROWS,
  type HeatmapColumn,
  type HeatmapColumnKind,
  type HeatmapRow,
  scopeOf,
} from './heatmapModel';

/** Rows at a time; more of them as one scrolls. */
const PAGE = 100;

/** Column of the whole scorecard; no scope has the empty id. */
const TOTAL = '';
/** Column of the readiness; a space is in no id. */
const READINESS = ' readiness';

type Scope = ReturnType<typeof scopeOf>;

function useColumns(kind: HeatmapColumnKind, ids: string[]): HeatmapColumn[] {
  const { lens } = useOrg();
  const texts = useLensTexts(lens.id);
  const { t } = useMlLensTranslation();
  return useMemo(() => {
    const named = ids.map((id): HeatmapColumn => {
      const { pillar, phase } = scopeOf(id, kind);
      return {
        id,
        name: phase ? texts.phaseName(phase) : texts.pillarName(pillar!),
        group: pillar && phase ? texts.pillarName(pillar) : undefined,
        sort: `column:${id}`,
      };
    });
    return [
      { id: TOTAL, name: t('org.heatmap.total'), sort: 'score' },
      { id: READINESS, name: t('org.field.readiness'), sort: 'readiness' },
      ...named,
    ];
  }, [ids, kind, t, texts]);
}

function Heatmap() {
  const { params, lens } = useOrg();
  const { t } = useMlLensTranslation();
  const { number } = useFormat();
  const { get, set } = useUrlKeys<'order'>();
  const links = useOrgLinks();
  const reviewPath = useReviewPath();
  const [kind, setKind] = useUrlChoice('rows', HEATMAP_ROWS, ['order']);
  const [columnKind, setColumnKind] = useUrlChoice('cols', HEATMAP_COLUMNS, [
    'order',
  ]);
  const sort = get('order') ?? 'title';
  const query = useOrgPages('getHeatmap', {
    rows: kind,
    columns: columnKind,
    sort,
    limit: PAGE,
  });
  const pages = query.data?.pages;
  const rows = useMemo(() => pages?.flatMap(page => page.rows) ?? [], [pages]);
  const columns = useColumns(
    columnKind,
    useMemo(() => pages?.[0].columns ?? [], [pages]),
  );
  const isRef = kind === 'owner' || kind === 'system' || kind === 'domain';
  const entityName = useEntityNames(
    isRef ? rows.flatMap(({ key }) => key ?? []) : [],
  );
  const nameOf = (row: HeatmapRow) => {
    if (row.title) return row.title;
    if (row.key === null) return t(`org.rollup.none.${kind as 'owner'}`);
    return isRef ? entityName(row.key) : row.key;
  };
  const filterOf = (row: HeatmapRow) => ({
    filters: { [kind as FilterKey]: [row.key ?? ''] },
  });
  const reviewOf = ({ key, entityRef = null }: HeatmapRow, at?: Scope) =>
    key === null
      ? undefined
      : reviewPath({ workloadId: key, entityRef, lens }, { ...at });
  const rowHref = (row: HeatmapRow) => {
    if (kind === 'workload') {
      return reviewOf(row);
    }
    const search = writeOrgUrl(params, filterOf(row));
    search.delete('rows');
    return `?${search}`;
  };
  const cellHref = (row: HeatmapRow, column: HeatmapColumn) => {
    if (kind === 'workload') {
      const isWhole = column.id === TOTAL || column.id === READINESS;
      const scope = isWhole ? {} : scopeOf(column.id, columnKind);
      return reviewOf(row, scope);
    }
    return links('workloads', {
      ...filterOf(row),
      sort: { field: 'score', descending: false },
    });
  };

  return (
    <Panel
      title={t('org.heatmap.title')}
      note={
        pages && t(`org.heatmap.count.${kind}`, { count: pages[0].totalItems })
      }
      isStale={query.isPlaceholderData}
      actions={
        <>
          <Select
            size="small"
            aria-label={t('org.heatmap.rows')}
            options={HEATMAP_ROWS.map(id => ({
              id,
              label: t(`org.heatmap.row.${id}`),
            }))}
            value={kind}
            onChange={setKind}
          />
          <Choice
            label={t('org.heatmap.columns')}
            value={columnKind}
            options={HEATMAP_COLUMNS.map(id => ({
              id,
              label: t(`org.heatmap.column.${id}`),
            }))}
            onChange={setColumnKind}
          />
        </>
      }
    >
      <Answered query={query} height={420}>
        {data =>
          data.pages[0].totalItems === 0 ? (
            <NoWorkloads />
          ) : (
            <>
              <HeatmapLegend />
              <HeatmapGrid
                label={t('org.heatmap.title')}
                rows={rows}
                totalRows={data.pages[0].totalItems}
                nameHeader={t(`org.field.${kind}`)}
                columns={columns}
                sort={sort}
                onSort={next =>
                  set({ order: next === 'title' ? undefined : next })
                }
                nameOf={nameOf}
                rowHref={rowHref}
                cellHref={cellHref}
                isStale={query.isPlaceholderData}
                hasMore={query.hasNextPage}
                isLoadingMore={query.isFetchingNextPage}
                onMore={query.fetchNextPage}
              />
              {rows.length < data.pages[0].totalItems && (
                <p className={looks.small} role="status">
                  {t('org.heatmap.loaded', {
                    shown: number(rows.length),
                    total: number(data.pages[0].totalItems),
                  })}
                </p>
              )}
            </>
          )
        }
      </Answered>
    </Panel>
  );
}

/** Workloads or groups by phase or pillar: where the risks are. */
export const HeatmapPage = inInsightsPage(Heatmap);
