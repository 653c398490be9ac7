// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { SmallButton, Notice } from '../../shared';
import { useMlLensTranslation } from '../../../translation';
import { useUrlKeys } from '../../shared/useUrlKeys';
import { useUpgradeOutlook } from './useUpgradeMany';

/** Says how many reviews are on another version than this one, and leads there. */
export function OlderReviews(props: { lensId: string; version: string }) {
  const { lensId, version } = props;
  const { t } = useMlLensTranslation();
  const { get, set } = useUrlKeys<'tab' | 'question'>();
  const { data } = useUpgradeOutlook(lensId, version);
  const count = data ? data.moving + data.readOnly : 0;
  if (count === 0 || get('tab') === 'reviews') return null;
  return (
    <Notice
      status="info"
      title={t('lenses.upgrade.older', { count, version })}
      description={t('lenses.upgrade.olderText', { count: data!.moving })}
      customActions={
        <SmallButton
          onPress={() => set({ tab: 'reviews', question: undefined })}
        >
          {t('lenses.upgrade.show')}
        </SmallButton>
      }
    />
  );
}
