// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { configApiRef, useApi } from '@backstage/frontend-plugin-api';
import { ButtonLink } from '@backstage/ui';
import { type LensDefinition } from '@ml-lens/backstage-plugin-ml-lens-common';
import { type LensLevel, compileLens } from '@ml-lens/lens-model';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useParams } from 'react-router-dom';
import { queryKey } from '../../../api';
import { useMlLensTranslation } from '../../../translation';
import { ReviewProvider } from '../../review/model';
import { ReviewPage } from '../../review/ReviewPage';
import { ErrorState, LoadingCards, SmallButton, Notice } from '../../shared';
import { useLensDefinition, useLensItem } from '../hooks/lensQueries';
import { useUrlKeys } from '../../shared/useUrlKeys';
import { useLensPaths } from '../paths';
import looks from '../../shared/looks.module.css';
import styles from './LensPreview.module.css';
import { previewReview } from './previewReview';

function Preview(props: { definition: LensDefinition }) {
  const { definition } = props;
  const { t } = useMlLensTranslation();
  const paths = useLensPaths();
  const queryClient = useQueryClient();
  const levels = useApi(configApiRef).getOptional<LensLevel[]>('mlLens.levels');
  const { id, version } = definition;
  const dataKey = useMemo(
    () => queryKey('getEntityReview', 'preview', id, version),
    [id, version],
  );
  // The query cache is where the review lives, as it is on an entity's tab;
  // answers change it there and are gone with the page.
  const { data } = useQuery({
    queryKey: dataKey,
    queryFn: () =>
      previewReview(
        definition,
        compileLens(definition, definition),
        t('lenses.preview.workload'),
        definition.levels ?? levels,
      ),
    networkMode: 'always',
    staleTime: Infinity,
    gcTime: 0,
  });
  return (
    <div className={looks.loose}>
      <Notice
        className={styles.banner}
        status="info"
        title={t('lenses.preview.banner')}
        description={t('lenses.preview.text')}
        customActions={
          <>
            <SmallButton
              onPress={() => queryClient.resetQueries({ queryKey: dataKey })}
            >
              {t('lenses.preview.reset')}
            </SmallButton>
            <ButtonLink
              size="small"
              variant="secondary"
              href={paths.detail(id, version)}
            >
              {t('lenses.preview.back')}
            </ButtonLink>
          </>
        }
      />
      {data && (
        <ReviewProvider
          // A fresh start forgets what can be undone, too.
          key={data.review.at}
          data={data}
          dataKey={dataKey}
          isPast={false}
          isPreview
        >
          <ReviewPage problems={[]} />
        </ReviewProvider>
      )}
    </div>
  );
}

/** The tab of a review as reviewers will see it, with nothing stored. */
export function LensPreview() {
  const { lensId = '' } = useParams();
  const { get } = useUrlKeys<'version'>();
  const item = useLensItem(lensId);
  const wanted = get('version') ?? item.data?.version;
  const version = item.data?.versions.find(one => one.version === wanted);
  const { data, error, refetch } = useLensDefinition(lensId, version);

  if (item.error) {
    return <ErrorState error={item.error} onRetry={item.refetch} />;
  }
  if (item.data === null || (item.data && !version)) {
    return <ErrorState error={{ statusCode: 404 }} />;
  }
  if (error) return <ErrorState error={error} onRetry={refetch} />;
  if (!data) return <LoadingCards rows={3} height={180} />;
  return <Preview definition={data} />;
}
