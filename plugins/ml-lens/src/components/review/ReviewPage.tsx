import type { AnnotationProblem } from '@ml-lens/backstage-plugin-ml-lens-common';
import { MatrixCard } from './overview/MatrixCard';
import { PhasePanel } from './overview/PhasePanel';
import { ReviewBanners } from './overview/ReviewBanners';
import { ReviewHeader } from './overview/ReviewHeader';
import { Questions } from './questions/Questions';
import styles from './ReviewPage.module.css';
import { PhaseTimeline } from './timeline/PhaseTimeline';

/** The tab: at a glance on top, the questions to answer below. */
export function ReviewPage(props: { problems: AnnotationProblem[] }) {
  const { problems } = props;
  return (
    <div className={styles.page}>
      <ReviewBanners problems={problems} />
      <ReviewHeader />
      <div className={styles.glance}>
        <PhaseTimeline />
        <MatrixCard />
      </div>
      <PhasePanel />
      <Questions />
    </div>
  );
}
