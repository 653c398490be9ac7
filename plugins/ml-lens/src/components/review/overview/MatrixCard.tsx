// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { Button, Card, CardBody, CardHeader, Text } from '@backstage/ui';
import { useMlLensTranslation } from '../../../translation';
import { useReviewFrame, useReviewUrl } from '../model';
import styles from './Matrix.module.css';
import { MatrixLegend } from './MatrixLegend';
import { MatrixTable } from './MatrixTable';
import { PillarList } from './PillarList';

/** Where the workload is strong and weak: pillars by phases. */
export function MatrixCard() {
  const { lens } = useReviewFrame();
  const { url, set } = useReviewUrl();
  const { t } = useMlLensTranslation();
  const hasPhases = lens.phases.length > 0;
  return (
    <Card>
      <CardHeader>
        <div className={styles.header}>
          <Text as="h3" variant="title-x-small" weight="bold">
            {t(
              hasPhases ? 'review.matrix.title' : 'review.matrix.titlePillars',
            )}
          </Text>
          {(url.phase || url.pillar) && (
            <Button
              size="small"
              variant="tertiary"
              onPress={() =>
                set({ phase: undefined, pillar: undefined }, { push: true })
              }
            >
              {t('review.matrix.clear')}
            </Button>
          )}
        </div>
      </CardHeader>
      <CardBody>
        {hasPhases ? <MatrixTable /> : <PillarList />}
        <MatrixLegend />
      </CardBody>
    </Card>
  );
}
