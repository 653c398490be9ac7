// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import type { PhaseStatus, Risk } from '@ml-lens/lens-model';
import {
  RiAlertFill,
  RiCheckboxCircleFill,
  RiCircleLine,
  RiErrorWarningFill,
  RiForbidLine,
  RiLoader2Line,
  RiMedalLine,
  RiPlantLine,
  RiQuestionLine,
  RiSeedlingLine,
  RiTrophyLine,
  RiVipCrownLine,
} from '@remixicon/react';

type Icon = typeof RiAlertFill;

/** How a risk or status is shown: never by colour alone. */
export interface Appearance {
  icon: Icon;
  /** Of bars, dots and rings. */
  solid: string;
  /** Of chips and cells, with the text colour that is readable on it. */
  bg: string;
  fg: string;
}

/** The colours a chip, cell or bar is drawn in. */
type Family = 'high' | 'medium' | 'none' | 'open' | 'progress';

/** An icon in the colours of a family. */
export function family(name: Family, icon: Icon): Appearance {
  return {
    icon,
    solid: `var(--mll-${name}-solid)`,
    bg: `var(--mll-${name}-bg)`,
    fg: `var(--mll-${name}-fg)`,
  };
}

export const RISK_APPEARANCE: Record<Risk, Appearance> = {
  HIGH: family('high', RiErrorWarningFill),
  MEDIUM: family('medium', RiAlertFill),
  NONE: family('none', RiCheckboxCircleFill),
  UNANSWERED: family('open', RiCircleLine),
  NOT_APPLICABLE: family('open', RiForbidLine),
};

export const STATUS_APPEARANCE: Record<PhaseStatus, Appearance> = {
  NOT_STARTED: family('open', RiCircleLine),
  IN_PROGRESS: family('progress', RiLoader2Line),
  AT_RISK: family('high', RiErrorWarningFill),
  COMPLETE: family('none', RiCheckboxCircleFill),
};

/** Worst first, the order risks are listed in. */
export const RISK_ORDER: Risk[] = [
  'HIGH',
  'MEDIUM',
  'UNANSWERED',
  'NONE',
  'NOT_APPLICABLE',
];

/** Scores from which a step of the ramp of levels begins. */
export const SCORE_STEPS = [0, 25, 50, 75, 90] as const;

/** Icons of their own, so that a level is not taken for a risk or a status. */
const STEP_ICONS = [
  RiSeedlingLine,
  RiPlantLine,
  RiMedalLine,
  RiTrophyLine,
  RiVipCrownLine,
];

const NO_SCORE = family('open', RiQuestionLine);

/**
 * How a score is drawn: one hue that gets stronger with it, so that the order
 * is seen by everybody, colour-blind or not. The number always stands beside.
 */
export function scoreAppearance(score: number | null): Appearance {
  const step = SCORE_STEPS.findLastIndex(from => (score ?? -1) >= from);
  return step < 0
    ? NO_SCORE
    : {
        icon: STEP_ICONS[step],
        solid: `var(--mll-level-${step}-solid)`,
        bg: `var(--mll-level-${step}-bg)`,
        fg: 'var(--mll-level-fg)',
      };
}
