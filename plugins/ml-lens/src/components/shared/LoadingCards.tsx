// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { Skeleton } from '@backstage/ui';
import { Loading } from './LoadingState';
import styles from './LoadingState.module.css';
import looks from './looks.module.css';

/** Of the heading of a card, with what is around it. */
const HEADING_HEIGHT = 64;

/** The shape of cards that are coming, and not of what stands in one. */
export function LoadingCards(props: { rows?: number; height?: number }) {
  const { rows = 3, height = 120 } = props;
  return (
    <Loading>
      {Array.from({ length: rows }, (_, index) => (
        <div key={index} className={`${looks.panel} ${styles.card}`}>
          <Skeleton width="12rem" height={16} />
          <Skeleton width="100%" height={height - HEADING_HEIGHT} />
        </div>
      ))}
    </Loading>
  );
}
