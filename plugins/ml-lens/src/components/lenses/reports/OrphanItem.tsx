// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { Link } from '@backstage/ui';
import { ML_LENS_ANNOTATIONS } from '@ml-lens/backstage-plugin-ml-lens-common';
import { useMlLensTranslation } from '../../../translation';
import { useFormat } from '../../shared';
import { useWorkloadPath } from '../../shared/useWorkloadPath';
import looks from '../../shared/looks.module.css';
import styles from './Reports.module.css';
import type { Reports } from './useReports';

export function OrphanItem(props: { orphan: Reports['orphans'][number] }) {
  const { workloadId, title, since } = props.orphan;
  const { t } = useMlLensTranslation();
  const { dateTime, relative } = useFormat();
  const workloadPath = useWorkloadPath();
  return (
    <>
      <Link className={styles.name} href={workloadPath(workloadId)} standalone>
        {title}
      </Link>
      <p className={styles.what}>
        {t('lenses.reports.orphan', {
          annotation: (
            <code>{`${ML_LENS_ANNOTATIONS.workload}: ${workloadId}`}</code>
          ),
        })}
      </p>
      {since && (
        <time
          className={`${looks.small} ${styles.where}`}
          dateTime={since}
          title={dateTime(since)}
        >
          {t('lenses.reports.goneSince', { when: relative(since) })}
        </time>
      )}
    </>
  );
}
