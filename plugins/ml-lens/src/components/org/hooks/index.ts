export { useColumnChoice } from './useColumnChoice';
export { useEntityNames } from './useEntityNames';
export { useIsCatalogBeingRead } from './useIsCatalogBeingRead';
export { useFacets, useScorecards, useSummary } from './useOrgData';
export type { OrgLens } from './useOrgLens';
export { useReviewPath } from './useReviewPath';
