// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import type { ReviewDiff } from '@ml-lens/backstage-plugin-ml-lens-common';
import { useId } from 'react';
import { useMlLensTranslation } from '../../../../translation';
import looks from '../../../shared/looks.module.css';
import styles from './Compare.module.css';
import { BeforeAfter, Delta } from './Delta';

type ScopeChange = ReviewDiff['pillars'][number];

/** Scores of pillars or phases that moved; how many did not is said below. */
export function ScopeChanges(props: {
  title: string;
  changes: ScopeChange[];
  nameOf(id: string): string;
}) {
  const { title, changes, nameOf } = props;
  const { t } = useMlLensTranslation();
  const id = useId();
  const moved = changes.filter(({ before, after }) => before !== after);
  const rest = changes.length - moved.length;
  if (changes.length === 0) return null;
  return (
    <section aria-labelledby={id}>
      <h4 id={id} className={looks.label}>
        {title}
      </h4>
      {moved.length > 0 && (
        <ul className={styles.scopeList}>
          {moved.map(({ id: scopeId, before, after }) => (
            <li key={scopeId} className={styles.scope}>
              <span>{nameOf(scopeId)}</span>
              <BeforeAfter
                before={before ?? '–'}
                after={after ?? '–'}
                isSame={false}
              />
              {before !== null && after !== null ? (
                <Delta change={after - before} />
              ) : (
                <span />
              )}
            </li>
          ))}
        </ul>
      )}
      {rest > 0 && (
        <p className={`${looks.small} ${styles.rest}`}>
          {moved.length === 0
            ? t('review.compare.noScopes')
            : t('review.compare.unchangedScopes', { count: rest })}
        </p>
      )}
    </section>
  );
}
