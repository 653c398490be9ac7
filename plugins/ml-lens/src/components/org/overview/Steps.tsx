// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import type { ReactNode } from 'react';
import { Answered } from '../../shared';
import { Panel } from '../insights';
import looks from '../../shared/looks.module.css';
import styles from './NextSteps.module.css';

/** Shown of each list. */
export const FEW = 5;

/** The first of a list, each with what is to be said of it. */
export function Steps<T>(props: {
  title: string;
  /** Leads to all of them. */
  all: ReactNode;
  query: {
    data: { items: T[] } | undefined;
    error: unknown;
    refetch(): unknown;
  };
  empty: string;
  children: (item: T) => ReactNode;
}) {
  const { title, all, query, empty, children } = props;
  return (
    <Panel title={title} actions={all}>
      <Answered query={query} height={180}>
        {({ items }) =>
          items.length === 0 ? (
            <p className={looks.small}>{empty}</p>
          ) : (
            <ol className={`${looks.lined} ${styles.list}`}>
              {items.map(children)}
            </ol>
          )
        }
      </Answered>
    </Panel>
  );
}
