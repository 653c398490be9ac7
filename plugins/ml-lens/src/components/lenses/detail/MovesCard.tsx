// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { Link } from 'react-router-dom';
import { RiArrowLeftLine, RiArrowRightLine } from '@remixicon/react';
import { lensName } from '../../shared/lensName';
import { useLensPaths } from '../paths';
import { useLensMoves } from '../hooks/lensQueries';
import { useLanguage, useMlLensTranslation } from '../../../translation';
import { TitledCard } from '../../shared';
import looks from '../../shared/looks.module.css';
import styles from './OverviewTab.module.css';

/** Lenses that reviews can move to with their answers, or come from. */
export function MovesCard(props: { lensId: string }) {
  const { lensId } = props;
  const { t } = useMlLensTranslation();
  const language = useLanguage();
  const paths = useLensPaths();
  const { data: moves = [] } = useLensMoves(lensId);
  if (moves.length === 0) return null;
  return (
    <TitledCard title={t('lenses.moves.title')} variant="body-large">
      <ul className={`${looks.loose} ${styles.moves}`}>
        {moves.map(({ mapping, isFrom, lens }) => {
          const { from, to, counts } = mapping;
          const Icon = isFrom ? RiArrowRightLine : RiArrowLeftLine;
          return (
            <li key={`${from.lens} ${from.version} ${to.lens} ${to.version}`}>
              <Icon size={18} aria-hidden />
              <div>
                <span>
                  {t(isFrom ? 'lenses.moves.to' : 'lenses.moves.from')}{' '}
                  <Link
                    className={`${looks.strong} ${styles.move}`}
                    to={paths.detail(lens.id)}
                  >
                    {lensName(lens, language)}
                  </Link>
                </span>
                <p className={`${looks.note} ${styles.muted}`}>
                  {t('lenses.moves.counts', {
                    practices: t('lenses.counts.practices', {
                      count: counts.same + counts.partial,
                    }),
                    partial: counts.partial,
                  })}{' '}
                  {t('lenses.moves.versions', {
                    from: from.version,
                    to: to.version,
                  })}
                </p>
              </div>
            </li>
          );
        })}
      </ul>
    </TitledCard>
  );
}
