// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { Card, CardBody, Flex, Text, VisuallyHidden } from '@backstage/ui';
import { EntityRefLink } from '@backstage/plugin-catalog-react';
import type { ReactNode, Ref } from 'react';
import { useMlLensTranslation } from '../../../translation';
import { CoverageBar, LevelChip, ScoreRing } from '../../shared';
import { useReview, useReviewFrame } from '../model';
import { ReadinessFact } from '../phases/ReadinessFact';
import { DueFact } from './DueFact';
import { LastChange } from './LastChange';
import { LensSwitcher } from './LensSwitcher';
import { LevelLine } from './LevelLine';
import { NextSteps } from './NextSteps';
import { ProfileFact } from './ProfileFact';
import looks from '../../shared/looks.module.css';
import styles from './ReviewHeader.module.css';
import { RiskCounts } from './RiskCounts';

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
