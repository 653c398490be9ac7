// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { DatePicker, Select, TextField } from '@backstage/ui';
import type { Improvement } from '@ml-lens/backstage-plugin-ml-lens-common';
import { type CalendarDate, parseDate } from '@internationalized/date';
import { type FormEvent, useId, useState } from 'react';
import { useMlLensTranslation } from '../../../translation';
import { useEntityNames } from '../../shared/useEntityNames';
import { useFormat, SmallButton, Notice } from '../../shared';
import { focusFirstField } from '../../shared/focusFirstField';
import { AssigneePicker } from './AssigneePicker';
import looks from '../../shared/looks.module.css';
import styles from './Plan.module.css';
import { PLAN_STATUSES } from './planModel';
import { type PlanDraft, draftOf } from './usePlan';

function Conflict(props: { theirs: Improvement; onLoadTheirs(): void }) {
  const { theirs, onLoadTheirs } = props;
  const { t } = useMlLensTranslation();
  const format = useFormat();
  const refs = [theirs.updatedBy, theirs.assignee].filter(ref => ref !== null);
  const nameOf = useEntityNames(refs);
  const summary = [
    t(`review.plan.statusOf.${theirs.status}`),
    theirs.assignee && nameOf(theirs.assignee),
    theirs.dueDate &&
      t('review.plan.due', { when: format.date(theirs.dueDate) }),
    theirs.link,
  ].filter(Boolean);
  return (
    <Notice
      role="alert"
      status="warning"
      title={t('review.plan.conflictTitle', {
        who: theirs.updatedBy ? nameOf(theirs.updatedBy) : t('common.unknown'),
      })}
      description={t('review.plan.conflictText', {
        summary: summary.join(' · '),
      })}
      customActions={
        <SmallButton onPress={onLoadTheirs}>
          {t('review.plan.loadTheirs')}
        </SmallButton>
      }
    />
  );
}

/** Status, assignee, due date and link of one practice. */
export function PlanEditor(props: {
  item: Improvement;
  /** What to begin with, where it is not what is saved. */
  draft?: PlanDraft;
  /** What somebody else saved while this was edited. */
  theirs?: Improvement;
  isPending: boolean;
  /** Whether the reader is off creating an issue, whose address is to be given. */
  isIssueAwaited: boolean;
  onSave(draft: PlanDraft): void;
  onClose(): void;
}) {
  const { item, theirs, isPending, isIssueAwaited, onSave, onClose } = props;
  const { t } = useMlLensTranslation();
  const [draft, setDraft] = useState<PlanDraft>(props.draft ?? draftOf(item));
  const [isChecked, setChecked] = useState(false);
  const awaitedId = useId();
  const change = (part: Partial<PlanDraft>) =>
    setDraft(old => ({ ...old, ...part }));
  const link = draft.link?.trim() ?? '';
  const isLinkBad = isChecked && link !== '' && !/^https?:\/\/\S+$/i.test(link);

  const submit = (event: FormEvent) => {
    event.preventDefault();
    setChecked(true);
    if (link !== '' && !/^https?:\/\/\S+$/i.test(link)) return;
    onSave({ ...draft, link: link === '' ? null : link });
  };
  return (
    <form
      className={`${looks.loose} ${styles.editor}`}
      onSubmit={submit}
      noValidate
    >
      {theirs && (
        <Conflict
          theirs={theirs}
          onLoadTheirs={() => {
            setDraft(draftOf(theirs));
          }}
        />
      )}
      <div className={looks.fields}>
        <Select
          className={styles.field}
          size="small"
          label={t('review.plan.status')}
          options={PLAN_STATUSES.map(id => ({
            id,
            label: t(`review.plan.statusOf.${id}`),
          }))}
          value={draft.status}
          onChange={status =>
            change({ status: status as Improvement['status'] })
          }
        />
        <AssigneePicker
          value={draft.assignee}
          onChange={assignee => change({ assignee })}
        />
        <div className={`${looks.tight} ${styles.field}`}>
          <DatePicker
            size="small"
            label={t('review.plan.dueDate')}
            value={
              draft.dueDate ? (parseDate(draft.dueDate) as CalendarDate) : null
            }
            onChange={value => change({ dueDate: value?.toString() ?? null })}
          />
          {draft.dueDate && (
            <SmallButton
              variant="tertiary"
              onPress={() => change({ dueDate: null })}
            >
              {t('review.plan.clearDue')}
            </SmallButton>
          )}
        </div>
        <div
          ref={isIssueAwaited ? focusFirstField : undefined}
          className={styles.field}
        >
          <TextField
            size="small"
            type="url"
            label={t('review.plan.linkLabel')}
            placeholder="https://"
            value={draft.link ?? ''}
            maxLength={2048}
            isInvalid={isLinkBad}
            aria-describedby={isIssueAwaited ? awaitedId : undefined}
            description={isLinkBad ? t('review.plan.linkBad') : undefined}
            onChange={value => change({ link: value })}
          />
        </div>
      </div>
      {isIssueAwaited && (
        <p id={awaitedId} className={looks.note}>
          {t('review.plan.linkAwaited')}
        </p>
      )}
      <div className={looks.row}>
        <SmallButton type="submit" variant="primary" isPending={isPending}>
          {t(theirs ? 'review.plan.saveMine' : 'common.save')}
        </SmallButton>
        <SmallButton variant="tertiary" onPress={onClose}>
          {t('common.cancel')}
        </SmallButton>
      </div>
    </form>
  );
}
