// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { Button, Flex, Select } from '@backstage/ui';
import type {
  LensListItem,
  LensVersion,
  UpgradeCandidate,
} from '@ml-lens/backstage-plugin-ml-lens-common';
import { useState } from 'react';
import { useLanguage, useMlLensTranslation } from '../../../translation';
import {
  type DataColumn,
  DataRows,
  EmptyState,
  ErrorState,
  LoadingState,
  useFormat,
  useLensTexts,
  SmallButton,
  Notice,
} from '../../shared';
import { lensName } from '../../shared/lensName';
import { useLensMoves } from '../hooks/lensQueries';
import { useUrlKeys } from '../../shared/useUrlKeys';
import { CheckCell, LevelCell, NameCell, ScoreCell } from './CandidateCells';
import looks from '../../shared/looks.module.css';
import styles from './Reviews.module.css';
import { RunResult } from './RunResult';
import type { LastMove, MoveTarget } from './useLastMove';
import { useUpgradeCandidates, useUpgradeMany } from './useUpgradeMany';

type Row = UpgradeCandidate & { id: string };

/** Where the reviews can go: this version, or the lenses a mapping leads to. */
function useTargets(item: LensListItem, version: LensVersion) {
  const { t } = useMlLensTranslation();
  const language = useLanguage();
  const { data: moves = [] } = useLensMoves(item.id);
  return [
    {
      lensId: item.id,
      version: version.version,
      label: t('lenses.upgrade.thisVersion', { version: version.version }),
    },
    ...moves
      .filter(({ isFrom }) => isFrom)
      .map(({ lens }) => ({
        lensId: lens.id,
        version: lens.version,
        label: t('lenses.upgrade.otherLens', {
          lens: lensName(lens, language),
          version: lens.version,
        }),
      })),
  ];
}

function Candidates(props: {
  target: MoveTarget;
  isRunning: boolean;
  onMove(candidates: readonly UpgradeCandidate[]): void;
}) {
  const { target, isRunning, onMove } = props;
  const { t } = useMlLensTranslation();
  const texts = useLensTexts(target.toLens, target.toVersion);
  const query = useUpgradeCandidates(target);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  if (!query.data) {
    return query.error ? (
      <ErrorState error={query.error} onRetry={query.refetch} />
    ) : (
      <LoadingState rows={3} height={56} />
    );
  }
  const rows: Row[] = query.data.pages
    .flatMap(({ items }) => items)
    .map(candidate => ({ ...candidate, id: candidate.workloadId }));
  const total = query.data.pages[0].totalItems;
  if (rows.length === 0) {
    return (
      <EmptyState
        title={t('lenses.upgrade.nothingToMove')}
        text={t('lenses.upgrade.notCounted')}
      />
    );
  }
  const disabled = rows
    .filter(({ may, problem }) => !may || problem)
    .map(({ id }) => id);
  const ticked = rows.filter(
    ({ id }) => chosen.has(id) && !disabled.includes(id),
  );
  const falling = ticked.filter(
    ({ before, after }) => (after?.score ?? 0) < (before.score ?? 0),
  ).length;
  const loadAll = async () => {
    let more = true;
    while (more) {
      const { hasNextPage, error } = await query.fetchNextPage();
      more = hasNextPage && !error;
    }
  };

  const columns: DataColumn<Row>[] = [
    {
      id: 'workload',
      label: t('lenses.upgrade.workload'),
      width: 14,
      cell: row => <NameCell candidate={row} />,
    },
    {
      id: 'version',
      label: t('lenses.upgrade.version'),
      width: 7,
      isTableOnly: true,
      cell: row => row.before.version,
    },
    {
      id: 'score',
      label: t('lenses.upgrade.score'),
      width: 9,
      cell: row => <ScoreCell candidate={row} />,
    },
    {
      id: 'level',
      label: t('lenses.upgrade.level'),
      width: 12,
      cell: row => <LevelCell candidate={row} />,
    },
    {
      id: 'check',
      label: t('lenses.upgrade.check'),
      width: 22,
      cell: row => (
        <CheckCell candidate={row} questionTitle={texts.questionTitle} />
      ),
    },
  ];
  return (
    <div className={`${looks.box} ${styles.panel}`}>
      <DataRows
        label={t('lenses.upgrade.list')}
        columns={columns}
        items={rows}
        isStale={query.isPlaceholderData}
        ticks={{
          ticked: new Set(ticked.map(({ id }) => id)),
          disabled,
          name: id => rows.find(row => row.id === id)?.title ?? id,
          onChange: setChosen,
        }}
      />
      {query.hasNextPage && (
        <div className={looks.row}>
          <SmallButton isDisabled={query.isFetching} onPress={loadAll}>
            {t('lenses.upgrade.showAll', { count: total })}
          </SmallButton>
        </div>
      )}
      <div className={`${looks.apart} ${styles.foot}`}>
        <p className={styles.note} aria-live="polite">
          {t('lenses.upgrade.chosen', { count: ticked.length, all: total })}
          {falling > 0 &&
            ` · ${t('lenses.upgrade.falling', { count: falling })}`}
        </p>
        <Button
          variant="primary"
          isDisabled={ticked.length === 0 || isRunning}
          onPress={() => onMove(ticked)}
        >
          {ticked.length > 0
            ? t('lenses.upgrade.confirmCount', { count: ticked.length })
            : t('lenses.upgrade.confirm')}
        </Button>
      </div>
    </div>
  );
}

/** What the reader moved before, and the way back. */
function LastMoveNotice(props: { move: LastMove; onUndo: () => void }) {
  const { move, onUndo } = props;
  const { t } = useMlLensTranslation();
  const { relative } = useFormat();
  const count = move.workloads.length;
  return (
    <Notice
      status="info"
      title={t('lenses.upgrade.lastMove', { count, when: relative(move.at) })}
      description={t('lenses.upgrade.lastMoveText')}
      customActions={
        <SmallButton onPress={onUndo}>
          {t('lenses.upgrade.undo', { count })}
        </SmallButton>
      }
    />
  );
}

/**
 * The reviews of a lens that are not at a version yet: what moving would do to
 * each, which of them to move, and how that went.
 */
export function ReviewsTab(props: {
  item: LensListItem;
  version: LensVersion;
}) {
  const { item, version } = props;
  const { t } = useMlLensTranslation();
  const { get, set } = useUrlKeys<'to'>();
  const targets = useTargets(item, version);
  const target =
    targets.find(({ lensId }) => lensId === get('to')) ?? targets[0];
  const { run, last, move, undo, stop, forget } = useUpgradeMany(item.id);
  const takeBack = last && (() => undo(last));
  const where: MoveTarget = {
    lensId: item.id,
    toLens: target.lensId,
    toVersion: target.version,
  };
  return (
    <Flex direction="column" gap="3">
      {targets.length > 1 && (
        <Select
          className={styles.select}
          label={t('lenses.upgrade.to')}
          options={targets.map(({ lensId, label }) => ({ id: lensId, label }))}
          value={target.lensId}
          onChange={value =>
            set(
              { to: value === item.id ? undefined : String(value) },
              { replace: true },
            )
          }
        />
      )}
      <p className={styles.note}>
        {t('lenses.upgrade.text')} {t('lenses.upgrade.notCounted')}
      </p>
      {run && (
        <RunResult run={run} onStop={stop} onUndo={takeBack} onClose={forget} />
      )}
      {!run && last && <LastMoveNotice move={last} onUndo={() => undo(last)} />}
      <Candidates
        key={`${where.toLens} ${where.toVersion}`}
        target={where}
        isRunning={run?.status === 'running'}
        onMove={candidates => move(where, candidates)}
      />
    </Flex>
  );
}
