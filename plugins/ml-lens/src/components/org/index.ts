export { RollupPage } from './RollupPage';
export { WorkloadsPage } from './WorkloadsPage';
