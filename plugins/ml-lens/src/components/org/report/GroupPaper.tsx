// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import type { ReactNode } from 'react';
import { PaperSection, PaperTable } from '../../shared/paper/PaperSection';
import { useMlLensTranslation } from '../../../translation';
import { DeltaText, RISK_APPEARANCE, useFormat } from '../../shared';
import styles from '../../shared/paper/Paper.module.css';
import type { LensTexts } from '../insights';
import { useOrg } from '../OrgModel';
import type { GroupReport } from './useGroupReports';

interface PaperProps {
  report: GroupReport;
  /** Of the group. */
  name: string;
  /** Of people and teams. */
  nameOf: (ref: string) => string;
  texts: LensTexts;
  /** Instants it is of and compared with, RFC 3339. */
  at: string;
  since: string | null;
}

/** A list of a report: a table, what stands there without any, and the rest. */
function Lines(props: {
  title: string;
  empty: string;
  heads: string[];
  rows: { key: string; cells: ReactNode[] }[];
  /** How many there are. */
  count: number;
  /** The head above days. */
  day?: string;
}) {
  const { title, empty, heads, rows, count, day } = props;
  const { t } = useMlLensTranslation();
  return (
    <PaperSection title={title} intro={rows.length === 0 && empty}>
      {rows.length > 0 && (
        <PaperTable label={title} heads={heads.map(label => ({ label }))}>
          {rows.map(({ key, cells }) => (
            <tr key={key}>
              {cells.map((cell, index) => (
                <td
                  key={heads[index]}
                  className={heads[index] === day ? styles.day : undefined}
                >
                  {cell}
                </td>
              ))}
            </tr>
          ))}
        </PaperTable>
      )}
      {count > rows.length && (
        <p className={styles.intro}>
          {t('org.report.more', { count: count - rows.length })}
        </p>
      )}
    </PaperSection>
  );
}

function Figures(props: { report: GroupReport }) {
  const { report } = props;
  const { before, begun, counts, readiness, score, workloads } = report;
  const { t } = useMlLensTranslation();
  const format = useFormat();
  const High = RISK_APPEARANCE.HIGH.icon;
  // Nothing was there before its first workload.
  const past = before && before.workloads > 0 ? before : undefined;
  return (
    <div className={styles.band}>
      <span className={styles.big}>
        <strong>{score ?? '–'}</strong>
        <span>{t('org.report.mean')}</span>
      </span>
      <span className={styles.big}>
        <strong>{readiness ?? '–'}</strong>
        <span title={t('org.report.readinessHint')}>
          {t('org.report.readiness')}
        </span>
      </span>
      <div className={styles.assessed}>
        <span>
          {t('org.report.begun', {
            begun: format.number(begun),
            count: format.number(workloads),
          })}
        </span>
        <span>
          {t('common.coverage')}{' '}
          <strong>
            {report.coverage === null ? '–' : format.percent(report.coverage)}
          </strong>
        </span>
      </div>
      <ul className={styles.counts}>
        <li>
          <DeltaText
            now={score}
            before={past?.score}
            good="up"
            format={points => t('org.delta.points', { count: points })}
          />
        </li>
        <li>
          <High size={14} color={RISK_APPEARANCE.HIGH.solid} aria-hidden />
          <strong>{format.number(counts.HIGH)}</strong> {t('common.risk.HIGH')}{' '}
          <DeltaText
            now={counts.HIGH}
            before={past?.high}
            good="down"
            format={format.number}
          />
        </li>
      </ul>
    </div>
  );
}

/** One group on paper: its figures, and what there is to talk about. */
export function GroupPaper(props: PaperProps) {
  const { report, name, nameOf, texts, at, since } = props;
  const { lens } = useOrg();
  const { t } = useMlLensTranslation();
  const format = useFormat();
  const head = (column: string) =>
    t(`org.report.columns.${column}` as 'org.report.columns.what');
  const practice = (line: { questionId: string; choiceId: string }) =>
    texts.practiceTitle(line.questionId, line.choiceId);
  const lensName =
    lens.choices.find(({ id }) => id === lens.id)?.name ?? lens.id;
  const what = (line: GroupReport['dates'][number]) => {
    const { kind, phase, questionId, choiceId } = line;
    if (kind === 'REVIEW') return t('org.report.kind.REVIEW');
    if (kind === 'PHASE') {
      return t('org.report.kind.PHASE', { name: texts.phaseName(phase ?? '') });
    }
    return t('org.report.kind.PRACTICE', {
      name: texts.practiceTitle(questionId ?? '', choiceId ?? ''),
    });
  };
  return (
    <article className={`${styles.paper} ${styles.brief}`} aria-label={name}>
      <header>
        <p className={styles.kicker}>
          {t('org.report.kicker', { lens: lensName })}
        </p>
        <h1 tabIndex={-1}>{name}</h1>
        <p className={styles.stamp}>
          <strong>{t('org.report.stamp', { date: format.date(at) })}</strong>
          {since && (
            <span>
              {t('org.report.compared', { date: format.date(since) })}
            </span>
          )}
        </p>
      </header>
      <Figures report={report} />
      <Lines
        title={t('org.report.risks')}
        empty={t('org.report.noRisks')}
        heads={[head('question'), head('workloads')]}
        count={report.risks.length}
        rows={report.risks.map(({ questionId, high, judged }) => ({
          key: questionId,
          cells: [
            texts.questionTitle(questionId),
            t('org.report.highIn', {
              high: format.number(high),
              judged: format.number(judged),
            }),
          ],
        }))}
      />
      <Lines
        title={t('org.report.worse')}
        empty={t(since ? 'org.report.noWorse' : 'org.report.notCompared')}
        heads={[head('workload'), head('score'), head('cause')]}
        count={report.worseCount}
        rows={report.worse.map(mover => ({
          key: mover.workloadId,
          cells: [
            <strong key="title">{mover.title}</strong>,
            t('org.movers.fromTo', {
              from: format.number(mover.score.from),
              to: format.number(mover.score.to),
            }),
            mover.upgradeOnly
              ? t('org.report.upgradeOnly', { version: mover.lens.version })
              : mover.causes.slice(0, 1).map(id => texts.questionTitle(id)),
          ],
        }))}
      />
      <Lines
        title={t('org.report.late')}
        empty={t('org.report.noLate')}
        heads={[head('practice'), head('workload'), head('who'), head('due')]}
        day={head('due')}
        count={report.lateCount}
        rows={report.late.map(line => ({
          key: `${line.workloadId}/${line.choiceId}`,
          cells: [
            practice(line),
            line.title,
            line.assignee === null ? '–' : nameOf(line.assignee),
            format.date(line.dueDate),
          ],
        }))}
      />
      <Lines
        title={t('org.report.dates')}
        empty={t('org.report.noDates')}
        heads={[head('date'), head('what'), head('workload')]}
        day={head('date')}
        count={report.dateCount}
        rows={report.dates.map(line => ({
          key: `${line.workloadId}/${line.date}/${line.kind}/${line.phase}/${line.choiceId}`,
          cells: [format.date(line.date), what(line), line.title],
        }))}
      />
    </article>
  );
}
