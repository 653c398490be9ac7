// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { VisuallyHidden } from '@backstage/ui';
import { useRef } from 'react';
import { useMlLensTranslation } from '../../../translation';
import { useReview, useReviewUrl } from '../model';
import { useShowQuestions } from '../questions/showQuestions';
import styles from './Matrix.module.css';
import { matrixOf } from './matrixModel';
import { ScopeFigure, useFigureWords } from './ScopeFigure';
import { useMoreToTheRight } from './useMoreToTheRight';

/**
 * Phases by pillars. A cell, a row heading or a column heading filters the
 * questions below; the same again clears the filter.
 */
export function MatrixTable() {
  const { lens, review } = useReview();
  const { url, set } = useReviewUrl();
  const { t } = useMlLensTranslation();
  const words = useFigureWords();
  const { pillars, rows } = matrixOf(lens, review.scorecard);

  const box = useRef<HTMLDivElement>(null);
  const hasMore = useMoreToTheRight(box);
  const showQuestions = useShowQuestions();

  const select = (filter: { phase?: string; pillar?: string }) => {
    const isOn = url.phase === filter.phase && url.pillar === filter.pillar;
    // A phase alone opens what it is about, which comes before its questions.
    if (!isOn && filter.pillar) showQuestions();
    set(
      isOn
        ? { phase: undefined, pillar: undefined }
        : { phase: filter.phase, pillar: filter.pillar },
      { push: true },
    );
  };

  return (
    <div ref={box} className={styles.scroll} data-more={hasMore}>
      <table className={styles.table}>
        <caption>
          <VisuallyHidden>{t('review.matrix.caption')}</VisuallyHidden>
        </caption>
        <thead>
          <tr>
            <td />
            {pillars.map(({ id, name }) => (
              <th key={id} scope="col">
                <button
                  type="button"
                  className={styles.columnHead}
                  aria-pressed={url.pillar === id && !url.phase}
                  onClick={() => select({ pillar: id })}
                >
                  {name}
                </button>
              </th>
            ))}
            <th scope="col" className={styles.totalHead}>
              {t('review.matrix.total')}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ phase, total, cells }) => (
            <tr key={phase.id}>
              <th scope="row">
                <button
                  type="button"
                  className={styles.rowHead}
                  aria-pressed={url.phase === phase.id && !url.pillar}
                  onClick={() => select({ phase: phase.id })}
                >
                  {phase.name}
                </button>
              </th>
              {cells.map((cell, index) => (
                <td key={pillars[index].id}>
                  {cell ? (
                    <button
                      type="button"
                      className={styles.cell}
                      aria-pressed={
                        url.phase === phase.id &&
                        url.pillar === pillars[index].id
                      }
                      aria-label={t('review.matrix.cell', {
                        phase: phase.name,
                        pillar: pillars[index].name,
                        ...words(cell),
                      })}
                      onClick={() =>
                        select({ phase: phase.id, pillar: pillars[index].id })
                      }
                    >
                      <ScopeFigure figures={cell} />
                    </button>
                  ) : (
                    <VisuallyHidden>
                      {t('review.matrix.noQuestions')}
                    </VisuallyHidden>
                  )}
                </td>
              ))}
              <td>
                <VisuallyHidden>
                  {t('review.matrix.scope', {
                    name: phase.name,
                    ...words(total),
                  })}
                </VisuallyHidden>
                <ScopeFigure figures={total} strong />
              </td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row" className={styles.totalHead}>
              {t('review.matrix.total')}
            </th>
            {pillars.map(({ id, name, total }) => (
              <td key={id}>
                <VisuallyHidden>
                  {t('review.matrix.scope', { name, ...words(total) })}
                </VisuallyHidden>
                <ScopeFigure figures={total} strong />
              </td>
            ))}
            <td>
              <VisuallyHidden>
                {t('review.matrix.scope', {
                  name: t('review.matrix.total'),
                  ...words(review.scorecard),
                })}
              </VisuallyHidden>
              <ScopeFigure figures={review.scorecard} strong />
            </td>
          </tr>
        </tfoot>
      </table>
    </div>
  );
}
