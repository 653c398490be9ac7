// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { Checkbox } from '@backstage/ui';
import type { Improvement } from '@ml-lens/backstage-plugin-ml-lens-common';
import type { CompiledQuestion } from '@ml-lens/lens-model';
import { RiEditLine, RiErrorWarningLine } from '@remixicon/react';
import { useState } from 'react';
import { useMlLensTranslation } from '../../../translation';
import { useFormat, SmallButton } from '../../shared';
import { useReviewFrame, useReviewUrl } from '../model';
import { CreateIssue } from './CreateIssue';
import looks from '../../shared/looks.module.css';
import styles from './Plan.module.css';
import { PlanEditor } from './PlanEditor';
import { Planned } from './Planned';
import { StatusMenu } from './StatusMenu';
import { draftOf, usePutImprovement } from './usePlan';

function Gain(props: { item: Improvement }) {
  const { item } = props;
  const { t } = useMlLensTranslation();
  const format = useFormat();
  if (item.gain === 0) {
    return (
      <span
        className={`${looks.muted} ${styles.gainNone}`}
        title={t('review.plan.gainNoneHint')}
      >
        {t('review.plan.gainNone')}
      </span>
    );
  }
  const points = format.points(item.gain);
  return (
    <span
      className={`${looks.strong} ${styles.gain}`}
      title={t('review.plan.gainHint')}
    >
      {t('review.plan.gain', {
        count: Math.round(item.gain * 10) / 10,
        points,
      })}
    </span>
  );
}

/** One practice of the plan. */
export function PlanItem(props: {
  item: Improvement;
  question: CompiledQuestion;
  isPicked: boolean;
  onPick(choiceIds: string[], isPicked: boolean): void;
}) {
  const { item, question, isPicked, onPick } = props;
  const { canUpdate, workload } = useReviewFrame();
  const { set } = useReviewUrl();
  const { t } = useMlLensTranslation();
  const [isOpen, setOpen] = useState<boolean | 'forIssue'>(false);
  const { save, isPending, conflict, forgetConflict } = usePutImprovement(item);
  const titleOf = (id: string) => question.choice(id)?.title ?? id;
  const title = titleOf(item.choiceId);
  const others = item.together.filter(id => id !== item.choiceId);
  const isPlanned = item.revision > 0;
  const isEditing = canUpdate && (isOpen !== false || conflict !== undefined);
  const close = () => {
    setOpen(false);
    forgetConflict();
  };

  return (
    <li className={styles.item} data-picked={isPicked || undefined}>
      <div className={styles.row}>
        <Checkbox
          aria-label={t('review.plan.pick', { title })}
          isSelected={isPicked}
          onChange={value => onPick([item.choiceId], value)}
        />
        <div className={looks.tight}>
          <div className={styles.practice}>{title}</div>
          {item.riskLevel && (
            <div className={looks.small}>
              {t(`common.ifMissing.${item.riskLevel}`)}
            </div>
          )}
          {others.length > 0 && item.gain > 0 && (
            <div className={looks.small}>
              {t('review.plan.together', {
                count: others.length,
                titles: others.map(titleOf).join(' · '),
              })}{' '}
              <button
                type="button"
                className={looks.link}
                aria-label={t('review.plan.pickTogetherNamed', {
                  count: item.together.length,
                  title,
                })}
                onClick={() => onPick(item.together, true)}
              >
                {t('review.plan.pickTogether', {
                  count: item.together.length,
                })}
              </button>
            </div>
          )}
          <Planned item={item} />
          {item.needsAnswer && (
            <div
              className={`${looks.line} ${looks.small} ${styles.needsAnswer}`}
            >
              <span>
                <RiErrorWarningLine aria-hidden />
                {t('review.plan.needsAnswer')}
              </span>
              <SmallButton
                aria-label={t('review.plan.answerAgainNamed', {
                  title: question.title,
                })}
                onPress={() =>
                  set(
                    { view: undefined, question: question.id },
                    { push: true },
                  )
                }
              >
                {t('review.plan.answerAgain')}
              </SmallButton>
            </div>
          )}
        </div>
        <Gain item={item} />
        <div className={`${looks.line} ${styles.actions}`}>
          <StatusMenu
            title={title}
            status={item.status}
            isDisabled={!canUpdate}
            isPending={isPending && !isEditing}
            onChange={status => save({ ...draftOf(item), status })}
          />
          {canUpdate && (
            <SmallButton
              variant="tertiary"
              iconStart={<RiEditLine />}
              aria-expanded={isEditing}
              aria-label={t(
                isPlanned ? 'review.plan.editNamed' : 'review.plan.planNamed',
                { title },
              )}
              onPress={() => (isEditing ? close() : setOpen(true))}
            >
              {t(isPlanned ? 'review.plan.edit' : 'review.plan.plan')}
            </SmallButton>
          )}
          {!workload.orphaned && (
            <CreateIssue
              item={item}
              question={question}
              title={title}
              onLeave={() => setOpen('forIssue')}
            />
          )}
        </div>
      </div>
      {isEditing && (
        <PlanEditor
          // After a conflict the form begins with what was refused.
          key={conflict ? conflict.theirs.revision : 'form'}
          item={item}
          draft={conflict?.mine}
          theirs={conflict?.theirs}
          isPending={isPending}
          isIssueAwaited={isOpen === 'forIssue'}
          onSave={draft => save(draft, { onSuccess: () => setOpen(false) })}
          onClose={close}
        />
      )}
    </li>
  );
}
