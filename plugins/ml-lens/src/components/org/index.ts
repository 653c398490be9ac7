export { GapsPage } from './gaps/GapsPage';
export { HeatmapPage } from './heatmap/HeatmapPage';
export { OverviewPage } from './overview/OverviewPage';
export { RollupPage } from './RollupPage';
export { WorkloadsPage } from './WorkloadsPage';
