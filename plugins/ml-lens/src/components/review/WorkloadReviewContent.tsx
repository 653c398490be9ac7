// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { useApi } from '@backstage/frontend-plugin-api';
import { Link } from '@backstage/ui';
import type {
  EntityReview,
  MlLensApi,
} from '@ml-lens/backstage-plugin-ml-lens-common';
import { RiArrowLeftLine } from '@remixicon/react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { Navigate, useParams, useResolvedPath } from 'react-router-dom';
import { PluginProvider, mlLensApiRef, queryKey } from '../../api';
import { useLanguage, useMlLensTranslation } from '../../translation';
import { useReviewLink } from '../shared/useReviewLink';
import { EmptyState, ErrorState, LoadingCards, Surface } from '../shared';
import { ReviewProvider, useReviewUrl } from './model';
import { ReviewPage } from './ReviewPage';
import looks from '../shared/looks.module.css';
import styles from './WorkloadReviewContent.module.css';

/**
 * What the tab of an entity is given, for a workload that has none: nobody
 * owns it, so nothing can be changed, is due or waits for anybody.
 */
async function fetchReview(
  api: MlLensApi,
  workloadId: string,
  url: { lens?: string; at?: string },
  signal: AbortSignal,
): Promise<EntityReview> {
  const found = { workloadId };
  const workload = await api.call('getWorkload', { path: found, signal });
  const review: EntityReview = {
    workload,
    review: null,
    lens: null,
    upgradeTo: null,
    waivers: [],
    openProposals: 0,
    models: [],
    dueAt: null,
    liveTopic: null,
    problems: [],
    may: { update: false, approve: false, links: false },
  };
  const lensId = url.lens ?? workload.reviews[0]?.lens.id;
  if (!workload.orphaned || !lensId) return review;
  const path = { workloadId, lensId };
  const [stored, waivers] = await Promise.all([
    api.call('getReview', { path, query: { at: url.at }, signal }),
    api.call('listWaivers', { path, signal }),
  ]);
  const lens = await api.call('getLens', {
    path: { lensId },
    query: { version: stored.lens.version },
    signal,
  });
  return {
    ...review,
    review: stored,
    lens,
    waivers: waivers.items.filter(
      ({ requestedAt, endedAt }) =>
        requestedAt <= stored.at && (endedAt === null || endedAt > stored.at),
    ),
  };
}

function WorkloadReview() {
  const { workloadId = '' } = useParams();
  const api = useApi(mlLensApiRef);
  const { t } = useMlLensTranslation();
  const reviewLink = useReviewLink();
  const { url } = useReviewUrl();
  const { lens: lensId, at } = url;
  const dataKey = useMemo(
    () => queryKey('getEntityReview', { workloadId }, { lens: lensId, at }),
    [workloadId, lensId, at],
  );
  const { data, error, refetch } = useQuery({
    queryKey: dataKey,
    queryFn: ({ signal }) =>
      fetchReview(api, workloadId, { lens: lensId, at }, signal),
    placeholderData: keepPreviousData,
  });

  if (error) return <ErrorState error={error} onRetry={refetch} />;
  if (!data) return <LoadingCards rows={3} height={180} />;
  const { workload, review, lens } = data;
  const tab =
    workload?.orphaned === false &&
    reviewLink(
      // Another one where the reader may not read the one that stands for it.
      workload.entityRef ?? workload.entityRefs.at(0) ?? null,
      lensId ? { lens: lensId } : {},
    );
  if (tab) return <Navigate to={tab} replace />;
  if (!workload || !review || !lens) {
    return (
      <EmptyState
        title={t('org.workload.emptyTitle')}
        text={t('org.workload.emptyText')}
      />
    );
  }
  return (
    <ReviewProvider
      key={JSON.stringify([workload.id, lens.id, at])}
      data={{ ...data, workload, review, lens }}
      dataKey={dataKey}
      isPast={Boolean(at)}
    >
      <ReviewPage problems={[]} />
    </ReviewProvider>
  );
}

/**
 * The page of a workload that no entity of the catalog links to: its review, to
 * read. One that has an entity is shown there.
 */
export function WorkloadReviewContent() {
  const { t } = useMlLensTranslation();
  const list = useResolvedPath('..').pathname;
  return (
    <PluginProvider>
      <Surface className={`${looks.loose} ${styles.page}`} lang={useLanguage()}>
        <Link href={list} variant="body-small" standalone>
          <span className={`${looks.inline} ${looks.muted}`}>
            <RiArrowLeftLine size={16} aria-hidden />
            {t('org.workload.back')}
          </span>
        </Link>
        <WorkloadReview />
      </Surface>
    </PluginProvider>
  );
}
