// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { useMlLensTranslation } from '../../../translation';
import { scoreAppearance, useFormat, useLevelName } from '../../shared';
import looks from '../../shared/looks.module.css';

/** A level with its name on the ladder and how many workloads stand there. */
export interface LevelShare {
  name: string;
  count: number;
  color: string;
}

/**
 * Levels from the bottom, those the ladder does not have last. Levels that
 * would be drawn alike get lighter downwards.
 */
export function levelShares(
  ladder: { name: string; from: number | null }[],
  counts: Record<string, number>,
): LevelShare[] {
  const known = new Set(ladder.map(({ name }) => name));
  const all = [
    ...ladder,
    ...Object.keys(counts)
      .filter(name => !known.has(name))
      .map(name => ({ name, from: null })),
  ];
  const solids = all.map(({ from }) => scoreAppearance(from).solid);
  return all.map(({ name, from }, index) => {
    const alike = solids.slice(index + 1).filter(s => s === solids[index]);
    const strength =
      from === null ? 100 : Math.max(100 - 40 * alike.length, 30);
    return {
      name,
      count: counts[name] ?? 0,
      color: `color-mix(in srgb, ${solids[index]} ${strength}%, transparent)`,
    };
  });
}

/** Workloads by level as one stacked bar; the counts are its text. */
export function LevelBar(props: { shares: LevelShare[] }) {
  const { t } = useMlLensTranslation();
  const { number } = useFormat();
  const levelName = useLevelName();
  const shown = props.shares.filter(({ count }) => count > 0);
  const label = shown
    .map(({ name, count }) =>
      t('org.totals.levelCount', {
        level: levelName(name),
        count: number(count),
      }),
    )
    .join(', ');
  return (
    <div
      className={`${looks.bar} ${looks.wide}`}
      role="img"
      aria-label={label}
      title={label}
    >
      {shown.map(({ name, count, color }) => (
        <span key={name} style={{ flexGrow: count, background: color }} />
      ))}
    </div>
  );
}
