// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { type Waiver } from '@ml-lens/backstage-plugin-ml-lens-common';
import { PaperSection, PaperTable } from '../../../shared/paper/PaperSection';
import { useMlLensTranslation } from '../../../../translation';
import { LensMarkdown, useFormat } from '../../../shared';
import { useReviewFrame } from '../../model';
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
