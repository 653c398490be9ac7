// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { EntityRefLink } from '@backstage/plugin-catalog-react';
import { Link } from '@backstage/ui';
import type { PlanItem } from '@ml-lens/backstage-plugin-ml-lens-common';
import { useMlLensTranslation } from '../../../translation';
import { Chip, LateChip, RISK_APPEARANCE, useFormat } from '../../shared';
import { ExternalLink } from '../../shared/ExternalLink';
import { useReviewPath } from '../hooks';
import { useLensTexts } from '../insights';
import looks from '../../shared/looks.module.css';
import styles from './Plan.module.css';

interface CellProps {
  item: PlanItem;
}

/** The practice and its question, leading to where it is answered. */
export function PracticeCell({ item }: CellProps) {
  const { lens, questionId, choiceId, inPlace } = item;
  const { t } = useMlLensTranslation();
  const texts = useLensTexts(lens.id, lens.version);
  const path = useReviewPath()(item, { question: questionId });
  return (
    <div className={`${looks.tight} ${styles.cell}`}>
      <Link href={path} variant="body-small" weight="bold" standalone>
        {texts.practiceTitle(questionId, choiceId)}
      </Link>
      <span className={looks.small}>{texts.questionTitle(questionId)}</span>
      {inPlace && (
        <Chip appearance={RISK_APPEARANCE.NONE} label={t('org.plan.inPlace')} />
      )}
    </div>
  );
}

/** Whose workload it is about. */
export function WorkloadCell({ item }: CellProps) {
  return (
    <div className={`${looks.tight} ${styles.cell}`}>
      <span>{item.title}</span>
      {item.owner && (
        <span className={looks.small}>
          <EntityRefLink entityRef={item.owner} defaultKind="group" hideIcon />
        </span>
      )}
    </div>
  );
}

/** Who does it. */
export function AssigneeCell({ item }: CellProps) {
  const { t } = useMlLensTranslation();
  return item.assignee ? (
    <EntityRefLink entityRef={item.assignee} defaultKind="user" hideIcon />
  ) : (
    <span className={looks.small}>{t('review.plan.nobody')}</span>
  );
}

/** Until when. */
export function DueCell({ item }: CellProps) {
  const { t } = useMlLensTranslation();
  const { date } = useFormat();
  if (!item.dueDate) {
    return <span className={looks.small}>{t('org.plan.noDay')}</span>;
  }
  return (
    <div className={`${looks.tight} ${styles.cell}`}>
      <span>{date(item.dueDate)}</span>
      {item.late && <LateChip since={item.dueDate} />}
    </div>
  );
}

/** How far it is, and where the work is tracked. */
export function StatusCell({ item }: CellProps) {
  const { t } = useMlLensTranslation();
  return (
    <div className={`${looks.tight} ${styles.cell}`}>
      <span>{t(`review.plan.statusOf.${item.status}`)}</span>
      {item.link && (
        <ExternalLink url={item.link} text={t('review.plan.link')} />
      )}
    </div>
  );
}
