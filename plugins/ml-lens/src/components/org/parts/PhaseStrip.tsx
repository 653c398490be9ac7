// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import type { OrgRow } from '@ml-lens/backstage-plugin-ml-lens-common';
import { useMlLensTranslation } from '../../../translation';
import { useFormat } from '../../shared';
import { StatusMark } from '../../shared/StatusLegend';
import { DetailTip } from './DetailTip';
import looks from '../../shared/looks.module.css';
import styles from './PhaseStrip.module.css';

type RowPhase = OrgRow['phases'][string];

/** The phase of a row that is late for longest; nothing where none is. */
export function longestLate(row: Pick<OrgRow, 'phases'>) {
  return Object.entries(row.phases)
    .flatMap(([id, { late, targetDate }]) =>
      late && targetDate ? [{ id, targetDate }] : [],
    )
    .sort((a, b) => (a.targetDate < b.targetDate ? -1 : 1))
    .at(0);
}

/** Phases of a row in the order of the lens; those it does not know come last. */
function phasesInOrder(
  row: OrgRow,
  known: { id: string; name: string }[],
): { id: string; name: string; state: RowPhase }[] {
  const ids = new Set(known.map(({ id }) => id));
  return [
    ...known,
    ...Object.keys(row.phases)
      .filter(id => !ids.has(id))
      .map(id => ({ id, name: id })),
  ].flatMap(({ id, name }) => {
    const state = row.phases[id];
    return state ? [{ id, name, state }] : [];
  });
}

/** Where a workload stands on the lifecycle: one segment per phase. */
export function PhaseStrip(props: {
  row: OrgRow;
  phases: { id: string; name: string }[];
}) {
  const { row, phases } = props;
  const { t } = useMlLensTranslation();
  const { date } = useFormat();
  const shown = phasesInOrder(row, phases);
  if (shown.length === 0) return <span>{t('org.table.none')}</span>;

  const inWords = (name: string, state: RowPhase) => {
    const words = { phase: name, status: t(`common.status.${state.status}`) };
    if (!state.targetDate) return t('org.phases.item', words);
    const withDate = { ...words, date: date(state.targetDate) };
    return state.late
      ? t('org.phases.itemLate', withDate)
      : t('org.phases.itemTarget', withDate);
  };

  return (
    <DetailTip
      label={t('org.phases.show', {
        workload: row.title,
        summary: shown
          .map(({ name, state }) => inWords(name, state))
          .join('; '),
      })}
      details={
        <ul className={styles.details}>
          {shown.map(({ id, name, state }) => {
            return (
              <li key={id}>
                <StatusMark status={state.status} />
                <span className={looks.strong}>{name}</span>
                <span className={looks.muted}>
                  {t(`common.status.${state.status}`)}
                </span>
                {state.targetDate && (
                  <span className={state.late ? styles.late : styles.target}>
                    {t(
                      state.late ? 'org.phases.lateSince' : 'org.phases.target',
                      { date: date(state.targetDate) },
                    )}
                  </span>
                )}
              </li>
            );
          })}
        </ul>
      }
    >
      <span className={styles.strip} aria-hidden>
        {shown.map(({ id, state }) => (
          <StatusMark key={id} status={state.status} isLate={state.late} />
        ))}
      </span>
    </DetailTip>
  );
}
