// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { Select } from '@backstage/ui';
import { useMlLensTranslation } from '../../../translation';
import { EmptyState, ErrorState, LoadingCards } from '../../shared';
import { dayOf } from '../../shared/days';
import { DayPicker } from '../../shared/DayPicker';
import styles from '../../shared/paper/Paper.module.css';
import { PaperSheet } from '../../shared/paper/PaperSheet';
import { useEntityNames } from '../hooks';
import { SinceSelect, oneOf, useLensTexts } from '../insights';
import { useOrg } from '../OrgModel';
import { GroupPaper } from './GroupPaper';
import { REPORT_BY, useGroupReports, useReportUrl } from './useGroupReports';

/** What the report is about, and of when. */
function Tools() {
  const { by, at, set } = useReportUrl();
  const { t } = useMlLensTranslation();
  return (
    <div className={styles.tools}>
      <Select
        size="small"
        aria-label={t('org.report.by')}
        options={REPORT_BY.map(id => ({
          id: id as string,
          label: `${t('org.report.by')}: ${t(`org.report.groups.${id}`)}`,
        }))}
        value={by}
        onChange={next => set({ report: oneOf(REPORT_BY, String(next)) })}
      />
      <DayPicker
        label={t('org.report.asOf')}
        value={at}
        onPick={picked => set({ at: picked && dayOf(picked) })}
      />
      <SinceSelect />
    </div>
  );
}

/** A sheet for each team, system or domain, to take to a meeting. */
export function GroupReports() {
  const { lens } = useOrg();
  const { by, set } = useReportUrl();
  const { t } = useMlLensTranslation();
  const { data, error, refetch } = useGroupReports();
  const texts = useLensTexts(lens.id);
  const nameOf = useEntityNames(
    data?.items.flatMap(({ key, late }) => [
      ...(key === null ? [] : [key]),
      ...late.flatMap(({ assignee }) => assignee ?? []),
    ]) ?? [],
  );
  const count = data?.items.length ?? 0;
  return (
    <PaperSheet
      label={t('org.report.label')}
      fileName={t('org.report.fileName', {
        day: dayOf(data?.at ?? new Date().toISOString()),
      })}
      back={t('org.report.back')}
      print={t('org.report.print', { count })}
      isDisabled={count === 0}
      tools={<Tools />}
      onClose={() => set({ report: undefined, at: undefined })}
    >
      {error && <ErrorState error={error} onRetry={() => refetch()} />}
      {!data && !error && <LoadingCards height={420} />}
      {data && count === 0 && (
        <EmptyState
          title={t('org.report.empty')}
          text={t('org.report.emptyText')}
        />
      )}
      {data && count < data.totalItems && (
        <p className={styles.cut} role="note">
          {t('org.report.some', {
            shown: String(count),
            total: String(data.totalItems),
          })}
        </p>
      )}
      {data?.items.map(report => (
        <GroupPaper
          key={report.key}
          report={report}
          name={
            report.key === null
              ? t(`org.rollup.none.${by}`)
              : nameOf(report.key)
          }
          nameOf={nameOf}
          texts={texts}
          at={data.at}
          since={data.since}
        />
      ))}
    </PaperSheet>
  );
}
