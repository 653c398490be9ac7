// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { DEFAULT_NAMESPACE } from '@backstage/catalog-model';
import { EntityInfoCard, useEntity } from '@backstage/plugin-catalog-react';
import { ButtonLink, Flex } from '@backstage/ui';
import { type EntityReview } from '@ml-lens/backstage-plugin-ml-lens-common';
import { localizeLens } from '@ml-lens/lens-model';
import { RiArrowRightLine } from '@remixicon/react';
import { useMemo } from 'react';
import { useMountedPath } from '../shared/useMountedPath';
import { entityContentRouteRef } from '../../routes';
import { PluginProvider } from '../../api';
import { useLanguage, useMlLensTranslation } from '../../translation';
import {
  CoverageBar,
  ErrorState,
  LevelChip,
  LoadingState,
  ProposalsChip,
  RISK_APPEARANCE,
  RiskBar,
  ScoreRing,
  Surface,
  useApiQuery,
} from '../shared';
import looks from '../shared/looks.module.css';
import styles from './EntityScorecardCard.module.css';
import { PhaseStrip } from './PhaseStrip';

/** Path of the tab of the entity that is shown. */
function useTabPath(): string {
  return useMountedPath()(entityContentRouteRef, 'ml-lens');
}

function Scorecard(props: { data: EntityReview }) {
  const { review, lens, workload, problems, openProposals } = props.data;
  const { t } = useMlLensTranslation();
  const language = useLanguage();
  const document = useMemo(
    () => lens && localizeLens(lens, language),
    [lens, language],
  );
  if (!review || !document) {
    return (
      <p className={looks.note}>
        {t(
          workload || problems.length === 0
            ? 'review.card.noLens'
            : 'review.card.problem',
        )}
      </p>
    );
  }
  const { score, coverage, level, counts, readiness, currentPhase } =
    review.scorecard;
  const phase = document.phases?.find(({ id }) => id === currentPhase);
  const High = RISK_APPEARANCE.HIGH.icon;
  return (
    <Flex direction="column" gap="4">
      <Flex align="center" gap="5">
        <ScoreRing score={score} size={76} />
        <div className={`${looks.stack} ${styles.figures}`}>
          <div className={looks.line}>
            <LevelChip level={level} score={score} />
            <span className={looks.note}>{document.name}</span>
            {openProposals > 0 && <ProposalsChip count={openProposals} />}
          </div>
          <CoverageBar coverage={coverage} />
          {phase && (
            <span className={looks.note}>
              {t('phases.readiness', {
                readiness: readiness === null ? '–' : String(readiness),
              })}{' '}
              {t('phases.inPhase', { phase: phase.name })}
            </span>
          )}
          <div className={styles.risks}>
            <RiskBar counts={counts} />
            <span className={`${looks.inline} ${styles.high}`}>
              {counts.HIGH > 0 && (
                <High
                  aria-hidden
                  size={14}
                  color={RISK_APPEARANCE.HIGH.solid}
                />
              )}
              {counts.HIGH > 0
                ? t('review.card.highCount', { count: counts.HIGH })
                : t('review.card.noHigh')}
            </span>
          </div>
        </div>
      </Flex>
      {document.phases && document.phases.length > 0 && (
        <PhaseStrip phases={document.phases} states={review.phases} />
      )}
    </Flex>
  );
}

function Content() {
  const { entity } = useEntity();
  const path = {
    kind: entity.kind,
    namespace: entity.metadata.namespace ?? DEFAULT_NAMESPACE,
    name: entity.metadata.name,
  };
  // The same question as the tab's, so that both share one answer.
  const query = { lens: undefined, at: undefined };
  const { data, error, refetch } = useApiQuery('getEntityReview', {
    path,
    query,
  });
  if (error) return <ErrorState error={error} onRetry={refetch} />;
  if (!data) return <LoadingState rows={2} height={56} />;
  return <Scorecard data={data} />;
}

/** Card on the entity's overview: the scorecard in brief. */
export function EntityScorecardCard() {
  const { t } = useMlLensTranslation();
  const tabPath = useTabPath();
  return (
    <PluginProvider>
      <EntityInfoCard
        title={t('review.card.title')}
        headerActions={
          <ButtonLink
            size="small"
            variant="tertiary"
            href={tabPath}
            iconEnd={<RiArrowRightLine />}
          >
            {t('review.card.open')}
          </ButtonLink>
        }
      >
        <Surface>
          <Content />
        </Surface>
      </EntityInfoCard>
    </PluginProvider>
  );
}
