// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import type { PlanItem } from '@ml-lens/backstage-plugin-ml-lens-common';
import { useState } from 'react';
import { usePlanMany } from './usePlanMany';
import { PlanOutcome } from './PlanOutcome';
import { NO_WISH, PlanFields, planSetOf } from './PlanFields';
import { useMlLensTranslation } from '../../../translation';
import { ActionDialog, useToasts } from '../../shared';

/** Sets status, assignee or day of many plans at once. */
export function ChangePlanDialog(props: {
  items: readonly PlanItem[];
  onClose(): void;
}) {
  const { items, onClose } = props;
  const { t } = useMlLensTranslation();
  const toasts = useToasts();
  const [wish, setWish] = useState(NO_WISH);
  const { mutate, isPending, data, error } = usePlanMany();
  const set = planSetOf(wish);
  return (
    <ActionDialog
      width={640}
      title={t('org.plan.changeTitle', { count: items.length })}
      action={t('common.save')}
      isDisabled={!set || data !== undefined}
      isPending={isPending}
      onAction={() =>
        mutate(
          {
            items: items.map(
              ({ workloadId, lens, questionId, choiceId, revision }) => ({
                workloadId,
                lens: lens.id,
                questionId,
                choiceId,
                revision,
              }),
            ),
            set: set!,
          },
          {
            onSuccess({ items: lines }) {
              if (lines.every(({ ok }) => ok)) {
                toasts.post({
                  status: 'success',
                  title: t('org.plan.changed', { count: lines.length }),
                });
                onClose();
              }
            },
          },
        )
      }
      onClose={onClose}
    >
      <PlanOutcome outcome={data} error={error} />
      <PlanFields wish={wish} onChange={setWish} />
    </ActionDialog>
  );
}
