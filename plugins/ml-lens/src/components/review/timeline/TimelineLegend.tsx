// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import type { PhaseStatus } from '@ml-lens/lens-model';
import { RiFlag2Fill } from '@remixicon/react';
import { useMlLensTranslation } from '../../../translation';
import { STATUS_APPEARANCE } from '../../shared';
import { Legend } from '../../shared/chart';
import { GateShape } from './GateShape';
import { patternUrl } from './StatusPatterns';
import { MODEL_ICONS } from './ModelMark';
import styles from './Timeline.module.css';
import type { TimelineModelMark } from './timelinePicture';

const ORDER: PhaseStatus[] = [
  'COMPLETE',
  'IN_PROGRESS',
  'AT_RISK',
  'NOT_STARTED',
];

const KINDS = ['VERSION', 'APPROVAL', 'ALARM', 'CALM'] as const;

/** What the marks mean; only those the picture has. */
export function TimelineLegend(props: {
  /** Prefix of the chart's patterns. */
  patterns: string;
  statuses: PhaseStatus[];
  hasLoops: boolean;
  hasByHand: boolean;
  hasPlans: boolean;
  hasTargets: boolean;
  hasGates: boolean;
  hasMilestones: boolean;
  hasLate: boolean;
  /** What became of models. */
  models: TimelineModelMark['shows'][];
}) {
  const { patterns, statuses, hasLoops, hasByHand, hasMilestones } = props;
  const { hasLate, hasPlans, hasTargets, hasGates, models } = props;
  const { t } = useMlLensTranslation();
  const entries = [
    ...ORDER.filter(status => statuses.includes(status)).map(status => ({
      id: status,
      text: t(`common.status.${status}`),
      swatch: (
        <rect
          x={0.5}
          y={1.5}
          width={17}
          height={11}
          rx={3}
          fill={patternUrl(patterns, status)}
          stroke={STATUS_APPEARANCE[status].solid}
        />
      ),
    })),
    hasLate && {
      id: 'late',
      text: t('review.timeline.legendLate'),
      swatch: (
        <rect
          y={1}
          width={18}
          height={12}
          fill={patternUrl(patterns, 'LATE')}
        />
      ),
    },
    hasTargets && {
      id: 'target',
      text: t('review.timeline.legendTarget'),
      swatch: (
        <>
          <circle
            className={styles.target}
            data-state="ahead"
            cx={9}
            cy={7}
            r={6}
          />
          <circle className={styles.bullseye} cx={9} cy={7} r={2} />
        </>
      ),
    },
    hasPlans && {
      id: 'plan',
      text: t('review.timeline.legendPlan'),
      swatch: (
        <rect className={styles.plan} y={5} width={18} height={4} rx={2} />
      ),
    },
    hasGates && {
      id: 'gate',
      text: t('review.timeline.legendGate'),
      swatch: <GateShape x={9} y={7} size={7} status="GO" />,
    },
    hasMilestones && {
      id: 'milestone',
      text: t('review.timeline.legendMilestone'),
      swatch: <RiFlag2Fill className={styles.flag} size={14} x={2} />,
    },
    hasByHand && {
      id: 'byHand',
      text: t('review.timeline.legendByHand'),
      swatch: <path className={styles.byHand} d="M 5 1 v 12 l 7 -6 Z" />,
    },
    ...KINDS.filter(kind => models.includes(kind)).map(kind => {
      const Sign = MODEL_ICONS[kind];
      return {
        id: kind,
        text: t(`review.timeline.legendModel.${kind}`),
        swatch: (
          <g data-kind={kind} className={styles.model}>
            <Sign x={2} size={14} />
          </g>
        ),
      };
    }),
    hasLoops && {
      id: 'loop',
      text: t('review.timeline.legendLoop'),
      swatch: (
        <path
          className={styles.loop}
          d="M 16 12 C 4 12, 4 4, 12 3"
          markerEnd={`url(#${patterns}-arrow)`}
        />
      ),
    },
  ];
  return (
    <Legend
      label={t('review.timeline.legend')}
      entries={entries.flatMap(entry =>
        entry
          ? [
              {
                ...entry,
                mark: (
                  <svg width={18} height={14} aria-hidden>
                    {entry.swatch}
                  </svg>
                ),
              },
            ]
          : [],
      )}
    />
  );
}
