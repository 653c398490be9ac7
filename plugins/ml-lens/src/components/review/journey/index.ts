// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

export { QuestionHistory } from './history/QuestionHistory';
export { JourneyView } from './JourneyView';
export { ReportView } from './report/ReportView';
export { ReviewControls } from './ReviewControls';
export { RecordMilestone } from './milestones/RecordMilestone';
