// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { type Review } from '@ml-lens/backstage-plugin-ml-lens-common';
import { levelFigures } from '@ml-lens/lens-model/due';
import { nextLevelOf, notAssessedReason } from '@ml-lens/lens-model';
import { RiCalendarCheckLine, RiTimeLine } from '@remixicon/react';
import { Card, CardBody, Flex, Text, VisuallyHidden } from '@backstage/ui';
import { EntityRefLink } from '@backstage/plugin-catalog-react';
import type { ReactNode, Ref } from 'react';
import { useMlLensTranslation } from '../../../translation';
import {
  CoverageBar,
  LevelChip,
  ScoreRing,
  useFormat,
  useLevelName,
} from '../../shared';
import { useReview, useReviewFrame, useLevels } from '../model';
import { ReadinessFact } from '../phases/ReadinessFact';
import { LensSwitcher } from './LensSwitcher';
import { NextSteps } from './NextSteps';
import { ProfileFact } from './ProfileFact';
import looks from '../../shared/looks.module.css';
import styles from './ReviewHeader.module.css';
import { RiskCounts } from './RiskCounts';

/** When an answer of the review was last changed; undefined before the first. */
function lastChangeOf(review: Pick<Review, 'answers'>): string | undefined {
  return Object.values(review.answers)
    .flatMap(({ updatedAt }) => updatedAt ?? [])
    .sort()
    .at(-1);
}

/** What is missing to the next level, or why there is no level yet. */
function LevelLine(props: { className?: string }) {
  const { definition } = useReviewFrame();
  const { review } = useReview();
  const { t } = useMlLensTranslation();
  const format = useFormat();
  const levelName = useLevelName();
  const levels = useLevels(definition);
  const figures = levelFigures(review.scorecard, levels ?? []);
  const reason = notAssessedReason(figures);
  const next = nextLevelOf(figures, levels);
  const words = () => {
    if (reason) return t(`review.level.${reason}`);
    if (!next) return t('review.level.top');
    const level = levelName(next.name);
    const points =
      next.points > 0 &&
      t('review.level.points', {
        count: next.points,
        points: format.number(next.points),
      });
    const high = next.high > 0 && t('review.level.high', { count: next.high });
    return points && high
      ? t('review.level.toBoth', { points, high, level })
      : t('review.level.to', { missing: points || high || '', level });
  };
  return <span className={props.className}>{words()}</span>;
}

/** When the review is to be looked at again, or since when that is overdue. */
function DueFact() {
  const { dueAt, review } = useReview();
  const { t } = useMlLensTranslation();
  const format = useFormat();
  if (!dueAt) return null;
  // Both are UTC, and `at` is the instant the whole tab speaks of.
  const isOverdue = Date.parse(dueAt) < Date.parse(review.at);
  const Icon = isOverdue ? RiTimeLine : RiCalendarCheckLine;
  return (
    <div className={isOverdue ? styles.overdue : styles.due}>
      <Icon aria-hidden />
      {t(isOverdue ? 'review.fresh.overdue' : 'review.fresh.due', {
        when: format.date(dueAt),
      })}
    </div>
  );
}

function Fact(props: { label: string; children: ReactNode }) {
  return (
    <div className={styles.fact}>
      <dt>{props.label}</dt>
      <dd>{props.children}</dd>
    </div>
  );
}

function Figures(props: { box?: Ref<HTMLDivElement> }) {
  const { review } = useReview();
  const { t } = useMlLensTranslation();
  const { score, coverage, level, counts, practices } = review.scorecard;
  const answered = counts.HIGH + counts.MEDIUM + counts.NONE;
  const applicable = answered + counts.UNANSWERED;
  const isBegun = score !== null || applicable === 0;
  return (
    <Flex ref={props.box} align="center" gap="4">
      <ScoreRing score={score} size={92} />
      <div className={styles.beside}>
        {isBegun ? (
          <div>
            <LevelChip level={level} score={score} />{' '}
            <LevelLine className={looks.small} />
          </div>
        ) : (
          <div className={styles.notBegun}>
            <strong>{t('review.header.notBegun')}</strong>
            <span className={looks.small}>
              {t('review.header.notBegunText')}
            </span>
          </div>
        )}
        <CoverageBar coverage={coverage} compact />
        <span className={looks.small}>
          {t('review.header.answered', {
            count: applicable,
            answered: String(answered),
          })}
        </span>
        <span className={looks.small}>
          {t('review.header.practices', {
            count: practices.applicable,
            inPlace: String(practices.inPlace),
          })}
        </span>
        <ReadinessFact />
        {counts.NOT_APPLICABLE > 0 && (
          <span className={looks.small}>
            {t('review.header.moot', {
              count: applicable + counts.NOT_APPLICABLE,
              moot: String(counts.NOT_APPLICABLE),
            })}
          </span>
        )}
      </div>
    </Flex>
  );
}

/** Says the new score to those who cannot see it. */
function SpokenScore() {
  const { review } = useReview();
  const { t } = useMlLensTranslation();
  const { score } = review.scorecard;
  return (
    <VisuallyHidden>
      <div aria-live="polite">
        {score === null
          ? t('common.noScore')
          : t('common.scoreOf100', { score: String(score) })}
      </div>
    </VisuallyHidden>
  );
}

function LastChange() {
  const { review } = useReview();
  const { t } = useMlLensTranslation();
  const format = useFormat();
  const lastChange = lastChangeOf(review);
  return (
    <div className={styles.changed}>
      {lastChange ? (
        <span title={format.dateTime(lastChange)}>
          {t('review.header.lastChanged', {
            when: format.relative(lastChange),
          })}
        </span>
      ) : (
        t('review.header.neverChanged')
      )}
    </div>
  );
}

/** The state of the review in one band, and what to do about it. */
export function ReviewHeader(props: {
  /** Leads to the other views of the review. */
  controls?: ReactNode;
  /** Where the score stands. */
  figures?: Ref<HTMLDivElement>;
  /** Name, description, owner and lifecycle are said above it. */
  isNamed?: boolean;
}) {
  const { controls, figures, isNamed = false } = props;
  const { workload } = useReviewFrame();
  const { t } = useMlLensTranslation();

  return (
    <Card
      role="region"
      aria-label={t('review.header.label', { title: workload.title })}
    >
      <CardBody>
        <div className={`${looks.loose} ${styles.root}`}>
          <div className={`${looks.apart} ${styles.top}`}>
            <div className={`${looks.stack} ${styles.titles}`}>
              {!isNamed && (
                <>
                  <Text as="h2" variant="title-small" weight="bold">
                    {workload.title}
                  </Text>
                  {workload.description && (
                    <p
                      className={`${looks.note} ${looks.clamp} ${styles.description}`}
                    >
                      {workload.description}
                    </p>
                  )}
                </>
              )}
              <LensSwitcher />
            </div>
            {controls}
          </div>
          <div className={styles.main}>
            <Figures box={figures} />
            <RiskCounts />
            <NextSteps />
          </div>
          <SpokenScore />
          <div className={`${looks.apart} ${styles.foot}`}>
            <dl className={`${looks.line} ${styles.facts}`}>
              {!isNamed && workload.owner && (
                <Fact label={t('review.header.owner')}>
                  <EntityRefLink
                    entityRef={workload.owner}
                    defaultKind="group"
                    hideIcon
                  />
                </Fact>
              )}
              {!isNamed && workload.system && (
                <Fact label={t('review.header.system')}>
                  <EntityRefLink
                    entityRef={workload.system}
                    defaultKind="system"
                    hideIcon
                  />
                </Fact>
              )}
              {!isNamed && workload.lifecycle && (
                <Fact label={t('review.header.lifecycle')}>
                  {workload.lifecycle}
                </Fact>
              )}
              <ProfileFact />
              {workload.awsWorkloadArn && (
                <Fact label={t('review.header.awsWorkload')}>
                  <code className={styles.arn}>{workload.awsWorkloadArn}</code>
                </Fact>
              )}
            </dl>
            <DueFact />
            <LastChange />
          </div>
        </div>
      </CardBody>
    </Card>
  );
}
