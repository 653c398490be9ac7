// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { MatrixLegend } from './MatrixLegend';
import { TitledCard, SmallButton } from '../../shared';
import { useMlLensTranslation } from '../../../translation';
import { useReviewFrame, useReviewUrl } from '../model';
import styles from './Matrix.module.css';
import { MatrixTable } from './MatrixTable';
import { PillarList } from './PillarList';

/** Where the workload is strong and weak: pillars by phases. */
export function MatrixCard() {
  const { lens } = useReviewFrame();
  const { url, set } = useReviewUrl();
  const { t } = useMlLensTranslation();
  const hasPhases = lens.phases.length > 0;
  return (
    <TitledCard
      title={t(
        hasPhases ? 'review.matrix.title' : 'review.matrix.titlePillars',
      )}
      actions={
        // Its place is kept, so that nothing moves once there is something to clear.
        <div className={styles.clear}>
          {(url.phase || url.pillar) && (
            <SmallButton
              variant="tertiary"
              onPress={() =>
                set({ phase: undefined, pillar: undefined }, { push: true })
              }
            >
              {t('review.matrix.clear')}
            </SmallButton>
          )}
        </div>
      }
    >
      {hasPhases ? <MatrixTable /> : <PillarList />}
      <MatrixLegend />
    </TitledCard>
  );
}
