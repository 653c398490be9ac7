// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

export { useColumnChoice } from './useColumnChoice';
export { useEntityNames } from '../../shared/useEntityNames';
export { useIsCatalogBeingRead } from './useIsCatalogBeingRead';
export {
  useFacets,
  useOrgPages,
  useOrgQuery,
  useScorecards,
} from './useOrgQuery';
export { useLensNames } from './useLensList';
export type { OrgLens } from './useOrgLens';
export { type RowOfReview, useReviewPath } from './useReviewPath';
