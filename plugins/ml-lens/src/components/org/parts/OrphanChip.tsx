// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { RiLinkUnlinkM } from '@remixicon/react';
import { useMlLensTranslation } from '../../../translation';
import { Chip, family } from '../../shared';

const APPEARANCE = family('medium', RiLinkUnlinkM);

/** A workload no entity of the catalog links to any more. */
export function OrphanChip() {
  const { t } = useMlLensTranslation();
  return (
    <Chip
      appearance={APPEARANCE}
      label={t('org.table.orphaned')}
      title={t('org.table.orphanedHint')}
    />
  );
}
