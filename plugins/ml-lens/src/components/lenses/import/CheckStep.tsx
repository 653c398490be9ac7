// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { Text, TextField } from '@backstage/ui';
import CircularProgress from '@material-ui/core/CircularProgress';
import type { LensProblem } from '@ml-lens/lens-model';
import {
  RiAlertFill,
  RiCheckboxCircleFill,
  RiErrorWarningFill,
} from '@remixicon/react';
import { useMemo, useState } from 'react';
import { useMlLensTranslation } from '../../../translation';
import { errorText, statusOf, Notice } from '../../shared';
import looks from '../../shared/looks.module.css';
import styles from './CheckStep.module.css';
import { CodeView } from './CodeView';
import { type FoundProblem, codeRows, orderProblems } from './codeRows';
import { ProblemList } from './ProblemList';
import type { LensSource } from './source';
import type { ImportNames, LensCheck } from './useLensCheck';

const REFUSALS = {
  403: 'lenses.import.forbiddenTitle',
  409: 'lenses.import.takenTitle',
  413: 'lenses.import.tooLargeTitle',
} as const;

/** Whether it is about the file, and not about the way to it. */
function isInFile({ code }: LensProblem) {
  return !code.startsWith('URL_');
}

function Verdict(props: { check: LensCheck }) {
  const { check } = props;
  const { t } = useMlLensTranslation();
  const { isChecking, errors, warnings, refusal } = check;
  if (errors.length > 0) {
    return (
      <>
        <RiErrorWarningFill size={20} className={styles.error} aria-hidden />
        <span>
          <strong>{t('lenses.import.notReady')}</strong>
          {errors.some(isInFile) && (
            <span className={looks.note}>
              {t('lenses.import.notReadyText')}
            </span>
          )}
        </span>
      </>
    );
  }
  if (isChecking) {
    return (
      <>
        <CircularProgress size={18} aria-hidden color="inherit" />
        <strong>{t('lenses.import.checking')}</strong>
      </>
    );
  }
  if (refusal) {
    return (
      <>
        <RiErrorWarningFill size={20} className={styles.error} aria-hidden />
        <strong>{t('lenses.import.notReady')}</strong>
      </>
    );
  }
  const isClean = warnings.length === 0;
  const Icon = isClean ? RiCheckboxCircleFill : RiAlertFill;
  return (
    <>
      <Icon
        size={20}
        className={isClean ? styles.good : styles.warning}
        aria-hidden
      />
      <strong>
        {t(isClean ? 'lenses.import.ready' : 'lenses.import.readyWithWarnings')}
      </strong>
    </>
  );
}

function Refusal(props: { error: unknown }) {
  const { error } = props;
  const { t } = useMlLensTranslation();
  const status = statusOf(error) as keyof typeof REFUSALS;
  return (
    <Notice
      status="danger"
      role="alert"
      title={t(REFUSALS[status] ?? 'lenses.import.failedTitle')}
      description={errorText(error)}
    />
  );
}

/** What the file holds, and what is wrong with it, next to its lines. */
export function CheckStep(props: {
  source: LensSource;
  names: ImportNames;
  onNames: (names: ImportNames) => void;
  check: LensCheck;
}) {
  const { source, names, onNames, check } = props;
  const { t } = useMlLensTranslation();
  const [current, setCurrent] = useState<FoundProblem>();
  const { errors, warnings, counts, result, refusal } = check;
  const problems = useMemo(
    () => orderProblems(errors, warnings),
    [errors, warnings],
  );
  // Opens at what keeps the file from being imported, until another is chosen.
  const shown =
    current && problems.includes(current)
      ? current
      : problems.find(
          ({ severity, line }) => severity === 'error' && line !== undefined,
        );
  const rows = useMemo(
    () => (source.kind === 'text' ? codeRows(source.text, problems) : []),
    [source, problems],
  );
  const summary = [
    counts && t('lenses.counts.pillars', { count: counts.pillars }),
    counts && t('lenses.counts.questions', { count: counts.questions }),
    counts && t('lenses.counts.choices', { count: counts.choices }),
  ].filter(Boolean);

  return (
    <div className={styles.check}>
      <div className={looks.apart}>
        <div className={`${looks.stack} ${styles.verdict}`}>
          <div className={styles.verdictLine} role="status" aria-live="polite">
            <Verdict check={check} />
          </div>
          <div className={`${looks.line} ${looks.note} `}>
            <span className={looks.strong}>
              {source.kind === 'url'
                ? t('lenses.import.fromUrl', { url: source.url })
                : source.name}
            </span>
            {summary.map(text => (
              <span key={String(text)}>{text}</span>
            ))}
          </div>
        </div>
        <div className={`${looks.row} ${styles.names}`}>
          <TextField
            size="small"
            label={t('lenses.import.lensId')}
            value={names.lensId ?? result?.lensId ?? ''}
            onChange={lensId =>
              onNames({ ...names, lensId: lensId || undefined })
            }
          />
          <TextField
            size="small"
            label={t('lenses.import.version')}
            value={names.version ?? result?.version ?? ''}
            isInvalid={statusOf(refusal) === 409}
            onChange={version =>
              onNames({ ...names, version: version || undefined })
            }
          />
        </div>
      </div>
      {Boolean(refusal) && <Refusal error={refusal} />}
      <div className={styles.panes}>
        <aside className={styles.side}>
          {!(refusal && problems.length === 0) && (
            <Text as="h3" variant="body-small" weight="bold">
              {t('lenses.import.problems')}
            </Text>
          )}
          <p className={looks.note}>
            {problems.length === 0
              ? !check.isChecking && !refusal && t('lenses.import.noProblems')
              : [
                  errors.length > 0 &&
                    t('lenses.import.errors', { count: errors.length }),
                  warnings.length > 0 &&
                    t('lenses.import.warnings', { count: warnings.length }),
                ]
                  .filter(Boolean)
                  .join(' · ')}
          </p>
          <ProblemList
            problems={problems}
            current={shown}
            onChoose={source.kind === 'text' ? setCurrent : undefined}
          />
        </aside>
        {source.kind === 'text' ? (
          <CodeView rows={rows} current={shown} />
        ) : (
          problems.some(({ line }) => line !== undefined) && (
            <p className={looks.note}>{t('lenses.import.urlCode')}</p>
          )
        )}
      </div>
    </div>
  );
}
