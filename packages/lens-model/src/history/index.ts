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
