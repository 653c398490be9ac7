// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import type { MlLensResponse } from '@ml-lens/backstage-plugin-ml-lens-common';
import { Notice } from '../../shared';
import { useMlLensTranslation } from '../../../translation';
import { failureOf } from '../../shared/failure';
import looks from '../../shared/looks.module.css';
import styles from './Plan.module.css';

/** What was planned, and by name what was not. */
export function PlanOutcome(props: {
  outcome: MlLensResponse<'planMany'> | undefined;
  error: unknown;
}) {
  const { outcome, error } = props;
  const { t } = useMlLensTranslation();
  if (error) {
    return (
      <Notice
        role="alert"
        status="danger"
        title={t('org.plan.failed')}
        description={failureOf(error).message}
      />
    );
  }
  if (!outcome) return null;
  const failed = outcome.items.filter(({ ok }) => !ok);
  if (failed.length === 0) return null;
  return (
    <Notice
      role="alert"
      status="warning"
      title={t('org.plan.partly', {
        done: outcome.items.length - failed.length,
        failed: failed.length,
      })}
      description={
        <ul className={`${looks.tight} ${styles.failed}`}>
          {failed.map(line => (
            <li key={`${line.workloadId}/${line.questionId}/${line.choiceId}`}>
              <strong>{line.title ?? line.workloadId}</strong>{' '}
              {line.error?.message}
            </li>
          ))}
        </ul>
      }
    />
  );
}
