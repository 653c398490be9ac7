// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import type { AnnotationProblem } from '@ml-lens/backstage-plugin-ml-lens-common';
import { memo, useRef } from 'react';
import { TargetsForWorkload } from '../targets/TargetsForWorkload';
import { JourneyView, ReportView, ReviewControls } from './journey';
import { DeferredReview, useReviewFrame, useReviewUrl } from './model';
import { MatrixCard } from './overview/MatrixCard';
import { PhasePanel } from './overview/PhasePanel';
import { ReviewBanners } from './overview/ReviewBanners';
import { ReviewHeader } from './overview/ReviewHeader';
import { ScoreStrip } from './overview/ScoreStrip';
import { LinkedEntities, PendingLinks } from './links/WorkloadLinks';
import { ModelClaims } from './models/ModelClaims';
import { ModelsCard } from './models/ModelsCard';
import { GatesCard } from './phases/GatesCard';
import { PlanView, UpgradeBanner } from './plan';
import { ProposalsBanner } from './proposals';
import { Questions } from './questions/Questions';
import looks from '../shared/looks.module.css';
import styles from './ReviewPage.module.css';
import { PhaseTimeline } from './timeline/PhaseTimeline';

/** What takes longest to draw. */
function GlanceContent() {
  return (
    <>
      <div className={styles.glance}>
        <PhaseTimeline />
        <MatrixCard />
      </div>
      <GatesCard />
      <ModelsCard />
    </>
  );
}

/** Memoized for {@link DeferredReview}. */
const Glance = memo(GlanceContent);

/** The questions to answer, then how it all looks at a glance. */
function Overview() {
  const { workload, lens, isPreview } = useReviewFrame();
  return (
    <>
      {!isPreview && (
        <TargetsForWorkload workloadId={workload.id} lensId={lens.id} />
      )}
      <PhasePanel />
      <Questions />
      <DeferredReview>
        <Glance />
      </DeferredReview>
    </>
  );
}

/**
 * The tab: the state of the review on top, the chosen view of it below. Each
 * part follows the review by itself.
 */
export const ReviewPage = memo(function Page(props: {
  problems: AnnotationProblem[];
  mayDecideLinks?: boolean;
  /** The page around it says already which workload this is, and whose. */
  isNamed?: boolean;
}) {
  const { problems, mayDecideLinks, isNamed } = props;
  const { isPreview } = useReviewFrame();
  const { url } = useReviewUrl();
  const figures = useRef<HTMLDivElement>(null);
  // A preview has no past and no plans.
  const view = isPreview ? undefined : url.view;
  if (view === 'report') return <ReportView />;
  return (
    <div className={`${looks.loose} ${styles.page}`}>
      <ReviewBanners problems={problems} />
      {mayDecideLinks && <PendingLinks />}
      {mayDecideLinks && <ModelClaims />}
      <UpgradeBanner />
      {!isPreview && <ProposalsBanner />}
      <ScoreStrip figures={figures} hasQuestions={!view} />
      <ReviewHeader
        figures={figures}
        isNamed={isNamed}
        controls={!isPreview && <ReviewControls />}
      />
      {view === 'journey' && <JourneyView />}
      {view === 'plan' && <PlanView />}
      {!view && <Overview />}
      {mayDecideLinks && <LinkedEntities />}
    </div>
  );
});
