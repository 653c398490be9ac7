// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { DatePicker, Select } from '@backstage/ui';
import { parseDate } from '@internationalized/date';
import type { PlanItem } from '@ml-lens/backstage-plugin-ml-lens-common';
import { useMlLensTranslation } from '../../../translation';
import { AssigneePicker, PLAN_STATUSES } from '../../review/plan';
import looks from '../../shared/looks.module.css';
import type { PlanChange } from './usePlanMany';

const KEEP = 'keep';

/** What is to be set; what is not chosen stays as it is. */
export interface PlanWish {
  status?: PlanItem['status'];
  assign: 'keep' | 'owner' | 'somebody' | 'nobody';
  /** Of somebody. */
  assignee: string | null;
  dueDate?: string;
}

export const NO_WISH: PlanWish = { assign: KEEP, assignee: null };

/** The wish as the API takes it; undefined where nothing is chosen. */
export function planSetOf(wish: PlanWish): PlanChange['set'] | undefined {
  const { status, assign, assignee, dueDate } = wish;
  const set: PlanChange['set'] = {
    ...(status && { status }),
    ...(dueDate && { dueDate }),
    ...(assign === 'owner' && { assignOwner: true }),
    ...(assign === 'nobody' && { assignee: null }),
    ...(assign === 'somebody' && assignee && { assignee }),
  };
  const isOpen = assign === 'somebody' && !assignee;
  return isOpen || Object.keys(set).length === 0 ? undefined : set;
}

/** Status, assignee and day for many practices at once. */
export function PlanFields(props: {
  wish: PlanWish;
  onChange(wish: PlanWish): void;
}) {
  const { wish, onChange } = props;
  const { t } = useMlLensTranslation();
  const put = (change: Partial<PlanWish>) => onChange({ ...wish, ...change });
  return (
    <div className={looks.fields}>
      <Select
        size="small"
        label={t('review.plan.status')}
        options={[
          { id: KEEP, label: t('org.plan.keep') },
          ...PLAN_STATUSES.map(id => ({
            id,
            label: t(`review.plan.statusOf.${id}`),
          })),
        ]}
        value={wish.status ?? KEEP}
        onChange={value =>
          put({
            status: PLAN_STATUSES.find(status => status === value),
          })
        }
      />
      <Select
        size="small"
        label={t('review.plan.assignee')}
        options={(['keep', 'owner', 'somebody', 'nobody'] as const).map(id => ({
          id,
          label: t(`org.plan.assign.${id}`),
        }))}
        value={wish.assign}
        onChange={value => put({ assign: value as PlanWish['assign'] })}
      />
      {wish.assign === 'somebody' && (
        <AssigneePicker
          value={wish.assignee}
          onChange={assignee => put({ assignee })}
        />
      )}
      <DatePicker
        size="small"
        label={t('review.plan.dueDate')}
        value={wish.dueDate ? parseDate(wish.dueDate) : null}
        onChange={day => put({ dueDate: day?.toString() })}
      />
    </div>
  );
}
