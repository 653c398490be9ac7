// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import type { Gap } from '@ml-lens/backstage-plugin-ml-lens-common';
import { Link } from '@backstage/ui';
import { Link as RouterLink } from 'react-router-dom';
import { useMlLensTranslation } from '../../../translation';
import { RISK_APPEARANCE, useFormat } from '../../shared';
import type { LensTexts } from '../insights';
import { useOrgLinks } from '../insights';
import { gapValue } from '../orgUrl';
import looks from '../../shared/looks.module.css';
import styles from './Gaps.module.css';

/** Teams named beside a gap; the others are counted. */
const TEAMS = 3;

/** The practice, what it answers to, and the way to where it is missing. */
export function PracticeCell(props: { gap: Gap; texts: LensTexts }) {
  const { gap, texts } = props;
  const { t } = useMlLensTranslation();
  const links = useOrgLinks();
  const title = texts.practiceTitle(gap.questionId, gap.choiceId);
  // The list behind: the workloads the gap counts.
  const href = links('workloads', { filters: { gap: [gapValue(gap)] } });
  return (
    <div className={looks.tight}>
      <Link
        href={href}
        variant="body-medium"
        weight="bold"
        standalone
        title={t('org.gaps.open', { practice: title })}
      >
        {title}
      </Link>
      <span className={looks.small}>{texts.questionTitle(gap.questionId)}</span>
      <span className={looks.small}>
        {[
          gap.riskLevel && t(`common.ifMissing.${gap.riskLevel}`),
          texts.pillarName(gap.pillar),
          gap.phase && texts.phaseName(gap.phase),
        ]
          .filter(Boolean)
          .join(' · ')}
      </span>
    </div>
  );
}

/** In how many of the workloads it applies to a practice is missing. */
export function UnmetCell(props: { gap: Gap }) {
  const { unmet, judged } = props.gap;
  const { t } = useMlLensTranslation();
  const { number } = useFormat();
  return (
    <div className={`${looks.tight} ${styles.unmet}`}>
      <span className={`${looks.bar} ${styles.track}`} aria-hidden>
        <span style={{ width: `${(100 * unmet) / Math.max(1, judged)}%` }} />
      </span>
      <span>
        {t('org.gaps.ofJudged', {
          unmet: number(unmet),
          judged: number(judged),
        })}
      </span>
    </div>
  );
}

/** Risks of the questions behind, worst first. */
export function GapRisksCell(props: { gap: Gap }) {
  const { gap } = props;
  const { t } = useMlLensTranslation();
  const { number } = useFormat();
  const counts = { HIGH: gap.high, MEDIUM: gap.medium };
  return (
    <ul className={looks.tight}>
      {(['HIGH', 'MEDIUM'] as const)
        .filter(risk => counts[risk] > 0)
        .map(risk => {
          const { icon: Icon, solid } = RISK_APPEARANCE[risk];
          return (
            <li key={risk} className={looks.inline}>
              <Icon aria-hidden size={14} style={{ color: solid }} />
              <b>{number(counts[risk])}</b> {t(`common.riskShort.${risk}`)}
            </li>
          );
        })}
    </ul>
  );
}

/** Teams that miss it most, each leading to its workloads. */
export function TeamsCell(props: {
  gap: Gap;
  nameOf: (ref: string) => string;
}) {
  const { gap, nameOf } = props;
  const { t } = useMlLensTranslation();
  const { number } = useFormat();
  const links = useOrgLinks();
  const shown = gap.owners.slice(0, TEAMS);
  const others = gap.owners.length - shown.length;
  return (
    <ul className={looks.tight}>
      {shown.map(({ owner, unmet }) => {
        const team = owner ? nameOf(owner) : t('org.rollup.none.owner');
        return (
          <li key={owner ?? ''}>
            <RouterLink
              to={links('workloads', {
                filters: { owner: [owner ?? ''], gap: [gapValue(gap)] },
              })}
              title={t('org.gaps.where', { team })}
            >
              {t('org.gaps.teamCount', { team, count: number(unmet) })}
            </RouterLink>
          </li>
        );
      })}
      {others > 0 && (
        <li className={looks.small}>
          {t('org.gaps.more', { count: number(others) })}
        </li>
      )}
    </ul>
  );
}

/** What the mean score would gain. */
export function GainCell(props: { gap: Gap; mean: number | null | undefined }) {
  const { gap, mean } = props;
  const { t } = useMlLensTranslation();
  const { decimal } = useDecimals();
  if (gap.scoreIfDone === null || typeof mean !== 'number') {
    return <span className={looks.small}>–</span>;
  }
  const gain = gap.scoreIfDone - mean;
  if (gain < 0.05) {
    return <span className={looks.small}>{t('org.gaps.noGain')}</span>;
  }
  return (
    <div className={looks.tight}>
      <b>
        {t('org.gaps.gainPoints', {
          count: Math.round(gain * 10) / 10,
          points: decimal(gain),
        })}
      </b>
      <span className={looks.small}>
        {t('org.gaps.gainNote', {
          before: decimal(mean),
          after: decimal(gap.scoreIfDone),
        })}
      </span>
    </div>
  );
}

/** Numbers to one decimal. */
function useDecimals() {
  const { number } = useFormat();
  return { decimal: (value: number) => number(Math.round(value * 10) / 10) };
}
