import {
  Alert,
  Button,
  Dialog,
  DialogBody,
  DialogFooter,
  DialogHeader,
} from '@backstage/ui';
import LinearProgress from '@material-ui/core/LinearProgress';
import type { UpgradeLine } from '@ml-lens/backstage-plugin-ml-lens-common';
import { RiCheckLine, RiErrorWarningFill } from '@remixicon/react';
import { useMlLensTranslation } from '../../../translation';
import { Surface } from '../../shared';
import styles from './UpgradeManyDialog.module.css';
import { Outlook } from './Outlook';
import { useUpgradeMany, useUpgradeOutlook } from './useUpgradeMany';

function Line(props: { line: UpgradeLine }) {
  const { line } = props;
  const { t } = useMlLensTranslation();
  const scoreOf = (figures: UpgradeLine['before']) =>
    figures?.score ?? t('common.noScore');
  return (
    <li className={styles.line} data-ok={line.ok}>
      {line.ok ? (
        <RiCheckLine role="img" aria-label={t('lenses.upgrade.moved')} />
      ) : (
        <RiErrorWarningFill
          role="img"
          aria-label={t('lenses.upgrade.notMoved')}
        />
      )}
      <span className={styles.id}>{line.workloadId}</span>
      {line.ok ? (
        <span className={styles.scores}>
          {t('lenses.upgrade.scores', {
            before: String(scoreOf(line.before)),
            after: String(scoreOf(line.after)),
          })}
        </span>
      ) : (
        <span className={styles.problem}>{line.error?.message}</span>
      )}
    </li>
  );
}

/** Moves all reviews of a lens to a version, showing each as it is done. */
export function UpgradeManyDialog(props: {
  lensId: string;
  version: string;
  onClose(): void;
}) {
  const { lensId, version, onClose } = props;
  const { t } = useMlLensTranslation();
  const { run, start, stop } = useUpgradeMany(lensId, version);
  const outlook = useUpgradeOutlook(lensId, version);
  const { status, lines } = run;
  const isRunning = status === 'running';
  const failed = lines.filter(({ ok }) => !ok).length;
  return (
    <Dialog
      isOpen
      width={640}
      isDismissable={!isRunning}
      isKeyboardDismissDisabled={isRunning}
      onOpenChange={isOpen => !isOpen && !isRunning && onClose()}
    >
      <DialogHeader>{t('lenses.upgrade.title', { version })}</DialogHeader>
      <DialogBody>
        <Surface className={styles.body}>
          {status === 'asked' && <Outlook query={outlook} version={version} />}
          {isRunning && (
            <LinearProgress aria-label={t('lenses.upgrade.running')} />
          )}
          {status === 'failed' && (
            <Alert
              status="danger"
              icon
              title={t('lenses.upgrade.failed')}
              description={run.error}
            />
          )}
          {status === 'stopped' && (
            <Alert status="warning" icon title={t('lenses.upgrade.stopped')} />
          )}
          {status === 'done' && lines.length === 0 && (
            <Alert status="info" icon title={t('lenses.upgrade.nothing')} />
          )}
          <p className={styles.text} aria-live="polite">
            {status !== 'asked' &&
              lines.length > 0 &&
              t('lenses.upgrade.count', { count: lines.length - failed })}
            {failed > 0 &&
              ` · ${t('lenses.upgrade.failedCount', { count: failed })}`}
          </p>
          {lines.length > 0 && (
            <ul className={styles.lines}>
              {/* What went wrong must not be looked for. */}
              {[...lines]
                .sort((a, b) => Number(a.ok) - Number(b.ok))
                .map(line => (
                  <Line key={line.workloadId} line={line} />
                ))}
            </ul>
          )}
        </Surface>
      </DialogBody>
      <DialogFooter>
        {isRunning && (
          <Button variant="secondary" onPress={stop}>
            {t('lenses.upgrade.stop')}
          </Button>
        )}
        {!isRunning && (
          <Button variant="secondary" onPress={onClose}>
            {t(status === 'asked' ? 'common.cancel' : 'common.close')}
          </Button>
        )}
        {status === 'asked' && (
          <Button
            variant="primary"
            isDisabled={!outlook.data?.moving}
            onPress={start}
          >
            {outlook.data?.moving
              ? t('lenses.upgrade.confirmCount', {
                  count: outlook.data.moving,
                })
              : t('lenses.upgrade.confirm')}
          </Button>
        )}
      </DialogFooter>
    </Dialog>
  );
}
