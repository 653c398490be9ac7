// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { useTheme } from '@material-ui/core/styles';
import type { CSSProperties, HTMLAttributes } from 'react';
import styles from './tokens.module.css';

/**
 * Root of everything the plugin draws: brings the colour tokens. Every page,
 * tab, card and popover content is inside one. Links look as the portal's own.
 */
export function Surface(props: HTMLAttributes<HTMLDivElement>) {
  const { className = '', ...rest } = props;
  const { palette } = useTheme();
  return (
    <div
      style={{ '--mll-link': palette.primary.main } as CSSProperties}
      {...rest}
      className={`${styles.tokens} ${className}`.trim()}
    />
  );
}
