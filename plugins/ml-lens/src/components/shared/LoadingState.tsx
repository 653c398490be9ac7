// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { Skeleton } from '@backstage/ui';
import type { ReactNode } from 'react';
import { useMlLensTranslation } from '../../translation';
import styles from './LoadingState.module.css';

/**
 * Around the shape of what is coming, and says that it is. No `Surface`: shapes
 * have no colour of ours, and those weigh more.
 */
export function Loading(props: { children: ReactNode }) {
  const { t } = useMlLensTranslation();
  return (
    <div
      className={styles.skeleton}
      role="status"
      aria-label={t('common.loading')}
    >
      {props.children}
    </div>
  );
}

/**
 * The shape of what is coming, while it is coming. In a file of its own, which
 * every page of the portal loads: it stands where a page of ours is not there yet.
 */
export function LoadingState(props: { rows?: number; height?: number }) {
  const { rows = 3, height = 120 } = props;
  return (
    <Loading>
      {Array.from({ length: rows }, (_, index) => (
        <Skeleton key={index} width="100%" height={height} />
      ))}
    </Loading>
  );
}
