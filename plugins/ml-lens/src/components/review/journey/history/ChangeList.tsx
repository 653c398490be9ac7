// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { RiAddLine, RiEditLine, RiSubtractLine } from '@remixicon/react';
import { Quote } from '../../../shared';
import type { ChangeLine } from './changeLines';
import styles from './History.module.css';

const ICONS = {
  added: RiAddLine,
  removed: RiSubtractLine,
  other: RiEditLine,
};

/** What was done to an answer; the words say it, the icons let it be scanned. */
export function ChangeList(props: { lines: ChangeLine[] }) {
  const { lines } = props;
  if (lines.length === 0) return null;
  return (
    <ul className={styles.changes}>
      {lines.map(({ kind, text, quote }) => {
        const Icon = ICONS[kind];
        return (
          <li key={text} data-kind={kind}>
            <Icon aria-hidden size={14} />
            <div>
              {text}
              {quote && <Quote text={quote} />}
            </div>
          </li>
        );
      })}
    </ul>
  );
}
