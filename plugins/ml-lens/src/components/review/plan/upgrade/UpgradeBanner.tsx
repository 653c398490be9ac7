// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { DialogButton, Notice } from '../../../shared';
import { useMlLensTranslation } from '../../../../translation';
import { useReviewFrame, useReviewUrl } from '../../model';
import { UpgradeDialog } from './UpgradeDialog';

/** Says that a newer version of the lens is there, and what it would change. */
export function UpgradeBanner() {
  const { upgradeTo, isPreview, readOnlyReason } = useReviewFrame();
  const { url } = useReviewUrl();
  const { t } = useMlLensTranslation();
  // A review of an archived version is moved to go on, so that is no hindrance.
  const mayMove = !readOnlyReason || readOnlyReason === 'archived';
  if (!upgradeTo || isPreview || url.at || !mayMove) return null;
  const { version, isMajor } = upgradeTo;
  return (
    <Notice
      status={isMajor ? 'warning' : 'info'}
      title={t(
        isMajor ? 'review.upgrade.majorTitle' : 'review.upgrade.minorTitle',
        { version },
      )}
      description={t(
        isMajor ? 'review.upgrade.majorText' : 'review.upgrade.minorText',
      )}
      customActions={
        <DialogButton label={t('review.upgrade.show')}>
          {close => <UpgradeDialog toVersion={version} onClose={close} />}
        </DialogButton>
      }
    />
  );
}
