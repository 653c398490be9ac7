export { ProposalMark, RestsOn } from './ProposalMark';
export { ProposalPanel } from './ProposalPanel';
export { ProposalsBanner } from './ProposalsBanner';
