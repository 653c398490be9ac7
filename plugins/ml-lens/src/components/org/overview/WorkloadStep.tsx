// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { EntityRefLink } from '@backstage/plugin-catalog-react';
import type { ReactNode } from 'react';
import { Link as RouterLink } from 'react-router-dom';
import { useReviewPath, type RowOfReview } from '../hooks';
import looks from '../../shared/looks.module.css';
import styles from './NextSteps.module.css';

/** A workload with its team, and what is to be said of it. */
export function WorkloadStep(props: {
  row: RowOfReview & { title: string; owner: string | null };
  note?: ReactNode;
  children?: ReactNode;
}) {
  const { row, note, children } = props;
  const path = useReviewPath()(row);
  return (
    <li className={looks.line}>
      <div className={styles.what}>
        <RouterLink className={styles.name} to={path}>
          {row.title}
        </RouterLink>
        <span className={looks.small}>
          {note ??
            (row.owner && (
              <EntityRefLink
                entityRef={row.owner}
                defaultKind="group"
                hideIcon
              />
            ))}
        </span>
      </div>
      {children}
    </li>
  );
}
