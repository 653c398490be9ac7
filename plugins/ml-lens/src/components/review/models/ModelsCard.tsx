// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import type { WorkloadModel } from '@ml-lens/backstage-plugin-ml-lens-common';
import { TitledCard } from '../../shared';
import { useMlLensTranslation } from '../../../translation';
import { useReviewFrame } from '../model';
import { StartIteration } from '../overview/StartIteration';
import { ModelItem } from './ModelItem';
import looks from '../../shared/looks.module.css';
import styles from './Models.module.css';

/** "2 of 3 registered", of those a registry could be asked about. */
function useSummary(models: readonly WorkloadModel[]): string {
  const { t } = useMlLensTranslation();
  const asked = models.filter(
    ({ source, found }) => source !== 'prometheus' && found !== null,
  );
  const count = t('review.models.count', { count: models.length });
  return asked.length === 0
    ? count
    : `${count} · ${t('review.models.registered', {
        found: asked.filter(({ found }) => found).length,
        count: asked.length,
      })}`;
}

/**
 * Models of the workload as the systems where they live know them, worst first.
 * They change no answer; an alarm offers to begin the last phase anew.
 */
export function ModelsCard() {
  const { lens, models } = useReviewFrame();
  const { t } = useMlLensTranslation();
  const summary = useSummary(models);
  if (models.length === 0) return null;
  const phase = lens.phases.at(-1);
  const isFiring = models.some(({ alarms }) => Boolean(alarms?.firing));
  return (
    <TitledCard
      title={t('review.models.title')}
      actions={
        <span className={`${looks.note} ${styles.summary}`}>{summary}</span>
      }
    >
      <ul className={styles.list}>
        {models.map(model => (
          <ModelItem key={`${model.source}:${model.name}`} model={model} />
        ))}
      </ul>
      {isFiring && phase && (
        <div className={`${looks.apart} ${styles.offer}`}>
          <p>{t('review.models.offer', { phase: phase.name })}</p>
          <StartIteration
            phase={phase}
            reason={t('review.phase.reasonDrift')}
          />
        </div>
      )}
    </TitledCard>
  );
}
