// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import {
  RiCheckboxFill,
  RiCheckboxBlankLine,
  RiForbidLine,
} from '@remixicon/react';
import type { Waiver } from '@ml-lens/backstage-plugin-ml-lens-common';
import { VisuallyHidden } from '@backstage/ui';
import { PaperSection } from '../../../shared/paper/PaperSection';
import { useMlLensTranslation } from '../../../../translation';
import { LensMarkdown, RiskChip, useFormat } from '../../../shared';
import { useReview, useReviewFrame } from '../../model';
import own from './Report.module.css';
import { type ReportQuestion, questionsOfRisk } from './reportModel';

function Practices(props: { entry: ReportQuestion }) {
  const { inPlace, missing, moot } = props.entry;
  const { t } = useMlLensTranslation();
  const rows = [
    ...inPlace.map(title => ({
      state: 'inPlace',
      icon: RiCheckboxFill,
      word: t('review.report.inPlace'),
      title,
    })),
    ...missing.map(title => ({
      state: 'missing',
      icon: RiCheckboxBlankLine,
      word: t('review.report.missing'),
      title,
    })),
    ...moot.map(({ title, reason }) => ({
      state: 'moot',
      icon: RiForbidLine,
      word: t('review.report.moot'),
      title: `${title} (${t('review.report.moot')}: ${t(
        `common.reason.${reason}`,
      )})`,
    })),
  ];
  return (
    <ul className={own.practices}>
      {rows.map(({ state, icon: Icon, word, title }) => (
        <li key={`${state} ${title}`} data-state={state}>
          <Icon size={14} aria-hidden />
          <span>
            <VisuallyHidden>{word}: </VisuallyHidden>
            {title}
          </span>
        </li>
      ))}
    </ul>
  );
}

function RiskQuestion(props: { entry: ReportQuestion; accepted?: Waiver }) {
  const { entry, accepted } = props;
  const format = useFormat();
  const { question, answer } = entry;
  const { lens } = useReviewFrame();
  const { t } = useMlLensTranslation();
  const phase = lens.phases.find(({ id }) => id === question.phaseId)?.name;
  const pillar = lens.pillars.find(({ id }) => id === question.pillarId)?.name;
  return (
    <article className={own.question} data-risk={answer.risk}>
      <div className={own.questionHead}>
        <h3>{question.title}</h3>
        <RiskChip risk={answer.risk} />
      </div>
      <p className={own.meta}>{[phase, pillar].filter(Boolean).join(' · ')}</p>
      {accepted && (
        <div className={own.said}>
          <b>
            {t('review.report.accepted', {
              when: format.date(accepted.expiresAt),
            })}
          </b>
          <LensMarkdown content={accepted.reason} />
        </div>
      )}
      <Practices entry={entry} />
      {answer.risk === 'HIGH' && !answer.ruleMatched && (
        <p className={own.said}>{t('review.report.noRule')}</p>
      )}
      {answer.notes && (
        <div className={own.said}>
          <b>{t('review.report.notes')}</b>
          <LensMarkdown content={answer.notes} />
        </div>
      )}
      {answer.evidence.length > 0 && (
        <div className={own.said}>
          <b>{t('review.report.evidence')}</b>
          {answer.evidence.map(({ id, title, url }, index) => (
            <div key={id ?? `${index} ${title}`}>
              {title}
              {url && (
                <>
                  {' – '}
                  <a href={url} target="_blank" rel="noopener noreferrer">
                    {url}
                  </a>
                </>
              )}
            </div>
          ))}
        </div>
      )}
    </article>
  );
}

/** What is at risk and what was said about it; then what is not answered. */
export function RisksPaper(props: { waivers: Waiver[] }) {
  const { lens, answerOf } = useReview();
  const { t } = useMlLensTranslation();
  const risks = (['HIGH', 'MEDIUM'] as const).flatMap(risk =>
    questionsOfRisk(lens, answerOf, risk),
  );
  const open = questionsOfRisk(lens, answerOf, 'UNANSWERED');
  return (
    <>
      <PaperSection
        title={t('review.report.risks')}
        intro={
          risks.length === 0
            ? t('review.report.noRisks')
            : t('review.report.risksIntro', { count: risks.length })
        }
      >
        {risks.map(entry => (
          <RiskQuestion
            key={entry.question.id}
            entry={entry}
            accepted={props.waivers.find(
              ({ questionId, status }) =>
                questionId === entry.question.id && status === 'APPROVED',
            )}
          />
        ))}
      </PaperSection>
      {open.length > 0 && (
        <PaperSection
          title={t('review.report.open')}
          intro={t('review.report.openIntro', { count: open.length })}
        >
          <ul className={own.plain}>
            {open.map(({ question }) => (
              <li key={question.id}>{question.title}</li>
            ))}
          </ul>
        </PaperSection>
      )}
    </>
  );
}
