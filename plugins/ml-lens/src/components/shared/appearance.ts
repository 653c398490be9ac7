import type {
  PhaseStatus,
  Risk,
} from '@ml-lens/backstage-plugin-ml-lens-common';
import {
  RiAlertFill,
  RiCheckboxCircleFill,
  RiCircleLine,
  RiErrorWarningFill,
  RiForbidLine,
  RiLoader2Line,
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

/** The family a score is drawn in; the number always stands beside it. */
export function scoreAppearance(score: number | null): Appearance {
  if (score === null) return RISK_APPEARANCE.UNANSWERED;
  if (score >= 75) return RISK_APPEARANCE.NONE;
  if (score >= 50) return STATUS_APPEARANCE.IN_PROGRESS;
  if (score >= 25) return RISK_APPEARANCE.MEDIUM;
  return RISK_APPEARANCE.HIGH;
}
