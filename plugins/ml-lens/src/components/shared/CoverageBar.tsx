// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import LinearProgress from '@material-ui/core/LinearProgress';
import { useMlLensTranslation } from '../../translation';
import { useFormat } from './format';
import looks from './looks.module.css';
import styles from './CoverageBar.module.css';

/** Share of applicable questions that are answered, `coverage` in 0..1. */
export function CoverageBar(props: { coverage: number; compact?: boolean }) {
  const { coverage, compact = false } = props;
  const { t } = useMlLensTranslation();
  const percent = useFormat().percent(coverage);
  const label = t('common.coverageOf', { percent });
  return (
    <div className={styles.row}>
      <LinearProgress
        className={styles.bar}
        variant="determinate"
        value={Math.round(coverage * 100)}
        aria-label={label}
      />
      <span className={`${looks.small} ${styles.text}`} aria-hidden>
        {compact ? percent : label}
      </span>
    </div>
  );
}
