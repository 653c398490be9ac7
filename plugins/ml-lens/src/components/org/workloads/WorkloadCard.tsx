import type { OrgRow } from '@ml-lens/backstage-plugin-ml-lens-common';
import { CoverageBar, LevelChip, ScoreRing } from '../../shared';
import { useOrg } from '../OrgModel';
import { PhaseStrip, RiskCell } from '../parts';
import { RefCell, UpdatedCell, WorkloadName } from './cells';
import styles from './Workloads.module.css';

/** A row on a phone. */
export function WorkloadCard(props: { row: OrgRow }) {
  const { row } = props;
  const { lens } = useOrg();
  return (
    <>
      <div className={styles.cardHead}>
        <ScoreRing score={row.score} size={48} />
        <div className={styles.cardName}>
          <WorkloadName row={row} />
          <div className={styles.cardFacts}>
            <RefCell value={row.owner} kind="group" />
            {row.lifecycle && ` · ${row.lifecycle}`}
          </div>
        </div>
        <LevelChip level={row.level} score={row.score} />
      </div>
      <CoverageBar coverage={row.coverage} />
      <RiskCell counts={row.counts} />
      <div className={styles.cardFoot}>
        <PhaseStrip row={row} phases={lens.phases} />
        <UpdatedCell at={row.updatedAt} />
      </div>
    </>
  );
}
