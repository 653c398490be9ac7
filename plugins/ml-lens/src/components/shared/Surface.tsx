import type { HTMLAttributes } from 'react';
import styles from './tokens.module.css';

/**
 * Root of everything the plugin draws: brings the colour tokens. Every page,
 * tab, card and popover content is inside one.
 */
export function Surface(props: HTMLAttributes<HTMLDivElement>) {
  const { className = '', ...rest } = props;
  return <div {...rest} className={`${styles.tokens} ${className}`.trim()} />;
}
