// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { Flex } from '@backstage/ui';
import type { OrgRow } from '@ml-lens/backstage-plugin-ml-lens-common';
import { RefCell, UpdatedCell, WorkloadName } from './cells';
import { useOrg } from '../OrgModel';
import { CoverageBar, LevelChip, ScoreRing } from '../../shared';
import { PhaseStrip, RiskCell } from '../parts';
import looks from '../../shared/looks.module.css';
import styles from './Workloads.module.css';

/** A row on a phone. */
export function WorkloadCard(props: { row: OrgRow }) {
  const { row } = props;
  const { lens } = useOrg();
  return (
    <>
      <Flex align="start" gap="3">
        <ScoreRing score={row.score} size={48} />
        <div className={styles.cardName}>
          <WorkloadName row={row} />
          <div className={looks.note}>
            <RefCell value={row.owner} kind="group" />
            {row.lifecycle && ` · ${row.lifecycle}`}
          </div>
        </div>
        <LevelChip level={row.level} score={row.score} />
      </Flex>
      <CoverageBar coverage={row.coverage} />
      <RiskCell counts={row.counts} />
      <div className={`${looks.apart} ${styles.cardFoot}`}>
        <PhaseStrip row={row} phases={lens.phases} />
        <UpdatedCell at={row.updatedAt} />
      </div>
    </>
  );
}
