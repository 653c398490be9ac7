export { useColumnChoice } from './useColumnChoice';
export { useEntityNames } from './useEntityNames';
export { useFacets, useScorecards, useSummary } from './useOrgData';
export type { OrgLens } from './useOrgLens';
export { useReviewPath } from './useReviewPath';
