// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { EntityRefLink } from '@backstage/plugin-catalog-react';
import { Link } from '@backstage/ui';
import type { UpgradeCandidate } from '@ml-lens/backstage-plugin-ml-lens-common';
import { useMlLensTranslation } from '../../../translation';
import { DeltaText, useFormat, useLevelName } from '../../shared';
import { useReviewLink } from '../../shared/useReviewLink';
import looks from '../../shared/looks.module.css';
import styles from './Reviews.module.css';

/** Questions named in a row; the others are counted. */
const NAMED = 2;

interface CellProps {
  candidate: UpgradeCandidate;
}

/** Whose review it is, leading to it. */
export function NameCell({ candidate }: CellProps) {
  const { title, entityRef, owner, before } = candidate;
  const path = useReviewLink()(entityRef, { lens: before.lens });
  return (
    <div className={`${looks.tight} ${styles.cell}`}>
      {path ? (
        <Link href={path} variant="body-small" weight="bold" standalone>
          {title}
        </Link>
      ) : (
        <strong>{title}</strong>
      )}
      {owner && (
        <span className={styles.note}>
          <EntityRefLink entityRef={owner} defaultKind="group" hideIcon />
        </span>
      )}
    </div>
  );
}

/** The score now and after the move. */
export function ScoreCell({ candidate }: CellProps) {
  const { before, after } = candidate;
  const { t } = useMlLensTranslation();
  const { number } = useFormat();
  const shown = (score: number | null) =>
    score === null ? t('common.noScore') : number(score);
  return (
    <div className={`${looks.tight} ${styles.cell}`}>
      <span>
        {after
          ? t('lenses.upgrade.fromTo', {
              from: shown(before.score),
              to: shown(after.score),
            })
          : shown(before.score)}
      </span>
      {after && (
        <DeltaText
          now={after.score}
          before={before.score}
          good="up"
          format={number}
        />
      )}
    </div>
  );
}

/** The level now and after the move. */
export function LevelCell({ candidate }: CellProps) {
  const { before, after } = candidate;
  const { t } = useMlLensTranslation();
  const levelName = useLevelName();
  return (
    <span>
      {!after || after.level === before.level
        ? levelName(before.level)
        : t('lenses.upgrade.fromTo', {
            from: levelName(before.level),
            to: levelName(after.level),
          })}
    </span>
  );
}

/** What must be answered anew, or why it cannot be moved. */
export function CheckCell(
  props: CellProps & { questionTitle: (id: string) => string },
) {
  const { candidate, questionTitle } = props;
  const { may, problem, toCheck, dropped } = candidate;
  const { t } = useMlLensTranslation();
  if (problem) return <span className={styles.problem}>{problem.message}</span>;
  const others = toCheck.length - NAMED;
  return (
    <div className={`${looks.tight} ${styles.cell}`}>
      {!may && (
        <span className={styles.note}>{t('lenses.upgrade.mayNot')}</span>
      )}
      <span>
        {toCheck.length > 0
          ? t('lenses.upgrade.toCheck', { count: toCheck.length })
          : t('lenses.upgrade.nothingToCheck')}
        {dropped.length > 0 &&
          ` · ${t('lenses.upgrade.dropped', { count: dropped.length })}`}
      </span>
      {toCheck.length > 0 && (
        <ul className={looks.small}>
          {toCheck.slice(0, NAMED).map(id => (
            <li key={id}>{questionTitle(id)}</li>
          ))}
          {others > 0 && (
            <li>{t('lenses.upgrade.others', { count: others })}</li>
          )}
        </ul>
      )}
    </div>
  );
}
