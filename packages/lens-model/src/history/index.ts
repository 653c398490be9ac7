// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

export { parseAwsAnswers, type ParsedAwsAnswers } from './aws';
export type { HistoryLine } from './HistoryLine';
export type { HistoryProblem } from './HistoryProblem';
export { linesOutOfOrder } from './order';
export {
  formatHistoryLine,
  parseHistory,
  type ParsedHistory,
  type ParsedHistoryLine,
} from './parse';
