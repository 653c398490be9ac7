// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { RiLinkUnlinkM, RiArchiveLine } from '@remixicon/react';
import { EntityRefLink } from '@backstage/plugin-catalog-react';
import { Link, Skeleton } from '@backstage/ui';
import type { OrgRow } from '@ml-lens/backstage-plugin-ml-lens-common';
import { useMlLensTranslation } from '../../../translation';
import {
  DueChip,
  LateChip,
  ProposalsChip,
  useFormat,
  Chip,
  family,
  STATUS_APPEARANCE,
} from '../../shared';
import { useEntityNames, useReviewPath } from '../hooks';
import { longestLate } from '../parts';
import looks from '../../shared/looks.module.css';
import styles from './Workloads.module.css';

const RETIRED = { ...STATUS_APPEARANCE.NOT_STARTED, icon: RiArchiveLine };

/** A workload whose lifecycle is over: listed, but in no figure of many. */
function RetiredChip() {
  const { t } = useMlLensTranslation();
  return (
    <Chip
      appearance={RETIRED}
      label={t('org.table.retired')}
      title={t('org.table.retiredHint')}
    />
  );
}

const ORPHANED = family('medium', RiLinkUnlinkM);

/** A workload no entity of the catalog links to any more. */
function OrphanChip() {
  const { t } = useMlLensTranslation();
  return (
    <Chip
      appearance={ORPHANED}
      label={t('org.table.orphaned')}
      title={t('org.table.orphanedHint')}
    />
  );
}

/** Title with a link to the review, and what is out of the ordinary. */
export function WorkloadName(props: { row: OrgRow }) {
  const { row } = props;
  const reviewPath = useReviewPath();
  const path = reviewPath(row);
  const isDue = row.dueAt !== null && Date.parse(row.dueAt) < Date.now();
  const open = row.openProposals ?? 0;
  const late = longestLate(row);
  return (
    <div className={looks.tight}>
      <Link
        href={path}
        className={`${looks.strong} ${styles.title}`}
        weight="bold"
        variant="body-medium"
        standalone
      >
        {row.title}
      </Link>
      {(row.orphaned || row.retired || late || isDue || open > 0) && (
        <span className={`${looks.line} ${styles.marks}`}>
          {row.orphaned && <OrphanChip />}
          {row.retired && <RetiredChip />}
          {late && <LateChip since={late.targetDate} />}
          {isDue && <DueChip />}
          {open > 0 && <ProposalsChip count={open} />}
        </span>
      )}
    </div>
  );
}

/** How much of what is due is in place. */
export function ReadinessCell(props: { row: OrgRow }) {
  const { readiness } = props.row;
  const { t } = useMlLensTranslation();
  const { number } = useFormat();
  return readiness === null ? (
    <span className={looks.muted}>{t('org.table.none')}</span>
  ) : (
    <span title={t('org.readinessOf', { readiness: number(readiness) })}>
      {number(readiness)}
    </span>
  );
}

/** A link to an entity, or a dash. */
export function RefCell(props: { value: string | null; kind: string }) {
  const { value, kind } = props;
  const { t } = useMlLensTranslation();
  const name = useEntityNames(value ? [value] : []);
  if (!value) return <>{t('org.table.none')}</>;
  // An id that turns into a name under the reader's eyes is worse than neither.
  const title = name(value);
  if (!title) return <Skeleton width="70%" height="1em" />;
  return (
    <EntityRefLink
      entityRef={value}
      defaultKind={kind}
      title={title}
      hideIcon
    />
  );
}

export function UpdatedCell(props: { at: string | null }) {
  const { at } = props;
  const { t } = useMlLensTranslation();
  const { relative, dateTime } = useFormat();
  if (!at) return <span className={looks.muted}>{t('org.table.never')}</span>;
  return (
    <time dateTime={at} title={dateTime(at)} className={looks.muted}>
      {relative(at)}
    </time>
  );
}

/** How many models there are, and what is the matter with some of them. */
export function ModelsCell(props: { models: OrgRow['models'] }) {
  const { models } = props;
  const { t } = useMlLensTranslation();
  const { number } = useFormat();
  if (!models) {
    return <span className={looks.muted}>{t('org.table.none')}</span>;
  }
  const troubles = (
    [
      ['FIRING', models.firing],
      ['SILENT', models.silent],
      ['NOT_APPROVED', models.notApproved],
      ['NO_CARD', models.noCard],
      ['MISSING', models.missing],
    ] as const
  ).filter(([, count]) => count > 0);
  return (
    <span>
      {number(models.count)}
      {troubles.map(([state, count]) => (
        <span key={state} className={`${looks.small} ${styles.trouble}`}>
          {t('org.table.models', {
            state: t(`org.filters.models.${state}`),
            count: number(count),
          })}
        </span>
      ))}
    </span>
  );
}
