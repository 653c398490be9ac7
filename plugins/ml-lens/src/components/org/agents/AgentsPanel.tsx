// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { visibleText } from '@ml-lens/lens-model/proposals';
import { useMlLensTranslation } from '../../../translation';
import { useFormat, useApiQuery } from '../../shared';
import { DataTable, Panel } from '../insights';
import { useOrg } from '../OrgModel';

/**
 * What became of the proposals of each agent, for those who judge agents;
 * nothing where none has proposed anything.
 */
export function AgentsPanel() {
  const { lens } = useOrg();
  const { t } = useMlLensTranslation();
  const format = useFormat();
  const query = { lens: lens.id };
  const { data } = useApiQuery('getProposalAgents', { query });
  const items = data?.items ?? [];
  if (items.length === 0) return null;
  const title = t('org.agents.title');
  return (
    <Panel title={title} note={t('org.agents.note')}>
      <DataTable
        label={title}
        columns={[
          t('org.agents.agent'),
          t('org.agents.open'),
          t('org.agents.accepted'),
          t('org.agents.changed'),
          t('org.agents.rejected'),
          t('org.agents.ended'),
          t('org.agents.overruled'),
        ]}
        rows={items.map(item => ({
          key: item.agent,
          cells: [
            <bdi>{visibleText(item.agent)}</bdi>,
            item.open,
            item.accepted,
            item.changed,
            item.rejected,
            item.superseded + item.expired,
            item.overruled === null ? '–' : format.percent(item.overruled),
          ],
        }))}
      />
    </Panel>
  );
}
