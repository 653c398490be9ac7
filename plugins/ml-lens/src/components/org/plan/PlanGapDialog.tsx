// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { Checkbox, NumberField } from '@backstage/ui';
import type { Gap, OrgRow } from '@ml-lens/backstage-plugin-ml-lens-common';
import { DateTime } from 'luxon';
import { useState } from 'react';
import { useMlLensTranslation } from '../../../translation';
import { useManageTargets, useSaveTarget } from '../../targets/useTargets';
import {
  ActionDialog,
  type DataColumn,
  DataRows,
  ErrorState,
  LoadingState,
  useToasts,
} from '../../shared';
import { useEntityNames, useOrgQuery } from '../hooks';
import { gapValue } from '../orgUrl';
import { PlanFields, planSetOf, type PlanWish } from './PlanFields';
import { PlanOutcome } from './PlanOutcome';
import looks from '../../shared/looks.module.css';
import styles from './Plan.module.css';
import { usePlanMany } from './usePlanMany';

type Row = OrgRow & { id: string };

/** Workloads a gap is planned for at a time. */
const AT_ONCE = 100;

/** Puts a practice into the plans of the workloads that lack it. */
export function PlanGapDialog(props: {
  gap: Gap;
  title: string;
  onClose(): void;
}) {
  const { gap, title, onClose } = props;
  const { t } = useMlLensTranslation();
  const toasts = useToasts();
  const mayTarget = useManageTargets();
  const query = useOrgQuery('queryScorecards', {
    lens: gap.lensId,
    gap: [gapValue(gap)],
    sort: 'owner',
    limit: AT_ONCE,
  });
  const rows: Row[] = (query.data?.items ?? []).map(row => ({
    ...row,
    id: row.workloadId,
  }));
  const nameOf = useEntityNames(rows.flatMap(({ owner }) => owner ?? []));
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const [wish, setWish] = useState<PlanWish>({
    assign: 'owner',
    assignee: null,
    dueDate: DateTime.now().plus({ months: 3 }).toISODate(),
  });
  const [minScore, setMinScore] = useState<number>();
  const plan = usePlanMany();
  const target = useSaveTarget(undefined);
  const chosen = rows.filter(({ id }) => !left.has(id));
  const owners = [...new Set(chosen.flatMap(({ owner }) => owner ?? []))];
  const set = planSetOf(wish);
  const wantsTarget = minScore !== undefined;

  const save = async () => {
    const { items } = await plan.mutateAsync({
      items: chosen.map(({ workloadId }) => ({
        workloadId,
        lens: gap.lensId,
        questionId: gap.questionId,
        choiceId: gap.choiceId,
      })),
      set: set!,
    });
    const done = items.filter(({ ok }) => ok).length;
    if (wantsTarget && done > 0 && wish.dueDate) {
      await target.mutateAsync({
        name: title.slice(0, 100),
        description: '',
        lens: gap.lensId,
        filter: { owner: owners },
        minScore,
        minCoverage: 0,
        phases: [],
        startDate: DateTime.now().toISODate(),
        dueDate: wish.dueDate,
      });
    }
    if (done === items.length) {
      toasts.post({
        status: 'success',
        title: t('org.plan.changed', { count: done }),
      });
      onClose();
    }
  };

  const columns: DataColumn<Row>[] = [
    {
      id: 'workload',
      label: t('org.movers.workload'),
      width: 14,
      cell: row => row.title,
    },
    {
      id: 'owner',
      label: t('org.plan.team'),
      width: 12,
      cell: row => (row.owner ? nameOf(row.owner) : t('org.rollup.none.owner')),
    },
    {
      id: 'score',
      label: t('org.movers.score'),
      width: 5,
      cell: row => row.score ?? t('common.noScore'),
    },
  ];
  return (
    <ActionDialog
      width={760}
      title={t('org.plan.gapTitle', { practice: title })}
      action={t('org.plan.gapAction', { count: chosen.length })}
      isDisabled={
        chosen.length === 0 ||
        !set ||
        (wantsTarget && (!wish.dueDate || owners.length === 0)) ||
        plan.data !== undefined
      }
      isPending={plan.isPending || target.isPending}
      // What fails is said in the dialog.
      onAction={() => void save().catch(() => {})}
      onClose={onClose}
    >
      <PlanOutcome outcome={plan.data} error={plan.error ?? target.error} />
      {query.error && !query.data && (
        <ErrorState error={query.error} onRetry={query.refetch} />
      )}
      {!query.error && !query.data && <LoadingState rows={2} height={48} />}
      {query.data && (
        <div className={`${looks.stack} ${styles.picks}`}>
          <p className={looks.small}>
            {t('org.plan.gapNote', {
              count: chosen.length,
              teams: owners.length,
            })}
            {query.data.totalItems > rows.length &&
              ` ${t('org.plan.gapMore', {
                shown: rows.length,
                all: query.data.totalItems,
              })}`}
          </p>
          <DataRows
            label={t('org.plan.gapList')}
            columns={columns}
            items={rows}
            isStale={query.isPlaceholderData}
            ticks={{
              ticked: new Set(chosen.map(({ id }) => id)),
              disabled: [],
              name: id => rows.find(row => row.id === id)?.title ?? id,
              onChange: ticked =>
                setLeft(
                  new Set(
                    rows.map(({ id }) => id).filter(id => !ticked.has(id)),
                  ),
                ),
            }}
            card={row => (
              <>
                <strong>{row.title}</strong>
                <span className={looks.small}>
                  {row.owner && nameOf(row.owner)}
                </span>
              </>
            )}
          />
        </div>
      )}
      <PlanFields wish={wish} onChange={setWish} />
      {mayTarget && (
        <div className={looks.fields}>
          <Checkbox
            isSelected={wantsTarget}
            onChange={wanted => setMinScore(wanted ? 75 : undefined)}
          >
            {t('org.plan.target')}
          </Checkbox>
          {wantsTarget && (
            <NumberField
              size="small"
              label={t('org.targets.form.minScore')}
              minValue={0}
              maxValue={100}
              value={minScore}
              onChange={value => setMinScore(Math.round(value) || 0)}
            />
          )}
        </div>
      )}
    </ActionDialog>
  );
}
