export { carriedParams, withSearch } from './carry';
export { DeltaText } from './DeltaText';
export { Answered, InsightsPage } from './InsightsPage';
export { DataTable, Panel } from './Panel';
export { SinceSelect, useSince } from './SinceSelect';
export { type LensTexts, useLensTexts } from './useLensTexts';
export { type OrgTab, useOrgLinks, useReviewLink } from './useOrgLinks';
export { oneOf, useUrlKeys } from './useUrlKeys';
