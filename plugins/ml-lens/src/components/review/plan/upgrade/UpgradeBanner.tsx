// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { Alert, Button } from '@backstage/ui';
import { useState } from 'react';
import { useMlLensTranslation } from '../../../../translation';
import { useReviewFrame, useReviewUrl } from '../../model';
import { UpgradeDialog } from './UpgradeDialog';

/** Says that a newer version of the lens is there, and what it would change. */
export function UpgradeBanner() {
  const { upgradeTo, isPreview, readOnlyReason } = useReviewFrame();
  const { url } = useReviewUrl();
  const { t } = useMlLensTranslation();
  const [isOpen, setOpen] = useState(false);
  // A review of an archived version is moved to go on, so that is no hindrance.
  const mayMove = !readOnlyReason || readOnlyReason === 'archived';
  if (!upgradeTo || isPreview || url.at || !mayMove) return null;
  const { version, isMajor } = upgradeTo;
  return (
    <>
      <Alert
        status={isMajor ? 'warning' : 'info'}
        icon
        title={t(
          isMajor ? 'review.upgrade.majorTitle' : 'review.upgrade.minorTitle',
          { version },
        )}
        description={t(
          isMajor ? 'review.upgrade.majorText' : 'review.upgrade.minorText',
        )}
        customActions={
          <Button
            size="small"
            variant="secondary"
            onPress={() => setOpen(true)}
          >
            {t('review.upgrade.show')}
          </Button>
        }
      />
      {isOpen && (
        <UpgradeDialog toVersion={version} onClose={() => setOpen(false)} />
      )}
    </>
  );
}
