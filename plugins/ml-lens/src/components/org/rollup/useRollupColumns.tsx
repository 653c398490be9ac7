// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { Flex, Link, Skeleton } from '@backstage/ui';
import { useMlLensTranslation } from '../../../translation';
import { type DataColumn, useFormat } from '../../shared';
import { useOrgLinks } from '../insights';
import { useOrg } from '../OrgModel';
import { OPTIONAL_KEYS } from '../orgUrl';
import {
  LevelBar,
  PhaseSpread,
  RiskCell,
  ScoreCell,
  levelShares,
} from '../parts';
import type { Group } from './groups';
import looks from '../../shared/looks.module.css';

/** Name of a group, leading to its workloads with the filters in force kept. */
export function GroupName(props: { group: Group }) {
  const { group } = props;
  const { url } = useOrg();
  const { t } = useMlLensTranslation();
  const links = useOrgLinks();
  if (!group.name) return <Skeleton width="70%" height="1em" />;
  if (group.key === null && !OPTIONAL_KEYS.some(key => key === url.by)) {
    return <span className={looks.muted}>{group.name}</span>;
  }
  return (
    <Link
      href={links('workloads', { filters: { [url.by]: [group.key ?? ''] } })}
      title={t('org.rollup.open', { group: group.name })}
      variant="body-medium"
      weight="bold"
      standalone
    >
      {group.name}
    </Link>
  );
}

export function LevelCell(props: { group: Group }) {
  const { group } = props;
  const { lens } = useOrg();
  const { t } = useMlLensTranslation();
  const { number } = useFormat();
  return (
    <Flex direction="column" gap="1">
      <LevelBar shares={levelShares(lens.levels, group.levels)} />
      <span className={looks.small}>
        {t('org.rollup.assessedOf', {
          assessed: number(group.assessed),
          total: number(group.workloads),
        })}
      </span>
    </Flex>
  );
}

export function useRollupColumns(): DataColumn<Group>[] {
  const { url, lens } = useOrg();
  const { t } = useMlLensTranslation();
  const { number } = useFormat();
  return [
    {
      id: 'name',
      label: t(`org.field.${url.by}`),
      isSortable: true,
      width: 13,
      cell: group => <GroupName group={group} />,
    },
    {
      id: 'workloads',
      label: t('org.field.workloads'),
      isSortable: true,
      width: 7,
      cell: group => <span>{number(group.workloads)}</span>,
    },
    {
      id: 'score',
      label: t('org.totals.meanScore'),
      isSortable: true,
      width: 11,
      cell: group => (
        <ScoreCell score={group.score} coverage={group.coverage} />
      ),
    },
    {
      id: 'high',
      label: t('org.field.risks'),
      isSortable: true,
      isMostFirst: true,
      width: 10,
      cell: group => <RiskCell counts={group.counts} />,
    },
    {
      id: 'assessed',
      label: t('org.field.levels'),
      isSortable: true,
      width: 11,
      cell: group => <LevelCell group={group} />,
    },
    {
      id: 'phases',
      label: t('org.field.phases'),
      width: Math.max(6, 1.5 + lens.phases.length),
      cell: group => (
        <PhaseSpread
          group={group.name}
          spread={group.phases}
          phases={lens.phases}
        />
      ),
    },
  ];
}
