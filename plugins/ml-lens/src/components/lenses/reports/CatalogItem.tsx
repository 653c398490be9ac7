// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { EntityRefLink } from '@backstage/plugin-catalog-react';
import type { AnnotationProblem } from '@ml-lens/backstage-plugin-ml-lens-common';
import { review } from '../../../translation/en/review';
import { useMlLensTranslation } from '../../../translation';
import looks from '../../shared/looks.module.css';
import styles from './Reports.module.css';
import type { Reports } from './useReports';

type CatalogReport = Reports['catalog'][number];

/** Whether a problem is said in the reader's language. */
function isKnown(code: string): code is AnnotationProblem['code'] {
  return Object.hasOwn(review.problem, code);
}

export function CatalogItem(props: { report: CatalogReport }) {
  const { entityRef, code, annotation, value, message } = props.report;
  const { t } = useMlLensTranslation();
  return (
    <>
      <EntityRefLink className={styles.name} entityRef={entityRef} />
      <p className={styles.what}>
        {isKnown(code) ? t(`review.problem.${code}`) : message}
      </p>
      {annotation && (
        <code className={`${looks.small} ${styles.where}`}>
          {annotation}
          {value !== undefined && `: ${JSON.stringify(value)}`}
        </code>
      )}
    </>
  );
}
