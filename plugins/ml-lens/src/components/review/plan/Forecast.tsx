// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { parseDate } from '@internationalized/date';
import { VisuallyHidden, DatePicker } from '@backstage/ui';
import { type Improvement } from '@ml-lens/backstage-plugin-ml-lens-common';
import { levelOf, simulatePractices } from '@ml-lens/lens-model';
import { levelFigures } from '@ml-lens/lens-model/due';
import { RiArrowRightLine } from '@remixicon/react';
import { useMemo, useState } from 'react';
import { AssigneePicker } from './AssigneePicker';
import { useMlLensTranslation } from '../../../translation';
import {
  LevelChip,
  ScoreRing,
  useFormat,
  useLevelName,
  DialogButton,
  ActionDialog,
  errorText,
  useApiMutation,
  SmallButton,
  Notice,
} from '../../shared';
import { useLevels, useReview, useReviewFrame } from '../model';
import looks from '../../shared/looks.module.css';
import styles from './Plan.module.css';
import { practiceKey } from './planModel';

/** Plans what was picked for the forecast: who does it, and until when. */
function PlanPickedDialog(props: {
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

/** How many practices "the first few" are. */
const TOP = 5;

/** The scorecard if these practices were in place, with the company's levels. */
function useForecast(picked: readonly Improvement[]) {
  const { lens, answerOf, review } = useReview();
  const { currentPhase } = review.scorecard;
  const { definition } = useReviewFrame();
  const levels = useLevels(definition);
  return useMemo(() => {
    const scorecard = simulatePractices(lens, answerOf, picked, currentPhase);
    const figures = levelFigures(scorecard, levels ?? []);
    return { ...scorecard, level: levelOf(figures, levels) };
  }, [answerOf, currentPhase, lens, levels, picked]);
}

/** What the score would be once the picked practices are done. */
export function Forecast(props: {
  shown: readonly Improvement[];
  picked: readonly Improvement[];
  onPick(keys: string[]): void;
}) {
  const { shown, picked, onPick } = props;
  const { review } = useReview();
  const { canUpdate } = useReviewFrame();
  const { t } = useMlLensTranslation();
  const format = useFormat();
  const levelName = useLevelName();
  const then = useForecast(picked);
  const { score: before, level } = review.scorecard;
  const points = (then.score ?? 0) - (before ?? 0);
  const top = shown.slice(0, TOP);
  const inProgress = shown.filter(({ status }) => status === 'IN_PROGRESS');
  return (
    <section
      className={`${looks.line} ${looks.panel} ${styles.forecast}`}
      aria-label={t('review.forecast.label')}
      data-active={picked.length > 0 || undefined}
    >
      <div className={looks.row}>
        <figure className={looks.row}>
          <ScoreRing score={before} size={56} />
          <figcaption className={`${looks.line} ${looks.small}`}>
            <span>{t('review.forecast.now')}</span>
            <LevelChip level={level} score={before} />
          </figcaption>
        </figure>
        {picked.length > 0 && (
          <>
            <RiArrowRightLine size={20} className={looks.muted} aria-hidden />
            <figure className={looks.row}>
              <ScoreRing score={then.score} size={56} />
              <figcaption className={`${looks.line} ${looks.small}`}>
                <span>{t('review.forecast.then')}</span>
                <LevelChip level={then.level} score={then.score} />
              </figcaption>
            </figure>
          </>
        )}
      </div>
      <div className={styles.forecastText}>
        {picked.length === 0 ? (
          t('review.forecast.hint')
        ) : (
          <>
            <strong className={looks.strong}>
              {points === 0
                ? t('review.forecast.same')
                : t('review.forecast.change', {
                    count: Math.abs(points),
                    points: format.signed(points),
                  })}
            </strong>
            <span>{t('review.forecast.picked', { count: picked.length })}</span>
          </>
        )}
      </div>
      <div className={looks.row}>
        {top.length > 0 && (
          <SmallButton onPress={() => onPick(top.map(practiceKey))}>
            {t('review.forecast.pickTop', { count: top.length })}
          </SmallButton>
        )}
        {inProgress.length > 0 && (
          <SmallButton onPress={() => onPick(inProgress.map(practiceKey))}>
            {t('review.forecast.pickProgress')}
          </SmallButton>
        )}
        {picked.length > 0 && canUpdate && (
          <DialogButton
            label={t('review.forecast.plan', { count: picked.length })}
            variant="primary"
          >
            {close => (
              <PlanPickedDialog
                picked={picked}
                onDone={() => {
                  close();
                  onPick([]);
                }}
                onClose={close}
              />
            )}
          </DialogButton>
        )}
        {picked.length > 0 && (
          <SmallButton variant="tertiary" onPress={() => onPick([])}>
            {t('review.forecast.clear')}
          </SmallButton>
        )}
      </div>
      <VisuallyHidden>
        <div aria-live="polite">
          {picked.length > 0 &&
            t('review.forecast.live', {
              before: before === null ? t('common.noScore') : String(before),
              after:
                then.score === null ? t('common.noScore') : String(then.score),
              level: levelName(then.level),
            })}
        </div>
      </VisuallyHidden>
    </section>
  );
}
