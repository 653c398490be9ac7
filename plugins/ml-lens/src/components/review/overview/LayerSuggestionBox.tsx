// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { RiCheckLine, RiCloseLine, RiLightbulbLine } from '@remixicon/react';
import type { LayerSuggestion, LensStackLayer } from '@ml-lens/lens-model';
import { useMlLensTranslation } from '../../../translation';
import { SmallButton } from '../../shared';
import looks from '../../shared/looks.module.css';
import styles from './ProfileForm.module.css';

/** The suggested layer and why, in words. */
export function LayerSuggestionBox(props: {
  suggestion: LayerSuggestion | null;
  layers: readonly LensStackLayer[];
  isChosen: boolean;
  /** Absent where nothing can be changed. */
  onUse?(layerId: string): void;
}) {
  const { suggestion, layers, isChosen, onUse } = props;
  const { t } = useMlLensTranslation();
  const layer = layers.find(({ id }) => id === suggestion?.layer);
  if (!suggestion || !layer) {
    return <p className={looks.note}>{t('review.profile.suggestionNone')}</p>;
  }
  return (
    <div className={`${looks.row} ${styles.suggestion}`} role="status">
      <RiLightbulbLine aria-hidden size={20} />
      <div className={styles.suggestionText}>
        <strong>{t('review.profile.suggestion', { layer: layer.name })}</strong>
        <ul>
          {suggestion.reasons.map(({ rating, value, fits }) => {
            const values = {
              rating: t(`review.profile.${rating}`),
              value: t(
                `review.profile.value.${value}` as 'review.profile.value.low',
              ),
            };
            return (
              <li key={rating}>
                {fits ? (
                  <RiCheckLine aria-hidden size={14} />
                ) : (
                  <RiCloseLine aria-hidden size={14} />
                )}
                {fits
                  ? t('review.profile.fits', values)
                  : t('review.profile.differs', {
                      ...values,
                      expected: t(`review.profile.value.${layer[rating]}`),
                    })}
              </li>
            );
          })}
        </ul>
      </div>
      {onUse && !isChosen && (
        <SmallButton onPress={() => onUse(layer.id)}>
          {t('review.profile.useSuggestion')}
        </SmallButton>
      )}
    </div>
  );
}
