// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { VisuallyHidden } from '@backstage/ui';
import type { CompiledLens } from '@ml-lens/lens-model';
import { type CSSProperties, useMemo } from 'react';
import { Link } from 'react-router-dom';
import { TitledCard } from '../../shared';
import { useMlLensTranslation } from '../../../translation';
import { practicesOf } from '../shared/practicesOf';
import looks from '../../shared/looks.module.css';
import styles from './OverviewTab.module.css';

const NO_PHASE = '';

function keyOf(pillarId: string, phaseId: string) {
  return JSON.stringify([pillarId, phaseId]);
}

/** Where the questions of the lens are: pillars down, phases across. */
export function PillarMatrix(props: { lens: CompiledLens }) {
  const { lens } = props;
  const { t } = useMlLensTranslation();

  const { cellOf, largest, hasLoose } = useMemo(() => {
    const cells = new Map<string, { questions: number; practices: number }>();
    for (const question of lens.questions) {
      const key = keyOf(question.pillarId, question.phaseId ?? NO_PHASE);
      const cell = cells.get(key) ?? { questions: 0, practices: 0 };
      cell.questions += 1;
      cell.practices += practicesOf(question);
      cells.set(key, cell);
    }
    return {
      cellOf: (pillarId: string, phaseId: string) =>
        cells.get(keyOf(pillarId, phaseId)),
      largest: Math.max(1, ...[...cells.values()].map(c => c.practices)),
      hasLoose: lens.questions.some(question => question.phaseId === null),
    };
  }, [lens]);

  const columns =
    lens.phases.length > 0
      ? [
          ...lens.phases.map(({ id, name }) => ({ id, name })),
          ...(hasLoose
            ? [{ id: NO_PHASE, name: t('lenses.overview.noPhase') }]
            : []),
        ]
      : [];
  const totalOf = (pillarId: string) =>
    lens.questions.filter(question => question.pillarId === pillarId).length;
  const linkTo = (pillar: string, phase?: string) =>
    `?${new URLSearchParams({
      version: lens.version,
      tab: 'questions',
      pillar,
      ...(phase && { phase }),
    })}`;

  return (
    <TitledCard
      title={t(
        columns.length > 0
          ? 'lenses.overview.matrix'
          : 'lenses.overview.pillars',
      )}
      variant="body-large"
    >
      {/* Focusable, so that a keyboard can scroll it sideways. */}
      <div
        className={looks.scroll}
        role="region"
        // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
        tabIndex={0}
        aria-label={t('lenses.overview.matrix')}
      >
        <table className={styles.matrix}>
          <thead>
            <tr>
              <th scope="col">{t('lenses.overview.pillar')}</th>
              {columns.map(({ id, name }) => (
                <th key={id} scope="col">
                  {name}
                </th>
              ))}
              <th scope="col">{t('lenses.overview.total')}</th>
            </tr>
          </thead>
          <tbody>
            {lens.pillars.map(pillar => (
              <tr key={pillar.id}>
                <th scope="row">{pillar.name}</th>
                {columns.map(({ id, name }) => {
                  const cell = cellOf(pillar.id, id);
                  return (
                    <td key={id}>
                      {cell ? (
                        <Link
                          to={linkTo(pillar.id, id)}
                          className={styles.cell}
                          style={
                            {
                              '--share': cell.practices / largest,
                            } as CSSProperties
                          }
                          aria-label={t('lenses.overview.cell', {
                            count: cell.questions,
                            practices: t('lenses.counts.practices', {
                              count: cell.practices,
                            }),
                            pillar: pillar.name,
                            phase: name,
                          })}
                        >
                          {cell.questions}
                          <small>
                            {t('lenses.counts.practices', {
                              count: cell.practices,
                            })}
                          </small>
                        </Link>
                      ) : (
                        <span className={looks.muted}>
                          <span aria-hidden>·</span>
                          <VisuallyHidden>
                            {t('lenses.overview.empty')}
                          </VisuallyHidden>
                        </span>
                      )}
                    </td>
                  );
                })}
                <td>
                  <Link to={linkTo(pillar.id)} className={styles.total}>
                    {totalOf(pillar.id)}
                  </Link>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </TitledCard>
  );
}
