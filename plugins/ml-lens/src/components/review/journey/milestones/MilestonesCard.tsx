// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import type { Milestone } from '@ml-lens/lens-model';
import { RiEyeLine } from '@remixicon/react';
import { useMlLensTranslation } from '../../../../translation';
import {
  EmptyState,
  LevelChip,
  Quote,
  ScoreRing,
  useFormat,
  TitledCard,
  Answered,
  SmallButton,
} from '../../../shared';
import { useReviewFrame, useReviewUrl } from '../../model';
import { COMPARE_ID } from '../compare/CompareCard';
import looks from '../../../shared/looks.module.css';
import { keepFocus, useKeptFocus } from '../keptFocus';
import { useScoreHistory } from '../useJourney';
import { Who } from '../../../shared/Who';
import styles from './Milestones.module.css';
import { RecordMilestone } from './RecordMilestone';

/** Gets the focus once another instant is shown: its button is gone by then. */
const MILESTONES_ID = 'ml-lens-milestones';

function MilestoneItem(props: { milestone: Milestone }) {
  const { milestone } = props;
  const { id, name, note, recordedAt, recordedBy, score, coverage, level } =
    milestone;
  const { url, set } = useReviewUrl();
  const { t } = useMlLensTranslation();
  const format = useFormat();
  return (
    <li className={styles.item}>
      <ScoreRing score={score} size={44} />
      <div className={looks.tight}>
        <div className={looks.line}>
          <span className={styles.name}>{name}</span>
          <LevelChip level={level} score={score} />
        </div>
        <div className={looks.small} title={format.dateTime(recordedAt)}>
          {t('review.milestones.by', {
            when: format.date(recordedAt),
            who: <Who actor={recordedBy} />,
          })}
          {' · '}
          {t('review.milestones.figures', {
            coverage: format.percent(coverage),
          })}
        </div>
        {note && <Quote text={note} />}
        <div className={`${looks.line} ${styles.actions}`}>
          {url.at === recordedAt ? (
            <span className={`${looks.inline} ${styles.here}`}>
              <RiEyeLine size={14} aria-hidden />
              {t('review.milestones.lookedAt')}
            </span>
          ) : (
            <SmallButton
              variant="tertiary"
              aria-label={t('review.milestones.lookNamed', { name })}
              onPress={() => {
                keepFocus(MILESTONES_ID);
                set({ at: recordedAt }, { push: true });
              }}
            >
              {t('review.milestones.look')}
            </SmallButton>
          )}
          <SmallButton
            variant="tertiary"
            aria-label={t('review.milestones.compareNamed', { name })}
            onPress={() => {
              set({ from: id, to: undefined }, { push: true });
              const card = document.getElementById(COMPARE_ID);
              card?.focus({ preventScroll: true });
              card?.scrollIntoView?.({ block: 'start', behavior: 'smooth' });
            }}
          >
            {t('review.milestones.compare')}
          </SmallButton>
        </div>
      </div>
    </li>
  );
}

/** The named marks on the history of the review, newest first. */
export function MilestonesCard() {
  const { canUpdate } = useReviewFrame();
  const { t } = useMlLensTranslation();
  const query = useScoreHistory();
  const milestones = query.data?.milestones ?? [];
  useKeptFocus(MILESTONES_ID);
  return (
    <TitledCard
      title={t('review.milestones.title')}
      titleId={MILESTONES_ID}
      actions={canUpdate && <RecordMilestone milestones={milestones} />}
    >
      <Answered query={query} rows={2} height={72}>
        {() =>
          milestones.length === 0 ? (
            <EmptyState
              title={t('review.milestones.empty')}
              text={t('review.milestones.emptyText')}
            />
          ) : (
            <ol
              className={looks.lined}
              aria-label={t('review.milestones.title')}
            >
              {[...milestones].reverse().map(milestone => (
                <MilestoneItem key={milestone.id} milestone={milestone} />
              ))}
            </ol>
          )
        }
      </Answered>
    </TitledCard>
  );
}
