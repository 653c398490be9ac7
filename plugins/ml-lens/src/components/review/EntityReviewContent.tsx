// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { useEntity } from '@backstage/plugin-catalog-react';
import { Button } from '@backstage/ui';
import { DEFAULT_NAMESPACE } from '@backstage/catalog-model';
import { isLinkProblem } from '@ml-lens/backstage-plugin-ml-lens-common';
import { keepPreviousData } from '@tanstack/react-query';
import { useMemo } from 'react';
import { PluginProvider, queryKey } from '../../api';
import { useLanguage, useMlLensTranslation } from '../../translation';
import {
  EmptyState,
  ErrorState,
  LoadingCards,
  Surface,
  useApiQuery,
  statusOf,
} from '../shared';
import {
  ReviewProvider,
  useLiveReview,
  useReviewUrl,
  OF_ONE_LENS,
} from './model';
import { NoReview } from './NoReview';
import { ReviewPage } from './ReviewPage';

function EntityReview() {
  const { entity } = useEntity();
  const { url, set } = useReviewUrl();
  const { t } = useMlLensTranslation();
  const { kind } = entity;
  const { name, namespace = DEFAULT_NAMESPACE } = entity.metadata;
  // The same as long as it is about the same: what is typed into the search
  // box is in the address too, and must not draw the whole tab anew.
  const { request, dataKey } = useMemo(() => {
    const about = {
      path: { kind, namespace, name },
      query: { lens: url.lens, at: url.at },
    };
    return { request: about, dataKey: queryKey('getEntityReview', about) };
  }, [kind, name, namespace, url.at, url.lens]);
  const { data, error, refetch } = useApiQuery('getEntityReview', request, {
    placeholderData: keepPreviousData,
  });

  if (statusOf(error) === 404 && url.lens) {
    return (
      <EmptyState
        title={t('review.empty.unknownLensTitle', { lens: url.lens })}
        text={t('review.empty.unknownLensText')}
        action={
          <Button
            variant="secondary"
            onPress={() =>
              set({ ...OF_ONE_LENS, lens: undefined }, { push: true })
            }
          >
            {t('review.empty.unknownLensAction')}
          </Button>
        }
      />
    );
  }
  if (error) return <ErrorState error={error} onRetry={refetch} />;
  if (!data) return <LoadingCards rows={3} height={180} />;
  const { workload, review, lens, problems } = data;
  if (!workload || !review || !lens) {
    return <NoReview problems={problems} workload={workload} />;
  }
  return (
    <ReviewProvider
      // Another workload, lens or instant starts with a clean slate of saves.
      key={JSON.stringify([workload.id, lens.id, url.at])}
      data={{ ...data, workload, review, lens }}
      dataKey={dataKey}
      isPast={Boolean(url.at)}
    >
      {!url.at && <LiveReview topic={data.liveTopic} />}
      <ReviewPage
        isNamed
        // Links that wait are listed with what can be done about them.
        problems={problems.filter(
          problem => !data.may.links || !isLinkProblem(problem),
        )}
        mayDecideLinks={data.may.links && !url.at}
      />
    </ReviewProvider>
  );
}

/** Keeps the review above it up to date with what others do. */
function LiveReview(props: { topic: string | null }) {
  useLiveReview(props.topic);
  return null;
}

/** The tab on a service's entity page. */
export function EntityReviewContent() {
  return (
    <PluginProvider>
      <Surface lang={useLanguage()}>
        <EntityReview />
      </Surface>
    </PluginProvider>
  );
}
