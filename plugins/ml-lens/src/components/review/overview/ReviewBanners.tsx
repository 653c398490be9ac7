// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import {
  type AnnotationProblem,
  ML_LENS_ANNOTATIONS,
} from '@ml-lens/backstage-plugin-ml-lens-common';
import { Who } from '../../shared/Who';
import { useMlLensTranslation } from '../../../translation';
import { useFormat, SmallButton, Notice } from '../../shared';
import { useReview, useReviewFrame, useReviewUrl } from '../model';
import { ProblemList } from './ProblemList';
import looks from '../../shared/looks.module.css';
import styles from './ReviewBanners.module.css';

/** Why nothing can be changed, where nothing can. */
function ReadOnlyBanner() {
  const { readOnlyReason, review, workload } = useReview();
  const { set } = useReviewUrl();
  const { t } = useMlLensTranslation();
  const format = useFormat();
  switch (readOnlyReason) {
    case 'past':
      return (
        <Notice
          status="info"
          title={t('review.banners.pastTitle', {
            when: format.dateTime(review.at),
          })}
          description={t('review.banners.pastText')}
          customActions={
            <SmallButton onPress={() => set({ at: undefined }, { push: true })}>
              {t('review.banners.backToNow')}
            </SmallButton>
          }
        />
      );
    case 'archived':
      return (
        <Notice
          status="info"
          title={t('review.banners.archivedTitle')}
          description={t('review.banners.archivedText')}
        />
      );
    case 'permission':
      // Said already: it has no owner, and comes back with an entity.
      if (workload.orphaned) return null;
      return (
        <Notice
          status="info"
          title={t('review.banners.permissionTitle')}
          description={
            workload.owner
              ? t('review.banners.permissionText', {
                  owner: <Who actor={workload.owner} />,
                })
              : t('review.banners.permissionTextNoOwner')
          }
        />
      );
    default:
      return null;
  }
}

/** What a reader must know before reading: problems, and why it is read-only. */
export function ReviewBanners(props: { problems: AnnotationProblem[] }) {
  const { problems } = props;
  const { workload } = useReviewFrame();
  const { t } = useMlLensTranslation();
  return (
    <div className={`${looks.stack} ${styles.root}`}>
      {problems.length > 0 && (
        <Notice
          status="warning"
          title={t('review.banners.problemsTitle', { count: problems.length })}
          description={<ProblemList problems={problems} />}
        />
      )}
      {workload.orphaned && (
        <Notice
          status="warning"
          title={t('review.banners.orphanedTitle')}
          description={t('review.banners.orphanedText', {
            annotation: <code>{ML_LENS_ANNOTATIONS.workload}</code>,
            workloadId: <code>{workload.id}</code>,
          })}
        />
      )}
      <ReadOnlyBanner />
    </div>
  );
}
