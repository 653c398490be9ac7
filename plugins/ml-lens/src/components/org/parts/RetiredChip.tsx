// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { RiArchiveLine } from '@remixicon/react';
import { useMlLensTranslation } from '../../../translation';
import { Chip, STATUS_APPEARANCE } from '../../shared';

const APPEARANCE = { ...STATUS_APPEARANCE.NOT_STARTED, icon: RiArchiveLine };

/** A workload whose lifecycle is over: listed, but in no figure of many. */
export function RetiredChip() {
  const { t } = useMlLensTranslation();
  return (
    <Chip
      appearance={APPEARANCE}
      label={t('org.table.retired')}
      title={t('org.table.retiredHint')}
    />
  );
}
