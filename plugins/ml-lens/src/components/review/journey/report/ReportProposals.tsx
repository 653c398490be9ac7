// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { visibleText } from '@ml-lens/lens-model/proposals';
import { PaperSection, PaperTable } from '../../../shared/paper/PaperSection';
import { useMlLensTranslation } from '../../../../translation';
import { useFormat } from '../../../shared';
import { useReview } from '../../model';
import { Who } from '../../../shared/Who';
import styles from '../../../shared/paper/Paper.module.css';
import own from './Report.module.css';

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
