// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { useMlLensTranslation } from '../../../translation';
import { useFormat } from '../../shared';
import { ProblemMessage } from '../import/ProblemMessage';
import looks from '../../shared/looks.module.css';
import styles from './Reports.module.css';
import type { Reports } from './useReports';

export function LensFileItem(props: { report: Reports['lenses'][number] }) {
  const { target, problems, seenAt } = props.report;
  const { t } = useMlLensTranslation();
  const { dateTime, relative } = useFormat();
  return (
    <>
      <code className={styles.name}>{target}</code>
      <ul className={styles.problems}>
        {problems.map((problem, index) => (
          <li key={index} className={styles.what}>
            <ProblemMessage problem={problem} />
            {problem.pointer && (
              <code className={`${looks.small} ${styles.where}`}>
                {problem.pointer}
              </code>
            )}
          </li>
        ))}
      </ul>
      <time
        className={`${looks.small} ${styles.where}`}
        dateTime={seenAt}
        title={dateTime(seenAt)}
      >
        {t('lenses.reports.seen', { when: relative(seenAt) })}
      </time>
    </>
  );
}
