// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { CodeSnippet } from '@backstage/core-components';
import { Button, Link } from '@backstage/ui';
import { ML_LENS_ANNOTATIONS } from '@ml-lens/backstage-plugin-ml-lens-common';
import { useMlLensTranslation } from '../../../translation';
import { EmptyState } from '../../shared';
import { useIsCatalogBeingRead } from '../hooks';
import { useOrg } from '../OrgModel';
import { NO_FILTERS, isFiltered } from '../orgUrl';
import looks from '../../shared/looks.module.css';
import styles from './Workloads.module.css';

const DOCS =
  'https://backstage.io/docs/features/software-catalog/descriptor-format/#annotations-optional';

const example = (annotations: string[]) =>
  `apiVersion: backstage.io/v1alpha1
kind: Component
metadata:
  name: churn-prediction
  annotations:
${annotations.map(line => `    ${line}`).join('\n')}`;

/** Why the list is empty, and the way out of it. */
export function NoWorkloads() {
  const { url, set, lens } = useOrg();
  const { t } = useMlLensTranslation();
  const isBeingRead = useIsCatalogBeingRead(!isFiltered(url));
  if (isBeingRead) {
    return (
      <EmptyState
        title={t('org.empty.readingTitle')}
        text={t('org.empty.readingText')}
      />
    );
  }
  if (isFiltered(url)) {
    return (
      <EmptyState
        title={t('org.empty.noMatchTitle')}
        text={t('org.empty.noMatchText')}
        action={
          <Button variant="secondary" onPress={() => set(NO_FILTERS)}>
            {t('org.filters.clear')}
          </Button>
        }
      />
    );
  }
  const isOnlyThisLens = (lens.workloadsOfAllLenses ?? 0) > 0;
  const annotations = [`${ML_LENS_ANNOTATIONS.workload}: churn-prediction`];
  if (isOnlyThisLens) {
    annotations.push(`${ML_LENS_ANNOTATIONS.lenses}: ${lens.id}`);
  }
  return (
    <EmptyState
      title={isOnlyThisLens ? t('org.empty.lensTitle') : t('org.empty.title')}
      text={
        <div className={looks.stack}>
          <span>
            {isOnlyThisLens ? t('org.empty.lensText') : t('org.empty.text')}
          </span>
          <div className={`${looks.box} ${styles.snippet}`}>
            <CodeSnippet
              text={example(annotations)}
              language="yaml"
              showCopyCodeButton
            />
          </div>
        </div>
      }
      action={
        <Link href={DOCS} target="_blank">
          {t('org.empty.link')}
        </Link>
      }
    />
  );
}
