// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { type Waiver } from '@ml-lens/backstage-plugin-ml-lens-common';
import { visibleText } from '@ml-lens/lens-model/proposals';
import { PaperSection, PaperTable } from '../../../shared/paper/PaperSection';
import { useMlLensTranslation } from '../../../../translation';
import { LensMarkdown, useFormat } from '../../../shared';
import { useGates } from '../../phases/usePhases';
import { useReview, useReviewFrame } from '../../model';
import { Who } from '../../../shared/Who';
import styles from '../../../shared/paper/Paper.module.css';
import own from './Report.module.css';

/** Risks that somebody asked to accept, and what was decided. */
export function WaiversPaper(props: { waivers: Waiver[] }) {
  const { waivers } = props;
  const { lens } = useReviewFrame();
  const { t } = useMlLensTranslation();
  const format = useFormat();
  return (
    <PaperSection
      title={t('review.report.waivers')}
      intro={
        waivers.length === 0
          ? t('review.report.noWaivers')
          : t('review.report.waiversIntro')
      }
    >
      {waivers.length > 0 && (
        <PaperTable
          label={t('review.report.waivers')}
          heads={[
            { label: t('review.report.columns.question') },
            { label: t('review.report.columns.requested') },
            { label: t('review.report.columns.decision') },
            {
              label: t('review.report.columns.until'),
              className: styles.day,
            },
          ]}
        >
          {waivers.map(waiver => (
            <tr key={waiver.id}>
              <th scope="row">
                {lens.question(waiver.questionId)?.title ?? waiver.questionId}
                <LensMarkdown className={own.meta} content={waiver.reason} />
              </th>
              <td>
                <Who actor={waiver.requestedBy} />
                <div className={`${own.meta} ${styles.day}`}>
                  {format.date(waiver.requestedAt)}
                </div>
              </td>
              <td>
                {t(`review.report.waiverStatus.${waiver.status}`)}
                {waiver.decidedBy && waiver.decidedAt && (
                  <div className={own.meta}>
                    <Who actor={waiver.decidedBy} />
                    <div className={styles.day}>
                      {format.date(waiver.decidedAt)}
                    </div>
                  </div>
                )}
                {waiver.decisionNote && (
                  <LensMarkdown
                    className={own.meta}
                    content={waiver.decisionNote}
                  />
                )}
              </td>
              <td className={styles.day}>{format.date(waiver.expiresAt)}</td>
            </tr>
          ))}
        </PaperTable>
      )}
    </PaperSection>
  );
}

/** Answers that rest on what a machine proposed, and who decided. */
export function ProposalsPaper() {
  const { lens, answerOf } = useReview();
  const { t } = useMlLensTranslation();
  const format = useFormat();
  const resting = lens.questions.flatMap(question => {
    const { proposal, updatedBy, updatedAt } = answerOf(question.id);
    return proposal ? [{ question, proposal, updatedBy, updatedAt }] : [];
  });
  if (resting.length === 0) return null;
  return (
    <PaperSection
      title={t('review.report.proposals')}
      intro={t('review.report.proposalsIntro')}
    >
      <PaperTable
        label={t('review.report.proposals')}
        heads={[
          { label: t('review.report.columns.question') },
          { label: t('review.report.columns.agent') },
          { label: t('review.report.columns.decision') },
        ]}
      >
        {resting.map(({ question, proposal, updatedBy, updatedAt }) => (
          <tr key={question.id}>
            <th scope="row">{question.title}</th>
            <td>
              <bdi>{visibleText(proposal.agent)}</bdi>
            </td>
            <td>
              {updatedBy && <Who actor={updatedBy} />}
              {updatedAt && (
                <div className={`${own.meta} ${styles.day}`}>
                  {format.date(updatedAt)}
                </div>
              )}
            </td>
          </tr>
        ))}
      </PaperTable>
    </PaperSection>
  );
}

/** What was decided at gates, by whom, and on what it rests. */
export function GatesPaper() {
  const { lens } = useReview();
  const { data } = useGates();
  const { t } = useMlLensTranslation();
  const format = useFormat();
  const decided = (data?.items ?? []).flatMap(({ gate, requests }) =>
    requests
      .filter(({ status }) => status !== 'OPEN' && status !== 'WITHDRAWN')
      .map(request => ({ gate, request })),
  );
  if (decided.length === 0) return null;
  return (
    <PaperSection title={t('review.report.gates')}>
      <PaperTable
        label={t('review.report.gates')}
        heads={[
          { label: t('review.report.columns.gate') },
          { label: t('review.report.columns.decision') },
          { label: t('review.report.columns.basis') },
        ]}
      >
        {decided.map(({ gate, request }) => (
          <tr key={`${gate.id}/${request.number}`}>
            <th scope="row">{gate.name}</th>
            <td>
              {t(`phases.gate.status.${request.status}`)}
              {request.decisionComment && (
                <LensMarkdown
                  className={own.meta}
                  content={request.decisionComment}
                />
              )}
              {request.conditions.map(one => (
                <div key={`${one.questionId}/${one.choiceId}`}>
                  {lens.question(one.questionId)?.choice(one.choiceId)?.title ??
                    one.choiceId}{' '}
                  {t('phases.gate.until', { date: format.date(one.dueDate) })}
                </div>
              ))}
              <div className={`${own.meta} ${styles.day}`}>
                {request.decidedBy && <Who actor={request.decidedBy} />}{' '}
                {request.decidedAt && format.date(request.decidedAt)}
              </div>
            </td>
            <td>
              {request.basis &&
                t('phases.gate.basis', {
                  seq: String(request.basis.seq),
                  met: String(
                    request.basis.requirements.filter(({ met }) => met).length,
                  ),
                  of: String(request.basis.requirements.length),
                })}
            </td>
          </tr>
        ))}
      </PaperTable>
    </PaperSection>
  );
}
