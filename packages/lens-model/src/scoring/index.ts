// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

export { checkAnswer, emptyAnswer, emptyAnswerState } from './answers';
export {
  ASSESSED_COVERAGE,
  DEFAULT_LEVELS,
  levelOf,
  levelRank,
  nextLevelOf,
  NOT_ASSESSED,
  notAssessedReason,
  type NextLevel,
  type NotAssessedReason,
} from './levels';
export { scoreFrom } from './measures';
export { evaluateAnswer } from './risk';
export { scorecardOf } from './scorecard';
export {
  pointsOf,
  standingOf,
  standingsOf,
  type QuestionStanding,
} from './standing';
