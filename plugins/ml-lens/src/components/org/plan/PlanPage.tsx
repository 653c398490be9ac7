// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { Switch } from '@backstage/ui';
import type { PlanItem } from '@ml-lens/backstage-plugin-ml-lens-common';
import { useState } from 'react';
import { useMlLensTranslation } from '../../../translation';
import { PLAN_STATUSES } from '../../review/plan';
import {
  Choice,
  type DataColumn,
  DataRows,
  EmptyState,
  More,
  Answered,
  useApiPages,
  FilterSelect,
  SmallButton,
} from '../../shared';
import { Panel, useUrlKeys, useUrlChoice } from '../insights';
import { inOrgPage } from '../OrgModel';
import {
  AssigneeCell,
  DueCell,
  PracticeCell,
  StatusCell,
  WorkloadCell,
} from './cells';
import { ChangePlanDialog } from './ChangePlanDialog';
import looks from '../../shared/looks.module.css';
import styles from './Plan.module.css';

type Row = PlanItem & { id: string };

const SCOPES = ['team', 'mine', 'all'] as const;

function Board() {
  const { t } = useMlLensTranslation();
  const { get, set } = useUrlKeys<'status' | 'late'>();
  const [scope, setScope] = useUrlChoice('scope', SCOPES);
  const status = PLAN_STATUSES.find(one => one === get('status'));
  const isLate = get('late') === 'true';
  const query = useApiPages('listPlanItems', {
    query: { scope, status, late: isLate ? 'true' : undefined, limit: 50 },
  });
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [changing, setChanging] = useState<readonly PlanItem[]>();
  const rows: Row[] = (query.data?.pages ?? [])
    .flatMap(({ items }) => items)
    .map(item => ({
      ...item,
      id: JSON.stringify([
        item.workloadId,
        item.lens.id,
        item.questionId,
        item.choiceId,
      ]),
    }));
  const disabled = rows.filter(({ may }) => !may).map(({ id }) => id);
  const ticked = rows.filter(({ id, may }) => may && chosen.has(id));
  const total = query.data?.pages[0].totalItems ?? 0;

  const columns: DataColumn<Row>[] = [
    {
      id: 'practice',
      label: t('org.gaps.practice'),
      width: 22,
      cell: item => <PracticeCell item={item} />,
    },
    {
      id: 'workload',
      label: t('org.movers.workload'),
      width: 13,
      cell: item => <WorkloadCell item={item} />,
    },
    {
      id: 'assignee',
      label: t('review.plan.assignee'),
      width: 11,
      cell: item => <AssigneeCell item={item} />,
    },
    {
      id: 'due',
      label: t('review.plan.dueDate'),
      width: 10,
      cell: item => <DueCell item={item} />,
    },
    {
      id: 'status',
      label: t('review.plan.status'),
      width: 10,
      cell: item => <StatusCell item={item} />,
    },
  ];
  return (
    <Panel
      title={t('org.plan.title')}
      note={t('org.plan.note')}
      isStale={query.isPlaceholderData}
      actions={
        <>
          <Choice
            label={t('org.inbox.scope')}
            value={scope}
            options={SCOPES.map(id => ({
              id,
              label: t(id === 'all' ? 'org.plan.all' : `org.inbox.${id}`),
            }))}
            onChange={setScope}
          />
          <FilterSelect
            label={t('review.plan.status')}
            all={t('org.plan.open')}
            options={PLAN_STATUSES.map(id => ({
              id,
              label: t(`review.plan.statusOf.${id}`),
            }))}
            value={status}
            onChange={value => set({ status: value })}
          />
          <Switch
            label={t('org.plan.late')}
            isSelected={isLate}
            onChange={wanted => set({ late: wanted ? 'true' : undefined })}
          />
        </>
      }
    >
      <Answered query={query}>
        {() =>
          rows.length === 0 ? (
            <EmptyState
              title={t('org.plan.emptyTitle')}
              text={t('org.plan.emptyText')}
            />
          ) : (
            <>
              <div className={`${looks.apart} ${styles.bulk}`}>
                <span aria-live="polite" className={looks.small}>
                  {t('org.plan.chosen', { count: ticked.length, all: total })}
                </span>
                <SmallButton
                  isDisabled={ticked.length === 0}
                  onPress={() => setChanging(ticked)}
                >
                  {t('org.plan.change')}
                </SmallButton>
              </div>
              <DataRows
                label={t('org.plan.title')}
                columns={columns}
                items={rows}
                isStale={query.isPlaceholderData}
                ticks={{
                  ticked: new Set(ticked.map(({ id }) => id)),
                  disabled,
                  name: id => rows.find(row => row.id === id)?.title ?? id,
                  onChange: setChosen,
                }}
              />
              <More query={query} label={t('org.inbox.more')} />
            </>
          )
        }
      </Answered>
      {changing && (
        <ChangePlanDialog
          items={changing}
          onClose={() => setChanging(undefined)}
        />
      )}
    </Panel>
  );
}

/** What is planned over all workloads, for whom and until when. */
export const PlanPage = inOrgPage(Board);
