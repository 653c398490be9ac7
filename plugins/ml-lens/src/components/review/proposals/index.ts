// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

export { ProposalMark, RestsOn } from './ProposalMark';
export { ProposalPanel } from './ProposalPanel';
export { ProposalsBanner } from './ProposalsBanner';
