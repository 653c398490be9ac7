// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { Focusable, Tooltip, TooltipTrigger } from '@backstage/ui';
import { type ReactNode, useState } from 'react';
import { Surface } from '../../shared';
import looks from '../../shared/looks.module.css';
import styles from './DetailTip.module.css';

/**
 * A small picture whose details show on hover, keyboard focus and touch. One
 * stop for the keyboard, however many parts the picture has.
 */
export function DetailTip(props: {
  /** Everything the picture says, in words. */
  label: string;
  details: ReactNode;
  children: ReactNode;
}) {
  const { label, details, children } = props;
  const [isOpen, setOpen] = useState(false);
  return (
    <TooltipTrigger
      isOpen={isOpen}
      onOpenChange={setOpen}
      delay={150}
      closeDelay={0}
      shouldCloseOnPress={false}
    >
      <Focusable>
        <button
          type="button"
          className={`${looks.plain} ${styles.button}`}
          aria-label={label}
          onClick={() => setOpen(true)}
        >
          {children}
        </button>
      </Focusable>
      <Tooltip style={{ maxWidth: '24rem' }}>
        <Surface>{details}</Surface>
      </Tooltip>
    </TooltipTrigger>
  );
}
