// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { useMlLensTranslation } from '../../../translation';
import { LateChip, useFormat } from '../../shared';

/** Until when something waits; how late it is once that is over. */
export function Due(props: { at: string }) {
  const { at } = props;
  const { t } = useMlLensTranslation();
  const { date, relative } = useFormat();
  return Date.parse(at) < Date.now() ? (
    // By the day it was due, as everywhere else.
    <LateChip since={at.slice(0, 'YYYY-MM-DD'.length)} />
  ) : (
    <span>{t('org.inbox.due', { date: date(at), in: relative(at) })}</span>
  );
}
