export { QuestionHistory } from './history/QuestionHistory';
export { JourneyView } from './JourneyView';
export { ReportView } from './report/ReportView';
export { ReviewControls } from './ReviewControls';
export { RecordMilestone } from './milestones/RecordMilestone';
