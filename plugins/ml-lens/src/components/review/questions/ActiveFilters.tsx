// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { FilterChips } from '../../shared/FilterChips';
import { useMlLensTranslation } from '../../../translation';
import { useReviewFrame, useReviewUrl } from '../model';

/** The filters in force, each with a way out. */
export function ActiveFilters() {
  const { lens } = useReviewFrame();
  const { url, set } = useReviewUrl();
  const { t } = useMlLensTranslation();
  const names = {
    phase: lens.phases.find(({ id }) => id === url.phase)?.name ?? url.phase,
    pillar:
      lens.pillars.find(({ id }) => id === url.pillar)?.name ?? url.pillar,
    risk: url.risk && t(`common.risk.${url.risk}`),
  };
  return (
    <FilterChips
      filters={Object.entries(names).flatMap(([key, label]) =>
        label
          ? {
              key,
              label,
              action: t('review.questions.removeFilter', { filter: label }),
              onRemove: () => set({ [key]: undefined }, { push: true }),
            }
          : [],
      )}
      clear={t('review.questions.clearFilters')}
      onClear={() =>
        set(
          { phase: undefined, pillar: undefined, risk: undefined },
          { push: true },
        )
      }
    />
  );
}
