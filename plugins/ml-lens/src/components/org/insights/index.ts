// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

export { DeltaText } from '../../shared/DeltaText';
export { inInsightsPage } from './InsightsPage';
export { DataTable, Panel } from './Panel';
export { sinceInstant } from './since';
export { SinceSelect, useSince } from './SinceSelect';
export { type LensTexts, useLensTexts } from '../../shared/useLensTexts';
export { useOrgLinks } from './useOrgLinks';
export { oneOf, useUrlChoice, useUrlKeys } from '../../shared/useUrlKeys';
export { LineChart } from './LineChart';
export { SeriesLegend } from './SeriesLegend';
export { type ChartSeries, lineLook } from './series';
