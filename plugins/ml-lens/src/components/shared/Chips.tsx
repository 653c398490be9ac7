// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import type { PhaseStatus, Risk } from '@ml-lens/lens-model';
import {
  RiCalendarScheduleLine,
  RiRobot2Line,
  RiTimeLine,
} from '@remixicon/react';
import { useMlLensTranslation } from '../../translation';
import {
  type Appearance,
  RISK_APPEARANCE,
  STATUS_APPEARANCE,
  scoreAppearance,
} from './appearance';
import styles from './Chip.module.css';
import { daysSince } from './days';
import { useFormat } from './format';
import { useLevelName } from './knownNames';
import looks from './looks.module.css';

/** A word in its colours, with its icon: never colour alone. */
export function Chip(props: {
  appearance: Appearance;
  label: string;
  title?: string;
}) {
  const { appearance, label, title } = props;
  const { icon: Icon, bg, fg } = appearance;
  return (
    <span
      className={`${looks.tag} ${styles.chip}`}
      style={{ background: bg, color: fg }}
      title={title}
    >
      <Icon aria-hidden />
      {label}
    </span>
  );
}

/** Risk of a question. */
export function RiskChip(props: { risk: Risk }) {
  const { risk } = props;
  const { t } = useMlLensTranslation();
  return (
    <Chip appearance={RISK_APPEARANCE[risk]} label={t(`common.risk.${risk}`)} />
  );
}

export function StatusChip(props: { status: PhaseStatus }) {
  const { status } = props;
  const { t } = useMlLensTranslation();
  return (
    <Chip
      appearance={STATUS_APPEARANCE[status]}
      label={t(`common.status.${status}`)}
    />
  );
}

/** That something is late, and for how long where the day is given. */
export function LateChip(props: { since?: string }) {
  const { since } = props;
  const { t } = useMlLensTranslation();
  const { number } = useFormat();
  const count = since === undefined ? 0 : daysSince(since);
  return (
    <Chip
      appearance={{ ...RISK_APPEARANCE.HIGH, icon: RiTimeLine }}
      label={
        count > 0
          ? t('common.daysLate', { count, number: number(count) })
          : t('common.late')
      }
    />
  );
}

/** A review that is to be looked at again. */
export function DueChip() {
  const { t } = useMlLensTranslation();
  return (
    <Chip
      appearance={{ ...RISK_APPEARANCE.MEDIUM, icon: RiCalendarScheduleLine }}
      label={t('common.reviewDue')}
    />
  );
}

/** So many proposed answers wait for somebody to decide. */
export function ProposalsChip(props: { count: number }) {
  const { t } = useMlLensTranslation();
  return (
    <Chip
      appearance={{ ...STATUS_APPEARANCE.IN_PROGRESS, icon: RiRobot2Line }}
      label={t('review.proposals.title', { count: props.count })}
    />
  );
}

/** Maturity level, in the family of its score. */
export function LevelChip(props: { level: string; score: number | null }) {
  const { level, score } = props;
  const name = useLevelName();
  const assessed = level !== 'Not assessed';
  return (
    <Chip
      appearance={scoreAppearance(assessed ? score : null)}
      label={name(level)}
    />
  );
}
