// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import {
  ButtonIcon,
  Card,
  CardBody,
  CardHeader,
  Flex,
  Text,
} from '@backstage/ui';
import type { PhaseState } from '@ml-lens/lens-model';
import { RiCloseLine } from '@remixicon/react';
import { useMlLensTranslation } from '../../../translation';
import {
  CoverageBar,
  LateChip,
  LensMarkdown,
  RiskBar,
  StatusChip,
  useCrispDmName,
  useFormat,
} from '../../shared';
import { useReview, useReviewUrl } from '../model';
import { PhaseDue } from '../phases/PhaseDue';
import { Unconfirmed } from '../phases/Doubts';
import looks from '../../shared/looks.module.css';
import styles from './PhasePanel.module.css';
import { PhaseServices } from './PhaseServices';
import { PhaseTarget } from './PhaseTarget';
import { StartIteration } from './StartIteration';

function useIterationWords() {
  const { t } = useMlLensTranslation();
  const format = useFormat();
  return (iteration: PhaseState['iterations'][number] | undefined) => {
    if (!iteration) return t('review.phase.iterationNone');
    const number = String(iteration.number);
    const { startedAt, completedAt, endedAt } = iteration;
    if (completedAt) {
      const date = format.date(completedAt);
      return t('review.phase.iterationLast', { number, date });
    }
    if (endedAt) {
      const date = format.date(endedAt);
      return t('review.phase.iterationEnded', { number, date });
    }
    const date = format.date(startedAt);
    return t('review.phase.iterationRunning', { number, date });
  };
}

function Panel(props: { phaseId: string }) {
  const { phaseId } = props;
  const { lens, review } = useReview();
  const { set } = useReviewUrl();
  const { t } = useMlLensTranslation();
  const crispDmName = useCrispDmName();
  const iterationWords = useIterationWords();

  const index = lens.phases.findIndex(({ id }) => id === phaseId);
  const phase = lens.phases[index];
  const state = review.phases.find(({ id }) => id === phaseId);
  const scope = review.scorecard.phases.find(({ id }) => id === phaseId);
  if (!phase) return null;
  const counts = scope?.counts;
  const answered = counts ? counts.HIGH + counts.MEDIUM + counts.NONE : 0;
  const applicable = counts ? answered + counts.UNANSWERED : 0;

  return (
    <Card
      role="region"
      aria-label={t('review.phase.label', { name: phase.name })}
    >
      <CardHeader>
        <Flex align="start" justify="between" gap="4">
          <div className={looks.tight}>
            <span className={looks.small}>
              {t('review.phase.step', {
                number: String(index + 1),
                total: String(lens.phases.length),
              })}
              {phase.crispDm &&
                phase.crispDm.length > 0 &&
                ` · ${t('review.phase.crispDm')}: ${phase.crispDm
                  .map(crispDmName)
                  .join(', ')}`}
            </span>
            <div className={looks.row}>
              <Text as="h3" variant="title-x-small" weight="bold">
                {phase.name}
              </Text>
              {state && <StatusChip status={state.status} />}
              {state?.late && <LateChip />}
            </div>
          </div>
          <ButtonIcon
            size="small"
            variant="tertiary"
            aria-label={t('review.phase.close')}
            icon={<RiCloseLine />}
            onPress={() => set({ phase: undefined }, { push: true })}
          />
        </Flex>
      </CardHeader>
      <CardBody>
        <div className={`${looks.line} ${styles.strip}`}>
          <div className={styles.progress}>
            <span>
              {applicable === 0
                ? t('review.phase.noApplicable')
                : t('review.phase.progress', {
                    count: applicable,
                    answered: String(answered),
                  })}
            </span>
            {scope && applicable > 0 && (
              <>
                <CoverageBar coverage={scope.coverage} compact />
                <RiskBar counts={scope.counts} />
              </>
            )}
          </div>
          <Flex direction="column" align="start" gap="3">
            <span>{iterationWords(state?.iterations.at(-1))}</span>
            <StartIteration phase={phase} />
          </Flex>
          <PhaseTarget
            // Another phase, another date being typed.
            key={phase.id}
            phaseId={phase.id}
            plan={{
              plannedStart: state?.plannedStart ?? null,
              targetDate: state?.targetDate ?? null,
            }}
          />
        </div>
        {state && <Unconfirmed questionIds={state.unconfirmed} />}
        <PhaseDue phaseId={phase.id} />
        <div className={`${looks.split} ${styles.columns}`}>
          {phase.description && (
            <section>
              <h4 className={looks.heading}>{t('review.phase.guidance')}</h4>
              <LensMarkdown
                className={styles.guidance}
                content={phase.description}
              />
            </section>
          )}
          <div className={`${looks.loose} ${styles.side}`}>
            {phase.activities && phase.activities.length > 0 && (
              <section>
                <h4 className={looks.heading}>
                  {t('review.phase.activities')}
                </h4>
                <ul className={`${looks.tight} ${styles.activities}`}>
                  {phase.activities.map(activity => (
                    <li key={activity}>{activity}</li>
                  ))}
                </ul>
              </section>
            )}
            <PhaseServices phase={phase} />
          </div>
        </div>
      </CardBody>
    </Card>
  );
}

/**
 * What the chosen phase is about, and its dates and iterations. With a pillar
 * chosen too, the questions of both are wanted rather than this.
 */
export function PhasePanel() {
  const { url } = useReviewUrl();
  return url.phase && !url.pillar ? <Panel phaseId={url.phase} /> : null;
}
