// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { Select } from '@backstage/ui';
import {
  GROUP_BY,
  type Summary,
} from '@ml-lens/backstage-plugin-ml-lens-common';
import { useState } from 'react';
import { WorkloadsFrame } from './workloads/WorkloadsFrame';
import { useLanguage, useMlLensTranslation } from '../../translation';
import {
  CoverageBar,
  DataRows,
  ScoreRing,
  useLevelName,
  Choice,
} from '../shared';
import { useEntityNames, useOrgQuery } from './hooks';
import looks from '../shared/looks.module.css';
import { inOrgPage, useOrg } from './OrgModel';
import { useIsNarrow } from '../shared/useIsNarrow';
import { PageTurn, PhaseSpread, RiskCell, RowLegend } from './parts';
import { type Group, type GroupSort, sortGroups } from './rollup/groups';
import rollupStyles from './rollup/Rollup.module.css';
import {
  GroupName,
  LevelCell,
  useRollupColumns,
} from './rollup/useRollupColumns';
import { ViewsMenu } from './views/ViewsMenu';

function GroupCard(props: { group: Group }) {
  const { group } = props;
  const { lens } = useOrg();
  const { t } = useMlLensTranslation();
  return (
    <>
      <div className={rollupStyles.cardHead}>
        <ScoreRing score={group.score} size={48} />
        <GroupName group={group} />
        <span className={looks.small}>
          {t('org.table.total', { count: group.workloads })}
        </span>
      </div>
      {group.coverage !== null && <CoverageBar coverage={group.coverage} />}
      <RiskCell counts={group.counts} />
      <LevelCell group={group} />
      <div>
        <PhaseSpread
          group={group.name}
          spread={group.phases}
          phases={lens.phases}
        />
      </div>
    </>
  );
}

/** What the groups are; a list where there is no room for buttons. */
function GroupByChoice() {
  const { url, set } = useOrg();
  const { t } = useMlLensTranslation();
  const options = GROUP_BY.map(id => ({ id, label: t(`org.field.${id}`) }));
  if (useIsNarrow()) {
    return (
      <Select
        size="small"
        label={t('org.rollup.groupBy')}
        options={options}
        value={url.by}
        onChange={value => set({ by: GROUP_BY.find(key => key === value) })}
      />
    );
  }
  return (
    <Choice
      label={t('org.rollup.groupBy')}
      value={url.by}
      options={options}
      onChange={by => set({ by })}
    />
  );
}

/** Groups of a page; more would take long to draw. */
const PAGE = 25;

/** So many groups have all their names asked for, to be in their order. */
const MOST_NAMED = 200;

/** A page of the groups, by name, in the order that is asked for. */
function useGroups(
  data: Summary | undefined,
  page: number,
  sort: { by: GroupSort; descending: boolean } | undefined,
) {
  const { url } = useOrg();
  const { t } = useMlLensTranslation();
  const language = useLanguage();
  const levelName = useLevelName();
  // While another grouping loads, the groups shown are still those of the last.
  const by = data?.groupBy ?? url.by;
  const isRef = by === 'owner' || by === 'system' || by === 'domain';
  const all = data?.groups ?? [];
  const named = (group: (typeof all)[number], name: string): Group => ({
    ...group,
    id: group.key === null ? 'none' : `=${group.key}`,
    name,
  });
  const plainName = (key: string | null) => {
    if (key === null) return t(`org.rollup.none.${by}`);
    return by === 'level' ? levelName(key) : key;
  };
  const pageOf = (groups: Group[]) =>
    (sort ? sortGroups(groups, sort, language) : groups).slice(
      page * PAGE,
      (page + 1) * PAGE,
    );
  const byRef = pageOf(all.map(group => named(group, plainName(group.key))));
  const areFew = all.length <= MOST_NAMED;
  const entityName = useEntityNames(
    isRef ? (areFew ? all : byRef).flatMap(({ key }) => key ?? []) : [],
  );
  if (!data) return undefined;
  if (!isRef) return byRef;
  const byName = (group: (typeof all)[number]) =>
    named(group, group.key === null ? plainName(null) : entityName(group.key));
  return areFew ? pageOf(all.map(byName)) : byRef.map(byName);
}

function RollupContent() {
  const { url } = useOrg();
  const { t } = useMlLensTranslation();
  const [sort, setSort] = useState<{ by: GroupSort; descending: boolean }>();
  const [page, setPage] = useState(0);
  const query = useOrgQuery('getSummary', { groupBy: url.by });
  const { data, isPlaceholderData } = query;
  const columns = useRollupColumns();
  const total = data?.groups.length ?? 0;
  // Filters may leave fewer pages than there were.
  const shown = Math.min(page, Math.max(0, Math.ceil(total / PAGE) - 1));
  const groups = useGroups(data, shown, sort);

  return (
    <WorkloadsFrame
      query={query}
      total={data?.total.workloads}
      actions={<ViewsMenu />}
      head={
        <div className={`${looks.apart} ${rollupStyles.head}`}>
          <GroupByChoice />
          {url.by === 'tag' && (
            <span className={looks.small}>{t('org.rollup.tagNote')}</span>
          )}
        </div>
      }
    >
      <DataRows
        label={t('org.rollup.label')}
        columns={columns}
        items={groups}
        isStale={isPlaceholderData}
        sort={sort && { column: sort.by, descending: sort.descending }}
        onSort={(column, descending) => {
          setSort({ by: column as GroupSort, descending });
          setPage(0);
        }}
        card={group => <GroupCard group={group} />}
      />
      {groups && <RowLegend hasRisks phases="columns" />}
      {groups && total > PAGE && (
        <PageTurn
          from={shown * PAGE + 1}
          to={shown * PAGE + groups.length}
          total={total}
          onPrevious={shown > 0 ? () => setPage(shown - 1) : undefined}
          onNext={
            (shown + 1) * PAGE < total ? () => setPage(shown + 1) : undefined
          }
        />
      )}
    </WorkloadsFrame>
  );
}

/** The workloads' figures by team, system, domain and so on. */
export const RollupPage = inOrgPage(RollupContent);
