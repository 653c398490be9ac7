// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { Card, CardBody, CardHeader, Text } from '@backstage/ui';
import type { CompiledLens, LensPhase } from '@ml-lens/lens-model';
import { RiArrowRightLine } from '@remixicon/react';
import { Link } from 'react-router-dom';
import { useMlLensTranslation } from '../../../translation';
import { EmptyState, LensMarkdown, useCrispDmName } from '../../shared';
import looks from '../../shared/looks.module.css';
import styles from './PhasesTab.module.css';
import { ServiceList } from './ServiceList';

function Phase(props: { lens: CompiledLens; phase: LensPhase; index: number }) {
  const { lens, phase, index } = props;
  const { t } = useMlLensTranslation();
  const crispDmName = useCrispDmName();
  const questions = lens.questions.filter(
    question => question.phaseId === phase.id,
  ).length;
  const services = (lens.document.services ?? []).filter(service =>
    phase.services?.includes(service.id),
  );
  return (
    <li className={styles.phase}>
      <Card>
        <CardHeader>
          <div className={looks.line}>
            <span className={`${looks.label} ${styles.index}`} aria-hidden>
              {index + 1}
            </span>
            <Text as="h3" variant="body-large" weight="bold">
              {phase.name}
            </Text>
            {(phase.crispDm ?? []).length > 0 && (
              <span className={looks.note}>
                {t('lenses.phases.crispDm')}
                {': '}
                {phase.crispDm!.map(crispDmName).join(', ')}
              </span>
            )}
            <Link
              className={styles.link}
              to={`?${new URLSearchParams({
                version: lens.version,
                tab: 'questions',
                phase: phase.id,
              })}`}
              title={t('lenses.phases.showQuestions')}
            >
              <span className={looks.inline}>
                {t('lenses.counts.questions', { count: questions })}
                <RiArrowRightLine size={16} aria-hidden />
              </span>
            </Link>
          </div>
        </CardHeader>
        <CardBody>
          <div className={looks.split}>
            {phase.description && (
              <LensMarkdown
                className={styles.text}
                content={phase.description}
              />
            )}
            <div className={`${looks.loose} ${styles.side}`}>
              {(phase.activities ?? []).length > 0 && (
                <section>
                  <h4 className={looks.heading}>
                    {t('lenses.phases.activities')}
                  </h4>
                  <ul className={styles.activities}>
                    {phase.activities!.map(activity => (
                      <li key={activity}>{activity}</li>
                    ))}
                  </ul>
                </section>
              )}
              {services.length > 0 && (
                <section>
                  <h4 className={looks.heading}>
                    {t('lenses.phases.services')}
                  </h4>
                  <ServiceList services={services} />
                </section>
              )}
            </div>
          </div>
        </CardBody>
      </Card>
    </li>
  );
}

/** The lifecycle of the lens: guidance, activities and services by phase. */
export function PhasesTab(props: { lens: CompiledLens }) {
  const { lens } = props;
  const { t } = useMlLensTranslation();
  if (lens.phases.length === 0) {
    return <EmptyState title={t('lenses.phases.none')} />;
  }
  return (
    <ol className={looks.loose}>
      {lens.phases.map((phase, index) => (
        <Phase key={phase.id} lens={lens} phase={phase} index={index} />
      ))}
    </ol>
  );
}
