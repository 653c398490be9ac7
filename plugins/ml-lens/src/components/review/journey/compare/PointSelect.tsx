// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { Select } from '@backstage/ui';
import { useMlLensTranslation } from '../../../../translation';
import { useFormat } from '../../../shared';
import { DayPicker } from '../../../shared/DayPicker';
import type { ScoreHistory } from '../score/scoreLayout';
import looks from '../../../shared/looks.module.css';
import styles from './Compare.module.css';
import { DAY, NOW, START, choiceOf, monthAgo, startOf } from './points';

/** Chooses a point of the review's life: a milestone, a day, or now. */
export function PointSelect(props: {
  label: string;
  dayLabel: string;
  value: string | undefined;
  history: ScoreHistory;
  hasNow?: boolean;
  hasStart?: boolean;
  onChange(point: string): void;
}) {
  const { label, dayLabel, value, history, hasNow, hasStart, onChange } = props;
  const { t } = useMlLensTranslation();
  const format = useFormat();
  const { milestones, points } = history;
  const start = startOf(points);
  const choice = choiceOf(value, milestones, start);
  const pick = (id: string) => {
    if (id === START) onChange(start ?? NOW);
    else onChange(id === DAY ? monthAgo() : id);
  };
  const others = [
    ...(hasNow ? [{ id: NOW, label: t('review.compare.now') }] : []),
    { id: DAY, label: t('review.compare.day') },
    ...(hasStart && start
      ? [{ id: START, label: t('review.compare.start') }]
      : []),
  ];
  const marks = [...milestones].reverse().map(({ id, name, recordedAt }) => ({
    id,
    label: t('review.compare.milestone', {
      name,
      when: format.date(recordedAt),
    }),
  }));
  return (
    <div className={`${looks.row} ${styles.point}`}>
      <span className={looks.small} aria-hidden>
        {label}
      </span>
      <Select
        className={styles.select}
        size="small"
        aria-label={label}
        placeholder={t('review.compare.choose')}
        options={[
          ...(marks.length > 0
            ? [{ title: t('review.compare.milestones'), options: marks }]
            : []),
          { title: t('review.compare.points'), options: others },
        ]}
        value={choice ?? null}
        onChange={id => id !== null && pick(String(id))}
      />
      {choice === DAY && (
        <DayPicker
          label={dayLabel}
          value={value}
          onPick={instant => onChange(instant ?? NOW)}
        />
      )}
    </div>
  );
}
