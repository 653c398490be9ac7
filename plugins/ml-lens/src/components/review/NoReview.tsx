// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { CodeSnippet } from '@backstage/core-components';
import { Card, CardBody, Text } from '@backstage/ui';
import { useEntity } from '@backstage/plugin-catalog-react';
import {
  type AnnotationProblem,
  ML_LENS_ANNOTATIONS,
  type WorkloadDetails,
  isLinkProblem,
} from '@ml-lens/backstage-plugin-ml-lens-common';
import { isWorkloadId } from '@ml-lens/lens-model';
import { RiLinkUnlinkM } from '@remixicon/react';
import { Who } from '../shared/Who';
import { useMlLensTranslation } from '../../translation';
import looks from '../shared/looks.module.css';
import styles from './NoReview.module.css';
import { ProblemList } from './overview/ProblemList';

/** A usable workload id made of an entity's name. */
function suggestedId(name: string): string {
  const id = name
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 63)
    .replace(/^-+|-+$/g, '');
  return isWorkloadId(id) ? id : 'my-workload';
}

/** Who can let the entity in, as far as the reader may know. */
function WhoToAsk(props: { problem: AnnotationProblem }) {
  const { mayAllow } = props.problem;
  const { t } = useMlLensTranslation();
  return (
    <p className={looks.muted}>
      {mayAllow
        ? t('review.links.ask', {
            owner: <Who actor={mayAllow} />,
          })
        : t('review.links.askUnknown')}
    </p>
  );
}

/** No review can be shown: why, and the lines to paste. */
export function NoReview(props: {
  problems: AnnotationProblem[];
  workload: WorkloadDetails | null;
}) {
  const { problems, workload } = props;
  const { entity } = useEntity();
  const { t } = useMlLensTranslation();

  const link = problems.find(isLinkProblem);
  let title = t('review.empty.missingTitle');
  let text = t('review.empty.missingText');
  let lines = `${ML_LENS_ANNOTATIONS.workload}: ${suggestedId(
    entity.metadata.name,
  )}`;
  if (workload) {
    title = t('review.empty.lensTitle', { title: workload.title });
    text = t('review.empty.lensText');
    lines = `${ML_LENS_ANNOTATIONS.lenses}: aws-ml-lens`;
  } else if (link) {
    title =
      link.code === 'LINK_REFUSED'
        ? t('review.links.refusedTitle')
        : t('review.links.waitsTitle');
    text = t('review.links.waitsText');
  } else if (problems.length > 0) {
    title = t('review.empty.annotationTitle');
    text = t('review.empty.annotationText');
  }

  return (
    <Card>
      <CardBody>
        <div className={styles.root}>
          <RiLinkUnlinkM className={styles.icon} aria-hidden />
          <div className={looks.loose}>
            <Text as="h2" variant="title-small" weight="bold">
              {title}
            </Text>
            {problems.length > 0 && (
              <div className={styles.problems}>
                <ProblemList problems={problems} />
              </div>
            )}
            <p className={looks.muted}>{text}</p>
            {link && !workload && <WhoToAsk problem={link} />}
            {!link && (
              <div className={looks.scroll}>
                <span className={`${looks.small} ${styles.hint}`}>
                  {t('review.empty.copyHint')}
                </span>
                <CodeSnippet
                  language="yaml"
                  showCopyCodeButton
                  text={`metadata:\n  annotations:\n    ${lines}`}
                />
              </div>
            )}
          </div>
        </div>
      </CardBody>
    </Card>
  );
}
