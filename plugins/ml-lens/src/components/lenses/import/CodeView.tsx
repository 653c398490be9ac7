// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { RiAlertFill, RiErrorWarningFill } from '@remixicon/react';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useRef } from 'react';
import { useMlLensTranslation } from '../../../translation';
import type { CodeRow, FoundProblem } from './codeRows';
import styles from './CodeView.module.css';
import { ProblemMessage } from './ProblemMessage';

const LINE_HEIGHT = 20;
const PROBLEM_HEIGHT = 44;

const ICONS = { error: RiErrorWarningFill, warning: RiAlertFill };

function Row(props: { row: CodeRow; isCurrent: boolean }) {
  const { row, isCurrent } = props;
  const { t } = useMlLensTranslation();
  if (row.kind === 'line') {
    return (
      <div
        className={[styles.line, row.worst && styles[row.worst]]
          .filter(Boolean)
          .join(' ')}
      >
        <span className={styles.number}>{row.number}</span>
        <code className={styles.text}>{row.text}</code>
      </div>
    );
  }
  const { severity } = row.problem;
  const Icon = ICONS[severity];
  return (
    <div
      className={[
        styles.problem,
        styles[`${severity}Note`],
        isCurrent && styles.current,
      ]
        .filter(Boolean)
        .join(' ')}
    >
      <Icon size={16} role="img" aria-label={t(`lenses.import.${severity}`)} />
      <span className={styles.message}>
        <ProblemMessage problem={row.problem} />
      </span>
    </div>
  );
}

/**
 * A file, line by line, with its problems under their lines. Only what is in
 * view is in the page, so that the largest lens scrolls smoothly.
 */
export function CodeView(props: {
  rows: CodeRow[];
  /** The problem to bring into view. */
  current?: FoundProblem;
}) {
  const { rows, current } = props;
  const { t } = useMlLensTranslation();
  const scroller = useRef<HTMLDivElement>(null);
  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: index =>
      rows[index].kind === 'line' ? LINE_HEIGHT : PROBLEM_HEIGHT,
    overscan: 20,
  });

  useEffect(() => {
    if (!current) return;
    const index = rows.findIndex(
      row => row.kind === 'problem' && row.problem === current,
    );
    if (index >= 0) virtualizer.scrollToIndex(index, { align: 'center' });
  }, [current, rows, virtualizer]);

  const digits = String(rows.length).length;
  return (
    <div
      ref={scroller}
      className={styles.scroller}
      role="region"
      aria-label={t('lenses.import.code')}
      // A region that scrolls must be reachable by keyboard.
      // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
      tabIndex={0}
    >
      <div
        className={styles.rows}
        style={{
          height: virtualizer.getTotalSize(),
          // Room for the largest line number.
          ['--gutter' as string]: `${digits + 2}ch`,
        }}
      >
        {virtualizer.getVirtualItems().map(item => {
          const row = rows[item.index];
          return (
            <div
              key={item.key}
              ref={virtualizer.measureElement}
              data-index={item.index}
              className={styles.row}
              style={{ transform: `translateY(${item.start}px)` }}
            >
              <Row
                row={row}
                isCurrent={row.kind === 'problem' && row.problem === current}
              />
            </div>
          );
        })}
      </div>
    </div>
  );
}
