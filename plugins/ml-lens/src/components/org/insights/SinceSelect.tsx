// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { Select } from '@backstage/ui';
import { useMemo } from 'react';
import { useMlLensTranslation } from '../../../translation';
import { dayOf, instantOf } from '../../shared/days';
import { DayPicker } from '../../shared/DayPicker';
import looks from '../../shared/looks.module.css';
import { SINCE, sinceInstant } from './since';
import { useUrlKeys } from '../../shared/useUrlKeys';

const DAY = 'day';

/** What the figures are compared with, from the address. */
export function useSince() {
  const { get, set } = useUrlKeys<'since'>();
  const value = get('since');
  const instant = useMemo(() => sinceInstant(value), [value]);
  return { value, instant, set: (since?: string) => set({ since }) };
}

/** Chooses the past the figures are compared with: some days ago, or a day. */
export function SinceSelect() {
  const { value, instant, set } = useSince();
  const { t } = useMlLensTranslation();
  const preset = value ?? SINCE[0];
  const isDay = !SINCE.some(one => one === preset);
  return (
    <div className={looks.row}>
      <Select
        size="small"
        aria-label={t('org.since.label')}
        options={[
          ...SINCE.map(id => ({ id, label: t(`org.since.${id}`) })),
          { id: DAY, label: t('org.since.day') },
        ]}
        value={isDay ? DAY : preset}
        onChange={next => {
          if (next === DAY) {
            set(dayOf(instant ?? sinceInstant(undefined)!));
          } else {
            set(next === SINCE[0] ? undefined : String(next));
          }
        }}
      />
      {isDay && (
        <DayPicker
          label={t('org.since.dayLabel')}
          value={instant ?? instantOf(preset)}
          onPick={picked => set(picked ? dayOf(picked) : undefined)}
        />
      )}
    </div>
  );
}
