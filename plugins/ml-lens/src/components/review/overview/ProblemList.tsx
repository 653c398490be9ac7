// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import type { AnnotationProblem } from '@ml-lens/backstage-plugin-ml-lens-common';
import { Who } from '../../shared/Who';
import { useMlLensTranslation } from '../../../translation';
import looks from '../../shared/looks.module.css';
import styles from './ReviewBanners.module.css';

/** Problems of annotations: what is wrong, what to do, and where. */
export function ProblemList(props: { problems: AnnotationProblem[] }) {
  const { problems } = props;
  const { t } = useMlLensTranslation();
  return (
    <ul className={looks.stack}>
      {problems.map(({ code, entityRef, annotation, value }) => (
        <li key={`${code} ${entityRef} ${value}`}>
          {t(`review.problem.${code}`)}
          <span className={styles.where}>
            {t('review.banners.on', {
              entityRef: <Who actor={entityRef} />,
            })}
            {annotation && (
              <>
                {' · '}
                <code>
                  {annotation}
                  {value !== undefined && `: ${JSON.stringify(value)}`}
                </code>
              </>
            )}
          </span>
        </li>
      ))}
    </ul>
  );
}
