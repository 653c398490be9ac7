// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import type {
  Improvement,
  Waiver,
} from '@ml-lens/backstage-plugin-ml-lens-common';
import { PaperSection } from '../../../shared/paper/PaperSection';
import { useMlLensTranslation } from '../../../../translation';
import { useApiQuery } from '../../../shared';
import { useReview, useReviewUrl } from '../../model';
import { dayOf } from '../../../shared/days';
import { PaperSheet } from '../../../shared/paper/PaperSheet';
import styles from '../../../shared/paper/Paper.module.css';
import own from './Report.module.css';
import { ReportHead, ReportScore } from './ReportHead';
import { GatesPaper } from './ReportGates';
import { MootPaper, PlanPaper } from './ReportPlan';
import { ProposalsPaper } from './ReportProposals';
import { RisksPaper } from './ReportRisks';
import { MilestonesPaper, ScopeTable, TimelinePaper } from './ReportTables';
import { type PaperPlanItem, planAt } from './planAt';
import { WaiversPaper } from './ReportWaivers';
import { waiversAt } from './waiversAt';

/** The plan, also of a past instant. */
function usePlan(): PaperPlanItem[] {
  const { workload, lens, review, answerOf } = useReview();
  const { url } = useReviewUrl();
  const path = { workloadId: workload.id, lensId: lens.id };
  const { data } = useApiQuery('listImprovements', { path });
  const items: Improvement[] = data?.items ?? [];
  return url.at
    ? planAt(lens, answerOf, items, review.at)
    : items.map(item => ({ ...item, planned: item }));
}

/** Every waiver there was by the instant that is shown. */
function useAllWaivers(): Waiver[] {
  const { workload, lens, review } = useReview();
  const { url } = useReviewUrl();
  const path = { workloadId: workload.id, lensId: lens.id };
  const { data } = useApiQuery('listWaivers', { path });
  const items = data?.items ?? [];
  return url.at ? waiversAt(items, review.at) : items;
}

function Paper() {
  const { lens, review } = useReview();
  const { t } = useMlLensTranslation();
  const plan = usePlan();
  const waivers = useAllWaivers();
  const { pillars, phases } = review.scorecard;
  const nameIn =
    (scopes: readonly { id: string; name: string }[]) => (id: string) =>
      scopes.find(scope => scope.id === id)?.name ?? id;
  return (
    <div className={styles.paper}>
      <ReportHead />
      <PaperSection title={t('review.report.scorecard')}>
        <ReportScore />
        <h3>{t('review.report.pillars')}</h3>
        <ScopeTable
          label={t('review.report.pillars')}
          head={t('review.report.columns.pillar')}
          scopes={pillars}
          nameOf={nameIn(lens.pillars)}
        />
        {phases.length > 0 && (
          <>
            <h3>{t('review.report.phases')}</h3>
            <ScopeTable
              label={t('review.report.phases')}
              head={t('review.report.columns.phase')}
              scopes={phases}
              nameOf={nameIn(lens.phases)}
            />
          </>
        )}
      </PaperSection>
      {(lens.phases.length > 0 || review.milestones.length > 0) && (
        <PaperSection title={t('review.report.timeline')}>
          {lens.phases.length > 0 && <TimelinePaper />}
          <MilestonesPaper />
        </PaperSection>
      )}
      <RisksPaper waivers={waivers} />
      <GatesPaper />
      <ProposalsPaper />
      <WaiversPaper waivers={waivers} />
      <PlanPaper items={plan} />
      <MootPaper />
      <section className={`${styles.section} ${own.reading}`}>
        <h2>{t('review.report.reading')}</h2>
        <p>{t('review.report.scoring')}</p>
      </section>
    </div>
  );
}

/** The review as a document of A4 pages, to read, print or keep as a PDF. */
export function ReportView() {
  const { workload, review } = useReview();
  const { set } = useReviewUrl();
  const { t } = useMlLensTranslation();
  const title = workload.title;
  return (
    <PaperSheet
      label={t('review.report.label', { title })}
      fileName={t('review.report.fileName', { title, day: dayOf(review.at) })}
      back={t('review.report.back')}
      print={t('review.report.print')}
      onClose={() => set({ view: undefined }, { push: true })}
    >
      <Paper />
    </PaperSheet>
  );
}
