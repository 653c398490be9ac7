// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { Skeleton } from '@backstage/ui';
import type { ReactNode } from 'react';
import { useMlLensTranslation } from '../../translation';
import styles from './LoadingState.module.css';
import { Surface } from './Surface';

/** Around the shape of what is coming, and says that it is. */
export function Loading(props: { children: ReactNode }) {
  const { t } = useMlLensTranslation();
  return (
    <Surface
      className={styles.skeleton}
      role="status"
      aria-label={t('common.loading')}
    >
      {props.children}
    </Surface>
  );
}

/**
 * The shape of what is coming, while it is coming. Stands by itself, since it is
 * what every page of the portal loads, for the time until a page of ours is there.
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
