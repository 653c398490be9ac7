import { EntityRefLink } from '@backstage/plugin-catalog-react';
import { Link } from '@backstage/ui';
import type { OrgRow } from '@ml-lens/backstage-plugin-ml-lens-common';
import { useMlLensTranslation } from '../../../translation';
import { DueChip, LateChip, useFormat } from '../../shared';
import { useReviewPath } from '../hooks';
import { OrphanChip } from '../parts';
import styles from './Workloads.module.css';

/** Title with a link to the review, and what is out of the ordinary. */
export function WorkloadName(props: { row: OrgRow }) {
  const { row } = props;
  const reviewPath = useReviewPath();
  const path = reviewPath(row);
  const isDue = row.dueAt !== null && Date.parse(row.dueAt) < Date.now();
  const isLate = Object.values(row.phases).some(({ late }) => late);
  return (
    <div className={styles.name}>
      {path ? (
        <Link
          href={path}
          className={styles.title}
          weight="bold"
          variant="body-medium"
          standalone
        >
          {row.title}
        </Link>
      ) : (
        <span className={styles.title}>{row.title}</span>
      )}
      {(row.orphaned || isLate || isDue) && (
        <span className={styles.marks}>
          {row.orphaned && <OrphanChip />}
          {isLate && <LateChip />}
          {isDue && <DueChip />}
        </span>
      )}
    </div>
  );
}

/** A link to an entity, or a dash. */
export function RefCell(props: { value: string | null; kind: string }) {
  const { value, kind } = props;
  const { t } = useMlLensTranslation();
  if (!value) return <>{t('org.table.none')}</>;
  return <EntityRefLink entityRef={value} defaultKind={kind} hideIcon />;
}

export function UpdatedCell(props: { at: string | null }) {
  const { at } = props;
  const { t } = useMlLensTranslation();
  const { relative, dateTime } = useFormat();
  if (!at) return <span className={styles.muted}>{t('org.table.never')}</span>;
  return (
    <time dateTime={at} title={dateTime(at)} className={styles.muted}>
      {relative(at)}
    </time>
  );
}
