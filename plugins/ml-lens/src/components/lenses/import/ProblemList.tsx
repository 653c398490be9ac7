// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { RiAlertFill, RiErrorWarningFill } from '@remixicon/react';
import { useMlLensTranslation } from '../../../translation';
import looks from '../../shared/looks.module.css';
import styles from './CheckStep.module.css';
import type { FoundProblem } from './codeRows';
import { ProblemMessage } from './ProblemMessage';

const ICONS = { error: RiErrorWarningFill, warning: RiAlertFill };

/** Where a problem is, in words. */
function usePlace() {
  const { t } = useMlLensTranslation();
  return ({ line, column, pointer }: FoundProblem) => {
    if (line === undefined) return pointer;
    return column === undefined
      ? t('lenses.import.line', { line: String(line) })
      : t('lenses.import.place', {
          line: String(line),
          column: String(column),
        });
  };
}

/** Every problem; choosing one brings its line into view. */
export function ProblemList(props: {
  problems: FoundProblem[];
  current?: FoundProblem;
  onChoose?: (problem: FoundProblem) => void;
}) {
  const { problems, current, onChoose } = props;
  const { t } = useMlLensTranslation();
  const placeOf = usePlace();
  return (
    <ul className={styles.problems} aria-label={t('lenses.import.problems')}>
      {problems.map((problem, index) => {
        const Icon = ICONS[problem.severity];
        const content = (
          <>
            <Icon
              size={16}
              className={styles[problem.severity]}
              role="img"
              aria-label={t(`lenses.import.${problem.severity}`)}
            />
            <span className={styles.problemText}>
              <span>
                <ProblemMessage problem={problem} />
              </span>
              <span className={`${looks.line} ${looks.small} `}>
                {placeOf(problem)}
                <code title={problem.pointer}>{problem.code}</code>
              </span>
            </span>
          </>
        );
        return (
          <li key={index}>
            {onChoose ? (
              <button
                type="button"
                className={`${looks.press} ${styles.problem}`}
                aria-current={problem === current || undefined}
                onClick={() => onChoose(problem)}
              >
                {content}
              </button>
            ) : (
              <div className={styles.problem}>{content}</div>
            )}
          </li>
        );
      })}
    </ul>
  );
}
