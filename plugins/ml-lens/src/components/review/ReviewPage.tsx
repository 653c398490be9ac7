import type { AnnotationProblem } from '@ml-lens/backstage-plugin-ml-lens-common';
import { type RefObject, memo, useRef } from 'react';
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
      <PhasePanel />
      <GatesCard />
      <ModelsCard />
    </>
  );
}

/** Memoized for {@link DeferredReview}. */
const Glance = memo(GlanceContent);

/** At a glance, then the questions to answer. */
function Overview(props: { figures: RefObject<HTMLElement> }) {
  const { workload, lens, isPreview } = useReviewFrame();
  return (
    <>
      <ScoreStrip figures={props.figures} />
      {!isPreview && (
        <TargetsForWorkload workloadId={workload.id} lensId={lens.id} />
      )}
      <DeferredReview>
        <Glance />
      </DeferredReview>
      <Questions />
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
}) {
  const { problems, mayDecideLinks } = props;
  const { isPreview } = useReviewFrame();
  const { url } = useReviewUrl();
  const figures = useRef<HTMLDivElement>(null);
  // A preview has no past and no plans.
  const view = isPreview ? undefined : url.view;
  if (view === 'report') return <ReportView />;
  return (
    <div className={styles.page}>
      <ReviewBanners problems={problems} />
      {mayDecideLinks && <PendingLinks />}
      {mayDecideLinks && <ModelClaims />}
      <UpgradeBanner />
      {!isPreview && <ProposalsBanner />}
      <ReviewHeader
        figures={figures}
        controls={!isPreview && <ReviewControls />}
      />
      {view === 'journey' && <JourneyView />}
      {view === 'plan' && <PlanView />}
      {!view && <Overview figures={figures} />}
      {mayDecideLinks && <LinkedEntities />}
    </div>
  );
});
