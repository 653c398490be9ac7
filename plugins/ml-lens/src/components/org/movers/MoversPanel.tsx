// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import type { Mover } from '@ml-lens/backstage-plugin-ml-lens-common';
import { useEffect, useMemo, useRef } from 'react';
import { useLocation } from 'react-router-dom';
import { useOrgPages } from '../hooks';
import { useMlLensTranslation } from '../../../translation';
import {
  Choice,
  type DataColumn,
  DataRows,
  EmptyState,
  More,
  useFormat,
  useLevelName,
  Answered,
} from '../../shared';
import {
  Panel,
  SinceSelect,
  sinceInstant,
  useLensTexts,
  useSince,
  useUrlKeys,
  useUrlChoice,
} from '../insights';
import { DayPicker } from '../../shared/DayPicker';
import { dayOf, instantOf, isPlausibleDay } from '../../shared/days';
import { useOrg } from '../OrgModel';
import { CausesCell, LevelMove, MoveCell, MoverName } from './cells';

/** Where links to the movers lead. */
export const MOVERS_ID = 'movers';

/** Shown at a time. */
const PAGE = 20;

type MoverRow = Mover & { id: string };

const DIRECTIONS = ['worse', 'better'] as const;

/**
 * Which workloads got worse or better since a day, and the questions that did
 * it.
 */
export function MoversPanel() {
  const { lens } = useOrg();
  const { t } = useMlLensTranslation();
  const { number, date } = useFormat();
  const levelName = useLevelName();
  const texts = useLensTexts(lens.id);
  const { get, set } = useUrlKeys<'until'>();
  const since = useSince().instant;
  const from = useMemo(() => since ?? sinceInstant(undefined)!, [since]);
  const until = get('until');
  const to = until && isPlausibleDay(until) ? instantOf(until) : undefined;
  const [direction, setDirection] = useUrlChoice('moved', DIRECTIONS);
  const query = useOrgPages('getMovers', { from, to, direction, limit: PAGE });
  const [first] = query.data?.pages ?? [];
  const rows: MoverRow[] = (query.data?.pages ?? [])
    .flatMap(({ items }) => items)
    .map(mover => ({ ...mover, id: mover.workloadId }));

  const name = (mover: MoverRow) => <MoverName mover={mover} />;
  const score = (mover: MoverRow) => <MoveCell {...mover.score} good="up" />;
  const high = (mover: MoverRow) => <MoveCell {...mover.high} good="down" />;
  const level = (mover: MoverRow) => (
    <LevelMove mover={mover} levelName={levelName} />
  );
  const causes = (mover: MoverRow) => (
    <CausesCell mover={mover} texts={texts} />
  );
  const columns: DataColumn<MoverRow>[] = [
    { id: 'workload', label: t('org.movers.workload'), width: 13, cell: name },
    { id: 'score', label: t('org.movers.score'), width: 11, cell: score },
    {
      id: 'high',
      label: t('org.movers.high'),
      width: 10,
      isTableOnly: true,
      cell: high,
    },
    { id: 'level', label: t('org.movers.level'), width: 11, cell: level },
    { id: 'causes', label: t('org.movers.causes'), width: 20, cell: causes },
  ];

  // Who comes for it sees it, whatever stands above.
  const { hash } = useLocation();
  const place = useRef<HTMLDivElement>(null);
  const isThere = query.data !== undefined;
  const isWanted = hash === `#${MOVERS_ID}`;
  useEffect(() => {
    if (isThere && isWanted) place.current?.scrollIntoView?.();
  }, [isThere, isWanted]);

  return (
    <div
      ref={place}
      id={MOVERS_ID}
      // So that the page is long enough for it, before the chart is there, too.
      style={isWanted ? { minHeight: '100vh' } : undefined}
    >
      <Panel
        title={t('org.movers.title')}
        note={
          first &&
          t('org.movers.note', { from: date(first.from), to: date(first.to) })
        }
        isStale={query.isPlaceholderData}
        actions={
          <>
            <Choice
              label={t('org.movers.direction')}
              value={direction}
              options={DIRECTIONS.map(id => ({
                id,
                label: t(`org.movers.${id}`, {
                  count: first ? number(first[id]) : '–',
                }),
              }))}
              onChange={setDirection}
            />
            <SinceSelect />
            <DayPicker
              label={t('org.movers.until')}
              value={to}
              onPick={day => set({ until: day && dayOf(day) })}
            />
          </>
        }
      >
        <Answered query={query}>
          {() =>
            rows.length === 0 ? (
              <EmptyState
                title={t(`org.movers.emptyTitle.${direction}`)}
                text={t('org.movers.emptyText')}
              />
            ) : (
              <>
                <DataRows
                  label={t('org.movers.title')}
                  columns={columns}
                  items={rows}
                  isStale={query.isPlaceholderData}
                  onSort={() => {}}
                />
                <More query={query} label={t('org.movers.more')} />
              </>
            )
          }
        </Answered>
      </Panel>
    </div>
  );
}
