// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import type { LensStatus } from '@ml-lens/backstage-plugin-ml-lens-common';
import {
  RiArchive2Line,
  RiCheckboxCircleFill,
  RiDraftLine,
  RiEqualLine,
  RiFlashlightLine,
} from '@remixicon/react';
import { useMlLensTranslation } from '../../../translation';
import { Chip, family } from '../../shared';

const STATUS_APPEARANCE = {
  DRAFT: family('medium', RiDraftLine),
  PUBLISHED: family('none', RiCheckboxCircleFill),
  ARCHIVED: family('open', RiArchive2Line),
};
const MAJOR = family('progress', RiFlashlightLine);
const MINOR = family('open', RiEqualLine);

/** Draft, published or archived. */
export function LensStatusChip(props: { status: LensStatus }) {
  const { status } = props;
  const { t } = useMlLensTranslation();
  return (
    <Chip
      appearance={STATUS_APPEARANCE[status]}
      label={t(`lenses.status.${status}`)}
    />
  );
}

/** Whether a change makes reviewers look again. */
export function MajorChip(props: { major: boolean }) {
  const { major } = props;
  const { t } = useMlLensTranslation();
  return (
    <Chip
      appearance={major ? MAJOR : MINOR}
      label={t(major ? 'lenses.change.major' : 'lenses.change.minor')}
    />
  );
}
