// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { PaperSection, PaperTable } from '../../../shared/paper/PaperSection';
import { useMlLensTranslation } from '../../../../translation';
import { LensMarkdown, useFormat } from '../../../shared';
import { useGates } from '../../phases/usePhases';
import { useReview } from '../../model';
import { Who } from '../../../shared/Who';
import styles from '../../../shared/paper/Paper.module.css';
import own from './Report.module.css';

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
