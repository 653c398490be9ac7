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

const COLUMN_IDS = [
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

/** An entity the workload belongs to. */
function refColumn(
  id: 'owner' | 'system' | 'domain',
  kind: string,
  width: number,
): Omit<WorkloadColumn, 'label'> {
  const cell = (row: OrgRow) => <RefCell value={row[id]} kind={kind} />;
  return { id, sort: id, width, cell };
}

/** Every column there is, in order, in the language of the app. */
export function useWorkloadColumns(): WorkloadColumn[] {
  const { lens } = useOrg();
  const { t } = useMlLensTranslation();
  const lensName = (id: string) =>
    lens.choices.find(choice => choice.id === id)?.name ?? id;
  const columns: Omit<WorkloadColumn, 'label'>[] = [
    {
      id: 'workload',
      sort: 'title',
      width: 13.5,
      cell: row => <WorkloadName row={row} />,
    },
    refColumn('owner', 'group', 9),
    refColumn('system', 'system', 9),
    refColumn('domain', 'domain', 8),
    {
      id: 'lifecycle',
      sort: 'lifecycle',
      width: 7.25,
      cell: row => row.lifecycle ?? t('org.table.none'),
    },
    {
      id: 'lens',
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
      sort: 'level',
      width: 8.25,
      cell: row => <LevelChip level={row.level} score={row.score} />,
    },
    {
      id: 'score',
      sort: 'score',
      width: 10.25,
      cell: row => <ScoreCell score={row.score} coverage={row.coverage} />,
    },
    {
      id: 'readiness',
      sort: 'readiness',
      width: 7.5,
      cell: row => <ReadinessCell row={row} />,
    },
    {
      id: 'risks',
      sort: 'high',
      isMostFirst: true,
      width: 9.5,
      cell: row => <RiskCell counts={row.counts} />,
    },
    {
      id: 'currentPhase',
      width: 9,
      cell: row =>
        lens.phases.find(({ id }) => id === row.currentPhase)?.name ??
        t('org.table.none'),
    },
    {
      id: 'phases',
      sort: 'lateSince',
      width: Math.max(6, 1.5 + 1.2 * lens.phases.length),
      cell: row => <PhaseStrip row={row} phases={lens.phases} />,
    },
    {
      id: 'models',
      width: 10,
      cell: row => <ModelsCell models={row.models} />,
    },
    {
      id: 'updated',
      sort: 'updatedAt',
      width: 7.75,
      cell: row => <UpdatedCell at={row.updatedAt} />,
    },
  ];
  return columns.map(column => ({
    ...column,
    label: t(`org.field.${column.id}`),
    isSortable: column.sort !== undefined,
  }));
}
