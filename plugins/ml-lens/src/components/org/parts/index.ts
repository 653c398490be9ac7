// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

export { DetailTip } from './DetailTip';
export { LevelBar, levelShares } from './LevelBar';
export { PageTurn } from './PageTurn';
export { PhaseSpread } from './PhaseSpread';
export { longestLate, PhaseStrip } from './PhaseStrip';
export { RiskCell } from './RiskCell';
export { RowLegend } from './RowLegend';
export { ScoreCell } from './ScoreCell';
