// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { Button } from '@backstage/ui';
import LinearProgress from '@material-ui/core/LinearProgress';
import { RiCheckLine, RiErrorWarningFill } from '@remixicon/react';
import type { UpgradeLine } from '@ml-lens/backstage-plugin-ml-lens-common';
import { Notice } from '../../shared';
import { useMlLensTranslation } from '../../../translation';
import looks from '../../shared/looks.module.css';
import styles from './Reviews.module.css';
import type { UpgradeRun } from './useUpgradeMany';

function Line(props: { line: UpgradeLine; title: string; done: string }) {
  const { line, title, done } = props;
  const { t } = useMlLensTranslation();
  const scoreOf = (figures: UpgradeLine['before']) =>
    String(figures?.score ?? t('common.noScore'));
  return (
    <li className={styles.line} data-ok={line.ok}>
      {line.ok ? (
        <RiCheckLine role="img" aria-label={done} />
      ) : (
        <RiErrorWarningFill
          role="img"
          aria-label={t('lenses.upgrade.notMoved')}
        />
      )}
      <strong>{title}</strong>
      {line.ok ? (
        <span>
          {t('lenses.upgrade.scores', {
            before: scoreOf(line.before),
            after: scoreOf(line.after),
          })}
        </span>
      ) : (
        <span className={styles.problem}>{line.error?.message}</span>
      )}
    </li>
  );
}

function Outcome(props: { run: UpgradeRun; failed: number }) {
  const { run, failed } = props;
  const { t } = useMlLensTranslation();
  const count = run.lines.length - failed;
  const title = [
    t(`lenses.upgrade.count.${run.action}`, { count }),
    ...(failed > 0 ? [t('lenses.upgrade.failedCount', { count: failed })] : []),
  ].join(' · ');
  switch (run.status) {
    case 'running':
      return null;
    case 'failed':
      return (
        <Notice
          status="danger"
          title={t('lenses.upgrade.failed')}
          description={run.error}
        />
      );
    case 'stopped':
      return (
        <Notice
          status="warning"
          title={t('lenses.upgrade.stopped')}
          description={title}
        />
      );
    default:
      return (
        <Notice status={failed > 0 ? 'warning' : 'success'} title={title} />
      );
  }
}

/** How a move goes or went, by name, with one way back for all of it. */
export function RunResult(props: {
  run: UpgradeRun;
  onStop(): void;
  /** Where there is something to take back. */
  onUndo?: () => void;
  onClose(): void;
}) {
  const { run, onStop, onUndo, onClose } = props;
  const { action, status, lines, candidates } = run;
  const { t } = useMlLensTranslation();
  const isRunning = status === 'running';
  const failed = lines.filter(({ ok }) => !ok).length;
  const moved = lines.length - failed;
  const titles = new Map(
    candidates.map(({ workloadId, title }) => [workloadId, title]),
  );
  return (
    <section
      className={`${looks.loose} ${looks.box} ${styles.result}`}
      aria-label={t(`lenses.upgrade.result.${action}`)}
    >
      {isRunning && (
        <LinearProgress
          variant="determinate"
          value={(100 * lines.length) / candidates.length}
          aria-label={t('lenses.upgrade.running')}
        />
      )}
      <div aria-live="polite">
        {isRunning ? (
          <p className={styles.note}>
            {t('lenses.upgrade.progress', {
              done: lines.length,
              all: candidates.length,
            })}
          </p>
        ) : (
          <Outcome run={run} failed={failed} />
        )}
      </div>
      {lines.length > 0 && (
        <ul className={`${looks.box} ${looks.lined} ${styles.lines}`}>
          {/* What went wrong must not be looked for. */}
          {[...lines]
            .sort((a, b) => Number(a.ok) - Number(b.ok))
            .map(line => (
              <Line
                key={line.workloadId}
                line={line}
                title={titles.get(line.workloadId) ?? line.workloadId}
                done={t(`lenses.upgrade.done.${action}`)}
              />
            ))}
        </ul>
      )}
      <div className={looks.row}>
        {isRunning ? (
          <Button variant="secondary" onPress={onStop}>
            {t('lenses.upgrade.stop')}
          </Button>
        ) : (
          <>
            {onUndo && action === 'move' && moved > 0 && (
              <Button variant="secondary" onPress={onUndo}>
                {t('lenses.upgrade.undo', { count: moved })}
              </Button>
            )}
            <Button variant="secondary" onPress={onClose}>
              {t('common.close')}
            </Button>
          </>
        )}
      </div>
    </section>
  );
}
