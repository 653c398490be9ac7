export { phaseStatesOf, phaseStatusOf, reviewStandings } from './phases';
export { applyEvent, replay } from './reducer';
export {
  initialReviewState,
  type AnswerRecord,
  type ReviewState,
} from './state';
