export { WorkloadsPage } from './WorkloadsPage';
