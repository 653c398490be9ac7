// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

export { ActionDialog } from './ActionDialog';
export * from './appearance';
export { Choice } from './Choice';
export { DialogButton } from './DialogButton';
export {
  Chip,
  DueChip,
  LateChip,
  LevelChip,
  ProposalsChip,
  RiskChip,
  StatusChip,
} from './Chips';
export { CoverageBar } from './CoverageBar';
export {
  type DataColumn,
  DataRows,
  type DataRowsProps,
  type Ticks,
} from './DataRows';
export { DeltaText } from './DeltaText';
export { FilterSelect } from './FilterSelect';
export { focusFirstField } from './focusFirstField';
export { useFormat } from './format';
export { LensMarkdown } from './LensMarkdown';
export { Notice } from './Notice';
export { More } from './More';
export { DialogContent, OpenDialog } from './OpenDialog';
export { Quote } from './LensMarkdown';
export { RiskBar } from './RiskBar';
export { ScoreRing } from './ScoreRing';
export { SmallButton } from './SmallButton';
export { LoadingCards } from './LoadingCards';
export { LoadingState } from './LoadingState';
export { Answered, EmptyState, ErrorState } from './States';
export { Surface } from './Surface';
export { TitledCard } from './TitledCard';
export { type ApiMutation, useApiMutation } from './useApiMutation';
export { useApiPages } from './useApiPages';
export { useApiQuery } from './useApiQuery';
export { errorText, isWorthRetrying, statusOf } from './failure';
export { useCrispDmName } from './knownNames';
export { useIsNarrow } from './useIsNarrow';
export { type LensTexts, useLensTexts } from './useLensTexts';
export { useLevelName } from './knownNames';
export { useToasts } from './useToasts';
