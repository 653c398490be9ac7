// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { EntityRefLink } from '@backstage/plugin-catalog-react';
import { Link } from '@backstage/ui';
import type { Mover } from '@ml-lens/backstage-plugin-ml-lens-common';
import { useMlLensTranslation } from '../../../translation';
import { useFormat } from '../../shared';
import { useReviewPath } from '../hooks';
import { DeltaText, type LensTexts } from '../insights';
import looks from '../../shared/looks.module.css';

/** Causes named in a row; the tab has them all. */
const CAUSES = 3;

/** Who moved, leading to its review. */
export function MoverName(props: { mover: Mover }) {
  const { mover } = props;
  const { t } = useMlLensTranslation();
  const path = useReviewPath()(mover);
  return (
    <div className={looks.tight}>
      <Link href={path} variant="body-medium" weight="bold" standalone>
        {mover.title}
      </Link>
      <span className={looks.small}>
        {mover.owner ? (
          <EntityRefLink entityRef={mover.owner} defaultKind="group" hideIcon />
        ) : (
          t('org.rollup.none.owner')
        )}
      </span>
    </div>
  );
}

/** From what to what, and by how much. */
export function MoveCell(props: {
  from: number;
  to: number;
  good: 'up' | 'down';
}) {
  const { from, to, good } = props;
  const { t } = useMlLensTranslation();
  const { number } = useFormat();
  return (
    <div className={looks.line}>
      <span className={looks.strong}>
        {from === to
          ? number(to)
          : t('org.movers.fromTo', { from: number(from), to: number(to) })}
      </span>
      {from !== to && (
        <DeltaText now={to} before={from} good={good} format={number} />
      )}
    </div>
  );
}

/** The level before and after. */
export function LevelMove(props: {
  mover: Pick<Mover, 'level'>;
  levelName: (level: string) => string;
}) {
  const { from, to } = props.mover.level;
  const { t } = useMlLensTranslation();
  return (
    <span>
      {from === to
        ? props.levelName(to)
        : t('org.movers.fromTo', {
            from: props.levelName(from),
            to: props.levelName(to),
          })}
    </span>
  );
}

/** The questions that moved it, and what moving to another version did. */
export function CausesCell(props: { mover: Mover; texts: LensTexts }) {
  const { mover, texts } = props;
  const { t } = useMlLensTranslation();
  const { number, signed } = useFormat();
  const path = useReviewPath();
  const shown = mover.causes.slice(0, CAUSES);
  const others = mover.causes.length - shown.length;
  return (
    <ul className={looks.tight}>
      {mover.ofUpgrades !== 0 && (
        <li className={looks.strong}>
          {mover.upgradeOnly
            ? t('org.movers.upgradeOnly', { version: mover.lens.version })
            : t('org.movers.ofUpgrades', {
                count: Math.abs(mover.ofUpgrades),
                points: signed(mover.ofUpgrades),
                version: mover.lens.version,
              })}
        </li>
      )}
      {shown.map(id => (
        <li key={id}>
          <Link href={path(mover, { question: id })} variant="body-small">
            {texts.questionTitle(id)}
          </Link>
        </li>
      ))}
      {others > 0 && (
        <li className={looks.small}>
          {t('org.movers.moreCauses', {
            count: others,
            number: number(others),
          })}
        </li>
      )}
    </ul>
  );
}
