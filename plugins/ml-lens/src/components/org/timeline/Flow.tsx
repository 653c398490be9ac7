// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import type { OrgTimeline } from '@ml-lens/backstage-plugin-ml-lens-common';
import { useState } from 'react';
import { useMlLensTranslation } from '../../../translation';
import { useFormat, FilterSelect } from '../../shared';
import {
  type ChartSeries,
  DataTable,
  LineChart,
  lineLook,
  Panel,
  SeriesLegend,
  useLensTexts,
} from '../insights';
import { useOrg } from '../OrgModel';

const FLOWS = ['entered', 'passed', 'returned'] as const;

/** How many workloads entered, passed and came back to phases, by month. */
export function Flow(props: {
  flow: OrgTimeline['flow'];
  phases: OrgTimeline['phases'];
  isStale: boolean;
}) {
  const { flow, phases, isStale } = props;
  const { lens } = useOrg();
  const texts = useLensTexts(lens.id);
  const { t } = useMlLensTranslation();
  const { number } = useFormat();
  const [phase, setPhase] = useState<string>();
  const series = FLOWS.map(
    (what, index): ChartSeries => ({
      id: what,
      name: t(`org.timeline.flow.${what}`),
      ...lineLook(index),
      values: flow.map(month =>
        Object.entries(month.phases).reduce(
          (sum, [id, moved]) =>
            phase === undefined || phase === id ? sum + moved[what] : sum,
          0,
        ),
      ),
    }),
  );
  const title = t('org.timeline.flow.title');
  return (
    <Panel
      title={title}
      note={t('org.timeline.flow.note')}
      isStale={isStale}
      actions={
        <FilterSelect
          label={t('org.field.phase')}
          all={t('org.timeline.flow.all')}
          options={phases.map(({ id }) => ({ id, label: texts.phaseName(id) }))}
          value={phase}
          onChange={setPhase}
        />
      }
      table={
        <DataTable
          label={title}
          columns={[
            t('org.timeline.columns.month'),
            ...series.map(({ name }) => name),
          ]}
          rows={flow.map(({ month }, index) => ({
            key: month,
            cells: [
              month,
              ...series.map(({ values }) => number(values[index]!)),
            ],
          }))}
        />
      }
    >
      <LineChart
        label={title}
        dates={flow.map(({ month }) => `${month}-01`)}
        series={series}
        format={number}
      />
      <SeriesLegend label={title} series={series} />
    </Panel>
  );
}
