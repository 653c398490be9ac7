// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { Flex } from '@backstage/ui';
import type { OrgTimeline } from '@ml-lens/backstage-plugin-ml-lens-common';
import { Link as RouterLink } from 'react-router-dom';
import { useMlLensTranslation } from '../../../translation';
import { useFormat, SmallButton } from '../../shared';
import { useEntityNames, useReviewPath } from '../hooks';
import { DataTable, Panel, useLensTexts } from '../insights';
import { useOrg } from '../OrgModel';

/** Who has been in the current phase longest, and what waits at gates. */
export function Longest(props: {
  items: OrgTimeline['items'];
  gates: OrgTimeline['gates'];
  isStale: boolean;
  onMore?: () => void;
}) {
  const { items, gates, isStale, onMore } = props;
  const { lens } = useOrg();
  const texts = useLensTexts(lens.id);
  const { t } = useMlLensTranslation();
  const { date, number } = useFormat();
  const reviewPath = useReviewPath();
  const nameOf = useEntityNames(items.flatMap(({ owner }) => owner ?? []));
  const title = t('org.timeline.longest');
  return (
    <Panel
      title={title}
      note={gates
        .map(({ gate, waiting, longestDays }) =>
          t('org.timeline.gate', {
            gate: texts.gateName(gate),
            count: waiting,
            days: number(longestDays),
          }),
        )
        .join(' · ')}
      isStale={isStale}
    >
      <DataTable
        label={title}
        columns={[
          t('org.field.workload'),
          t('org.field.owner'),
          t('org.field.phase'),
          t('org.timeline.columns.since'),
          t('org.timeline.columns.days'),
          t('org.timeline.columns.waiting'),
        ]}
        rows={items.map(row => {
          const at: Record<string, string> =
            row.currentPhase === null ? {} : { phase: row.currentPhase };
          const since = row.phases[row.currentPhase ?? '']?.since ?? null;
          return {
            key: `${row.workloadId}/${row.lens.id}`,
            cells: [
              <RouterLink key="title" to={reviewPath(row, at)}>
                {row.title}
              </RouterLink>,
              row.owner === null ? '–' : nameOf(row.owner),
              row.currentPhase === null
                ? '–'
                : texts.phaseName(row.currentPhase),
              since === null ? '–' : date(since),
              row.days === null ? '–' : number(row.days),
              row.waiting
                .map(one =>
                  t('org.timeline.waits', {
                    gate: texts.gateName(one.gate),
                    date: date(one.since),
                  }),
                )
                .join(', ') || '–',
            ],
          };
        })}
      />
      {onMore && (
        <Flex mt="3">
          <SmallButton onPress={onMore}>{t('org.timeline.more')}</SmallButton>
        </Flex>
      )}
    </Panel>
  );
}
