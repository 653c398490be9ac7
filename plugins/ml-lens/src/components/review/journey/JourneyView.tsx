// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { CompareCard } from './compare/CompareCard';
import { HistoryCard } from './history/HistoryCard';
import looks from '../../shared/looks.module.css';
import styles from './Journey.module.css';
import { MilestonesCard } from './milestones/MilestonesCard';
import { ScoreCard } from './score/ScoreCard';
import { useFollowReview } from './useJourney';

/** How the review came to be what it is. */
export function JourneyView() {
  useFollowReview();
  return (
    <div className={looks.loose}>
      <ScoreCard />
      <CompareCard />
      <div className={styles.columns}>
        <MilestonesCard />
        <HistoryCard />
      </div>
    </div>
  );
}
