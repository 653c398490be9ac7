// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { PaperSection, PaperTable } from '../../../shared/paper/PaperSection';
import { useMlLensTranslation } from '../../../../translation';
import { useFormat } from '../../../shared';
import { useReview, useReviewFrame } from '../../model';
import { Who } from '../../../shared/Who';
import styles from '../../../shared/paper/Paper.module.css';
import own from './Report.module.css';
import type { PaperPlanItem } from './planAt';
import { mootItems } from './reportModel';

/** Most practices on paper; who needs all of them looks at the plan itself. */
const MOST = 20;

/** How far it is, who does it and until when. */
function PlannedCells(props: { item: PaperPlanItem }) {
  const { planned } = props.item;
  const { t } = useMlLensTranslation();
  const format = useFormat();
  return (
    <>
      <td className={own.status}>
        {planned ? t(`review.plan.statusOf.${planned.status}`) : '–'}
      </td>
      <td>{planned?.assignee ? <Who actor={planned.assignee} /> : '–'}</td>
      <td className={styles.day}>
        {planned?.dueDate ? format.date(planned.dueDate) : '–'}
      </td>
    </>
  );
}

/** What is to be done next, as far as it is not done. */
export function PlanPaper(props: { items: PaperPlanItem[] }) {
  const { lens, readOnlyReason } = useReviewFrame();
  const { t } = useMlLensTranslation();
  const format = useFormat();
  const open = props.items.filter(
    ({ planned }) =>
      planned?.status !== 'COMPLETE' && planned?.status !== 'NOT_APPLICABLE',
  );
  if (open.length === 0) return null;
  const shown = open.slice(0, MOST);
  // Of the past it may be that nothing is known of who was to do what.
  const isPlanned = shown.some(({ planned }) => planned);
  return (
    <PaperSection
      title={t('review.report.plan')}
      intro={
        <>
          {t('review.report.planIntro')}
          {isPlanned &&
            readOnlyReason === 'past' &&
            ` ${t('review.report.planPast')}`}
        </>
      }
    >
      <PaperTable
        label={t('review.report.plan')}
        heads={[
          { label: t('review.report.columns.practice') },
          ...(isPlanned
            ? [
                {
                  label: t('review.report.columns.status'),
                  className: own.status,
                },
                { label: t('review.report.columns.assignee') },
                {
                  label: t('review.report.columns.due'),
                  className: styles.day,
                },
              ]
            : []),
          {
            label: t('review.report.columns.gain'),
            className: own.number,
          },
        ]}
      >
        {shown.map(item => {
          const question = lens.question(item.questionId);
          return (
            <tr key={`${item.questionId} ${item.choiceId}`}>
              <th scope="row">
                {question?.choice(item.choiceId)?.title ?? item.choiceId}
                <div className={own.meta}>{question?.title}</div>
              </th>
              {isPlanned && <PlannedCells item={item} />}
              <td className={own.number}>
                {item.gain > 0
                  ? t('review.report.points', {
                      points: format.points(item.gain),
                    })
                  : '–'}
              </td>
            </tr>
          );
        })}
      </PaperTable>
      {open.length > MOST && (
        <p className={styles.intro}>
          {t('review.report.planMore', { count: open.length - MOST })}
        </p>
      )}
    </PaperSection>
  );
}

/** What was left out, why, and what that means for the score. */
export function MootPaper() {
  const { lens, answerOf } = useReview();
  const { t } = useMlLensTranslation();
  const items = mootItems(lens, answerOf);
  return (
    <PaperSection
      title={t('review.report.moot')}
      intro={t('review.report.policy')}
    >
      {items.length === 0 ? (
        <p className={styles.intro}>{t('review.report.noMoot')}</p>
      ) : (
        <PaperTable
          label={t('review.report.moot')}
          heads={[
            { label: t('review.report.columns.what') },
            { label: t('review.report.columns.reason') },
          ]}
        >
          {items.map(({ id, practice, question, reason, notes }) => (
            <tr key={id}>
              <th scope="row">
                {practice ?? question}
                {practice && <div className={own.meta}>{question}</div>}
              </th>
              <td>
                {t(`common.reason.${reason}`)}
                {notes && <div className={own.meta}>{notes}</div>}
              </td>
            </tr>
          ))}
        </PaperTable>
      )}
    </PaperSection>
  );
}
