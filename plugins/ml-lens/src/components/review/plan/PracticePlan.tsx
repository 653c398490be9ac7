// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import type { Improvement } from '@ml-lens/backstage-plugin-ml-lens-common';
import { RiCalendarTodoLine } from '@remixicon/react';
import { useState } from 'react';
import { useMlLensTranslation } from '../../../translation';
import { DialogContent, OpenDialog, SmallButton } from '../../shared';
import { useReviewFrame, useReviewUrl } from '../model';
import { CreateIssue } from './CreateIssue';
import looks from '../../shared/looks.module.css';
import styles from './Plan.module.css';
import { PlanEditor } from './PlanEditor';
import { Planned } from './Planned';
import { useImprovements, usePutImprovement } from './usePlan';

/** A practice that nobody planned and that is not in the plan yet. */
function unplanned(questionId: string, choiceId: string): Improvement {
  return {
    questionId,
    choiceId,
    risk: 'UNANSWERED',
    riskLevel: null,
    scoreIfDone: null,
    gain: 0,
    gainAlone: 0,
    together: [choiceId],
    revision: 0,
    status: 'NOT_STARTED',
    assignee: null,
    dueDate: null,
    link: null,
    needsAnswer: false,
    updatedAt: null,
    updatedBy: null,
  };
}

function PracticePlanOf(props: { item: Improvement }) {
  const { item } = props;
  const { canUpdate, lens, workload } = useReviewFrame();
  const { t } = useMlLensTranslation();
  const [isOpen, setOpen] = useState<boolean | 'forIssue'>(false);
  const { save, isPending, conflict, forgetConflict } = usePutImprovement(item);
  const question = lens.question(item.questionId);
  const title = question?.choice(item.choiceId)?.title ?? item.choiceId;
  const isPlanned = item.revision > 0;
  if (!canUpdate && !isPlanned) return null;
  const close = () => {
    setOpen(false);
    forgetConflict();
  };
  return (
    <div className={`${looks.line} ${looks.small} ${styles.inQuestion}`}>
      {isPlanned && (
        <>
          <span>{t(`review.plan.statusOf.${item.status}`)}</span>
          <Planned item={item} />
        </>
      )}
      {canUpdate && (
        <SmallButton
          variant="tertiary"
          iconStart={<RiCalendarTodoLine />}
          aria-label={t(
            isPlanned ? 'review.plan.editNamed' : 'review.plan.planNamed',
            { title },
          )}
          onPress={() => setOpen(true)}
        >
          {t(isPlanned ? 'review.plan.editPlan' : 'review.plan.plan')}
        </SmallButton>
      )}
      {isPlanned && question && !workload.orphaned && (
        <CreateIssue
          item={item}
          question={question}
          title={title}
          onLeave={() => setOpen('forIssue')}
        />
      )}
      {isOpen !== false && (
        <OpenDialog
          title={t('review.plan.planNamed', { title })}
          width={560}
          onClose={close}
        >
          <DialogContent>
            <PlanEditor
              key={conflict ? conflict.theirs.revision : 'form'}
              item={item}
              draft={conflict?.mine}
              theirs={conflict?.theirs}
              isPending={isPending}
              isIssueAwaited={isOpen === 'forIssue'}
              onSave={draft => save(draft, { onSuccess: close })}
              onClose={close}
            />
          </DialogContent>
        </OpenDialog>
      )}
    </div>
  );
}

/**
 * What is planned for a practice, where it is answered: who puts it in place
 * and until when, and the way to say so.
 */
export function PracticePlan(props: { questionId: string; choiceId: string }) {
  const { questionId, choiceId } = props;
  const { isPreview } = useReviewFrame();
  const { url } = useReviewUrl();
  const isShown = !isPreview && !url.at;
  const { data } = useImprovements(isShown);
  if (!isShown || !data) return null;
  const item = data.items.find(
    one => one.questionId === questionId && one.choiceId === choiceId,
  );
  return <PracticePlanOf item={item ?? unplanned(questionId, choiceId)} />;
}
