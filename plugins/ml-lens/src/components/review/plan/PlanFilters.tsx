// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import type { Improvement } from '@ml-lens/backstage-plugin-ml-lens-common';
import { useMlLensTranslation } from '../../../translation';
import { useEntityNames } from '../../shared/useEntityNames';
import { FilterSelect } from '../../shared';
import looks from '../../shared/looks.module.css';
import { NOBODY, PLAN_STATUSES, type PlanFilter } from './planModel';
import { useMe } from './useMe';

export function PlanFilters(props: {
  items: Improvement[];
  filter: PlanFilter;
  onChange(filter: PlanFilter): void;
}) {
  const { items, filter, onChange } = props;
  const { t } = useMlLensTranslation();
  const me = useMe();
  const refs = [...new Set(items.flatMap(({ assignee }) => assignee ?? []))];
  const nameOf = useEntityNames(refs);
  return (
    <div className={looks.row}>
      <FilterSelect
        label={t('review.plan.status')}
        all={t('review.plan.allStatuses')}
        options={PLAN_STATUSES.map(id => ({
          id,
          label: t(`review.plan.statusOf.${id}`),
        }))}
        value={filter.status}
        onChange={status => onChange({ ...filter, status })}
      />
      <FilterSelect
        label={t('review.plan.assignee')}
        all={t('review.plan.anyone')}
        options={[
          ...[...new Set([...(me ? [me] : []), ...refs])].map(ref => ({
            id: ref,
            label: ref === me ? t('review.plan.mine') : nameOf(ref),
          })),
          { id: NOBODY, label: t('review.plan.nobody') },
        ]}
        value={filter.assignee}
        onChange={assignee => onChange({ ...filter, assignee })}
      />
    </div>
  );
}
