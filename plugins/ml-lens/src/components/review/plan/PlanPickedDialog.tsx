// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { parseDate } from '@internationalized/date';
import { DatePicker } from '@backstage/ui';
import type { Improvement } from '@ml-lens/backstage-plugin-ml-lens-common';
import { useState } from 'react';
import { AssigneePicker } from './AssigneePicker';
import { useMlLensTranslation } from '../../../translation';
import { ActionDialog, errorText, useApiMutation, Notice } from '../../shared';
import { useReviewFrame } from '../model';

/** Plans what was picked for the forecast: who does it, and until when. */
export function PlanPickedDialog(props: {
  picked: readonly Improvement[];
  onDone(): void;
  onClose(): void;
}) {
  const { picked, onDone, onClose } = props;
  const { lens, workload } = useReviewFrame();
  const { t } = useMlLensTranslation();
  const [assignee, setAssignee] = useState<string | null>(null);
  const [dueDate, setDueDate] = useState<string>();
  const { mutate, isPending, data, error } = useApiMutation({
    call: (api, set: { assignee?: string; dueDate?: string }) =>
      api.call('planMany', {
        body: {
          items: picked.map(({ questionId, choiceId, revision }) => ({
            workloadId: workload.id,
            lens: lens.id,
            questionId,
            choiceId,
            revision,
          })),
          set,
        },
      }),
    changes: ['listImprovements', 'listPlanItems', 'getInbox'],
    onDone: ({ items }) => items.every(({ ok }) => ok) && onDone(),
  });
  const failed = data?.items.filter(({ ok }) => !ok) ?? [];
  const titleOf = (questionId: string, choiceId: string) =>
    lens.question(questionId)?.choice(choiceId)?.title ?? choiceId;
  return (
    <ActionDialog
      width={520}
      title={t('review.forecast.planTitle', { count: picked.length })}
      action={t('review.forecast.planAction', { count: picked.length })}
      isDisabled={(!assignee && !dueDate) || data !== undefined}
      isPending={isPending}
      onAction={() =>
        mutate({ ...(assignee && { assignee }), ...(dueDate && { dueDate }) })
      }
      onClose={onClose}
    >
      {(error || failed.length > 0) && (
        <Notice
          role="alert"
          status="danger"
          title={t('review.plan.failed')}
          description={
            error
              ? errorText(error)
              : failed
                  .map(({ questionId, choiceId, error: why }) =>
                    [titleOf(questionId, choiceId), why?.message]
                      .filter(Boolean)
                      .join(': '),
                  )
                  .join(' · ')
          }
        />
      )}
      <ul>
        {picked.map(({ questionId, choiceId }) => (
          <li key={`${questionId}/${choiceId}`}>
            {titleOf(questionId, choiceId)}
          </li>
        ))}
      </ul>
      <DatePicker
        size="small"
        label={t('review.plan.dueDate')}
        value={dueDate ? parseDate(dueDate) : null}
        onChange={day => setDueDate(day?.toString())}
      />
      <AssigneePicker value={assignee} onChange={setAssignee} />
    </ActionDialog>
  );
}
