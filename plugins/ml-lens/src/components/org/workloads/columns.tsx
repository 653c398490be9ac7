// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import type {
  OrgRow,
  OrgSortField,
} from '@ml-lens/backstage-plugin-ml-lens-common';
import { useMlLensTranslation } from '../../../translation';
import { type DataColumn, LevelChip } from '../../shared';
import { useOrg } from '../OrgModel';
import { PhaseStrip, RiskCell, ScoreCell } from '../parts';
import {
  ModelsCell,
  ReadinessCell,
  RefCell,
  UpdatedCell,
  WorkloadName,
} from './cells';
import looks from '../../shared/looks.module.css';

export const COLUMN_IDS = [
  'workload',
  'owner',
  'system',
  'domain',
  'lifecycle',
  'lens',
  'level',
  'score',
  'readiness',
  'risks',
  'currentPhase',
  'phases',
  'models',
  'updated',
] as const;
export type ColumnId = (typeof COLUMN_IDS)[number];

/** What a lead needs at a glance; the rest is one choice away. */
export const DEFAULT_COLUMNS: ColumnId[] = [
  'workload',
  'owner',
  'level',
  'score',
  'risks',
  'phases',
  'updated',
];

export interface WorkloadColumn extends DataColumn<OrgRow> {
  id: ColumnId;
  sort?: OrgSortField;
}

/** Every column there is, in order, in the language of the app. */
export function useWorkloadColumns(): WorkloadColumn[] {
  const { lens } = useOrg();
  const { t } = useMlLensTranslation();
  const lensName = (id: string) =>
    lens.choices.find(choice => choice.id === id)?.name ?? id;
  const label = (id: ColumnId) => t(`org.field.${id}`);
  const columns: WorkloadColumn[] = [
    {
      id: 'workload',
      label: label('workload'),
      sort: 'title',
      width: 13.5,
      cell: row => <WorkloadName row={row} />,
    },
    {
      id: 'owner',
      label: label('owner'),
      sort: 'owner',
      width: 9,
      cell: row => <RefCell value={row.owner} kind="group" />,
    },
    {
      id: 'system',
      label: label('system'),
      sort: 'system',
      width: 9,
      cell: row => <RefCell value={row.system} kind="system" />,
    },
    {
      id: 'domain',
      label: label('domain'),
      sort: 'domain',
      width: 8,
      cell: row => <RefCell value={row.domain} kind="domain" />,
    },
    {
      id: 'lifecycle',
      label: label('lifecycle'),
      sort: 'lifecycle',
      width: 7.25,
      cell: row => row.lifecycle ?? t('org.table.none'),
    },
    {
      id: 'lens',
      label: label('lens'),
      width: 11,
      cell: row => (
        <span className={looks.stack}>
          {lensName(row.lens.id)}
          <span className={looks.small}>{row.lens.version}</span>
        </span>
      ),
    },
    {
      id: 'level',
      label: label('level'),
      sort: 'level',
      width: 8.25,
      cell: row => <LevelChip level={row.level} score={row.score} />,
    },
    {
      id: 'score',
      label: label('score'),
      sort: 'score',
      width: 10.25,
      cell: row => <ScoreCell score={row.score} coverage={row.coverage} />,
    },
    {
      id: 'readiness',
      label: label('readiness'),
      sort: 'readiness',
      width: 7.5,
      cell: row => <ReadinessCell row={row} />,
    },
    {
      id: 'risks',
      label: label('risks'),
      sort: 'high',
      isMostFirst: true,
      width: 9.5,
      cell: row => <RiskCell counts={row.counts} />,
    },
    {
      id: 'currentPhase',
      label: label('currentPhase'),
      width: 9,
      cell: row =>
        lens.phases.find(({ id }) => id === row.currentPhase)?.name ??
        t('org.table.none'),
    },
    {
      id: 'phases',
      label: label('phases'),
      sort: 'lateSince',
      width: Math.max(6, 1.5 + 1.2 * lens.phases.length),
      cell: row => <PhaseStrip row={row} phases={lens.phases} />,
    },
    {
      id: 'models',
      label: label('models'),
      width: 10,
      cell: row => <ModelsCell models={row.models} />,
    },
    {
      id: 'updated',
      label: label('updated'),
      sort: 'updatedAt',
      width: 7.75,
      cell: row => <UpdatedCell at={row.updatedAt} />,
    },
  ];
  return columns.map(column => ({
    ...column,
    isSortable: column.sort !== undefined,
  }));
}
