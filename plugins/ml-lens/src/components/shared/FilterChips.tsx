// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { RiCloseLine } from '@remixicon/react';
import styles from './FilterChips.module.css';
import looks from './looks.module.css';
import { SmallButton } from './SmallButton';

/** The filters in force, each with a way out. */
export function FilterChips(props: {
  label?: string;
  filters: {
    key: string;
    label: string;
    /** What its button does, for assistive technology. */
    action: string;
    onRemove(): void;
  }[];
  clear: string;
  onClear(): void;
}) {
  const { label: title, filters, clear, onClear } = props;
  if (filters.length === 0) return null;
  return (
    <ul className={looks.row} aria-label={title}>
      {filters.map(({ key, label, action, onRemove }) => (
        <li key={key}>
          <button
            type="button"
            className={`${looks.inline} ${looks.plain} ${styles.chip}`}
            aria-label={action}
            onClick={onRemove}
          >
            {label}
            <RiCloseLine size={16} aria-hidden />
          </button>
        </li>
      ))}
      <li>
        <SmallButton variant="tertiary" onPress={onClear}>
          {clear}
        </SmallButton>
      </li>
    </ul>
  );
}
