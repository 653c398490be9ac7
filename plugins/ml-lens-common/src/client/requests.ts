// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

/* Made from the contract by `yarn generate`. */
import type { MlLensOperations, OperationId } from '../contract/operations';
import type { RequestLine } from './RequestLine';

export const REQUESTS: {
  [Id in OperationId]: RequestLine & { path: MlLensOperations[Id]['path'] };
} = {
  listLenses: { method: 'get', path: '/lenses', gives: 'json' },
  getLens: { method: 'get', path: '/lenses/{lensId}', gives: 'json' },
  importLens: {
    method: 'post',
    path: '/lenses',
    takes: 'lens-document',
    gives: 'json',
  },
  publishLens: {
    method: 'post',
    path: '/lenses/{lensId}/versions/{version}/publish',
    gives: 'json',
  },
  archiveLens: {
    method: 'post',
    path: '/lenses/{lensId}/versions/{version}/archive',
    gives: 'json',
  },
  deleteLensDraft: {
    method: 'delete',
    path: '/lenses/{lensId}/versions/{version}',
  },
  exportLens: { method: 'get', path: '/lenses/{lensId}/export', gives: 'file' },
  diffLens: { method: 'get', path: '/lenses/{lensId}/diff', gives: 'json' },
  listLensMappings: { method: 'get', path: '/lens-mappings', gives: 'json' },
  listLensReports: { method: 'get', path: '/lens-reports', gives: 'json' },
  confirmRemoval: { method: 'post', path: '/lens-reports/removal/confirm' },
  getEntityWorkload: {
    method: 'get',
    path: '/entities/{kind}/{namespace}/{name}/workload',
    gives: 'json',
  },
  getEntityReview: {
    method: 'get',
    path: '/entities/{kind}/{namespace}/{name}/review',
    gives: 'json',
  },
  getWorkload: {
    method: 'get',
    path: '/workloads/{workloadId}',
    gives: 'json',
  },
  getProfile: {
    method: 'get',
    path: '/workloads/{workloadId}/profile',
    gives: 'json',
  },
  putProfile: {
    method: 'put',
    path: '/workloads/{workloadId}/profile',
    gives: 'json',
  },
  getReview: {
    method: 'get',
    path: '/workloads/{workloadId}/reviews/{lensId}',
    gives: 'json',
  },
  putAnswer: {
    method: 'put',
    path: '/workloads/{workloadId}/reviews/{lensId}/answers/{questionId}',
    gives: 'json',
  },
  listHistory: {
    method: 'get',
    path: '/workloads/{workloadId}/reviews/{lensId}/history',
    gives: 'json',
  },
  startIteration: {
    method: 'post',
    path: '/workloads/{workloadId}/reviews/{lensId}/phases/{phaseId}/iterations',
    gives: 'json',
  },
  putPhaseTarget: {
    method: 'put',
    path: '/workloads/{workloadId}/reviews/{lensId}/phases/{phaseId}/target',
    gives: 'json',
  },
  putReviewPhase: {
    method: 'put',
    path: '/workloads/{workloadId}/reviews/{lensId}/phase',
    gives: 'json',
  },
  listLinks: {
    method: 'get',
    path: '/workloads/{workloadId}/links',
    gives: 'json',
  },
  putLink: {
    method: 'put',
    path: '/workloads/{workloadId}/links/{entityRef}',
    gives: 'json',
  },
  listModels: {
    method: 'get',
    path: '/workloads/{workloadId}/models',
    gives: 'json',
  },
  putModelClaim: {
    method: 'put',
    path: '/workloads/{workloadId}/models/claims',
    gives: 'json',
  },
  listMilestones: {
    method: 'get',
    path: '/workloads/{workloadId}/reviews/{lensId}/milestones',
    gives: 'json',
  },
  recordMilestone: {
    method: 'post',
    path: '/workloads/{workloadId}/reviews/{lensId}/milestones',
    gives: 'json',
  },
  getReviewDiff: {
    method: 'get',
    path: '/workloads/{workloadId}/reviews/{lensId}/diff',
    gives: 'json',
  },
  getScoreHistory: {
    method: 'get',
    path: '/workloads/{workloadId}/reviews/{lensId}/score-history',
    gives: 'json',
  },
  previewUpgrade: {
    method: 'get',
    path: '/workloads/{workloadId}/reviews/{lensId}/upgrade',
    gives: 'json',
  },
  upgradeReview: {
    method: 'post',
    path: '/workloads/{workloadId}/reviews/{lensId}/upgrade',
    gives: 'json',
  },
  undoUpgrade: {
    method: 'post',
    path: '/workloads/{workloadId}/reviews/{lensId}/upgrade/undo',
    gives: 'json',
  },
  previewUpgradeMany: {
    method: 'get',
    path: '/lenses/{lensId}/upgrade',
    gives: 'json',
  },
  upgradeMany: {
    method: 'post',
    path: '/lenses/{lensId}/upgrade',
    gives: 'file',
  },
  listUpgradeCandidates: {
    method: 'get',
    path: '/lenses/{lensId}/upgrade/reviews',
    gives: 'json',
  },
  undoUpgradeMany: {
    method: 'post',
    path: '/lenses/{lensId}/upgrade/undo',
    gives: 'file',
  },
  listImprovements: {
    method: 'get',
    path: '/workloads/{workloadId}/reviews/{lensId}/improvements',
    gives: 'json',
  },
  putImprovement: {
    method: 'put',
    path: '/workloads/{workloadId}/reviews/{lensId}/improvements/{questionId}/{choiceId}',
    gives: 'json',
  },
  listPlanItems: { method: 'get', path: '/improvements', gives: 'json' },
  planMany: { method: 'post', path: '/improvements', gives: 'json' },
  listWaivers: {
    method: 'get',
    path: '/workloads/{workloadId}/reviews/{lensId}/waivers',
    gives: 'json',
  },
  requestWaiver: {
    method: 'post',
    path: '/workloads/{workloadId}/reviews/{lensId}/waivers',
    gives: 'json',
  },
  decideWaiver: {
    method: 'post',
    path: '/workloads/{workloadId}/reviews/{lensId}/waivers/{waiverId}/decision',
    gives: 'json',
  },
  withdrawWaiver: {
    method: 'post',
    path: '/workloads/{workloadId}/reviews/{lensId}/waivers/{waiverId}/withdraw',
    gives: 'json',
  },
  listProposals: {
    method: 'get',
    path: '/workloads/{workloadId}/reviews/{lensId}/proposals',
    gives: 'json',
  },
  proposeAnswers: {
    method: 'post',
    path: '/workloads/{workloadId}/reviews/{lensId}/proposals',
    gives: 'json',
  },
  decideProposal: {
    method: 'put',
    path: '/workloads/{workloadId}/reviews/{lensId}/proposals/{proposalId}',
    gives: 'json',
  },
  undoProposal: {
    method: 'post',
    path: '/workloads/{workloadId}/reviews/{lensId}/proposals/{proposalId}/undo',
    gives: 'json',
  },
  getProposalAgents: {
    method: 'get',
    path: '/proposals/agents',
    gives: 'json',
  },
  listGates: {
    method: 'get',
    path: '/workloads/{workloadId}/reviews/{lensId}/gates',
    gives: 'json',
  },
  requestGate: {
    method: 'post',
    path: '/workloads/{workloadId}/reviews/{lensId}/gates/{gateId}/requests',
    gives: 'json',
  },
  decideGate: {
    method: 'put',
    path: '/workloads/{workloadId}/reviews/{lensId}/gates/{gateId}/requests/{number}',
    gives: 'json',
  },
  confirmAnswer: {
    method: 'post',
    path: '/workloads/{workloadId}/reviews/{lensId}/answers/{questionId}/confirm',
    gives: 'json',
  },
  reportModelVersion: {
    method: 'post',
    path: '/workloads/{workloadId}/model-versions',
    gives: 'json',
  },
  listEvidence: {
    method: 'get',
    path: '/workloads/{workloadId}/reviews/{lensId}/evidence',
    gives: 'json',
  },
  postEvidence: {
    method: 'post',
    path: '/workloads/{workloadId}/reviews/{lensId}/evidence',
    gives: 'json',
  },
  getBadge: {
    method: 'get',
    path: '/workloads/{workloadId}/reviews/{lensId}/badge',
    gives: 'json',
  },
  createBadge: {
    method: 'post',
    path: '/workloads/{workloadId}/reviews/{lensId}/badge',
    gives: 'json',
  },
  deleteBadge: {
    method: 'delete',
    path: '/workloads/{workloadId}/reviews/{lensId}/badge',
  },
  queryScorecards: {
    method: 'get',
    path: '/scorecards/by-query',
    gives: 'json',
  },
  getSummary: { method: 'get', path: '/scorecards/summary', gives: 'json' },
  getFacets: { method: 'get', path: '/scorecards/facets', gives: 'json' },
  getHeatmap: { method: 'get', path: '/scorecards/heatmap', gives: 'json' },
  getGaps: { method: 'get', path: '/scorecards/gaps', gives: 'json' },
  getTrend: { method: 'get', path: '/scorecards/trend', gives: 'json' },
  getMovers: { method: 'get', path: '/scorecards/movers', gives: 'json' },
  exportScorecards: {
    method: 'get',
    path: '/scorecards/export',
    gives: 'file',
  },
  compareScorecards: {
    method: 'get',
    path: '/scorecards/compare',
    gives: 'json',
  },
  getOrgTimeline: {
    method: 'get',
    path: '/scorecards/timeline',
    gives: 'json',
  },
  getGroupReports: {
    method: 'get',
    path: '/scorecards/reports',
    gives: 'json',
  },
  postQueryScorecards: {
    method: 'post',
    path: '/scorecards/by-query',
    reads: true,
    gives: 'json',
  },
  postSummary: {
    method: 'post',
    path: '/scorecards/summary',
    reads: true,
    gives: 'json',
  },
  postFacets: {
    method: 'post',
    path: '/scorecards/facets',
    reads: true,
    gives: 'json',
  },
  postHeatmap: {
    method: 'post',
    path: '/scorecards/heatmap',
    reads: true,
    gives: 'json',
  },
  postOrgTimeline: {
    method: 'post',
    path: '/scorecards/timeline',
    reads: true,
    gives: 'json',
  },
  postGroupReports: {
    method: 'post',
    path: '/scorecards/reports',
    reads: true,
    gives: 'json',
  },
  postGaps: {
    method: 'post',
    path: '/scorecards/gaps',
    reads: true,
    gives: 'json',
  },
  postTrend: {
    method: 'post',
    path: '/scorecards/trend',
    reads: true,
    gives: 'json',
  },
  postMovers: {
    method: 'post',
    path: '/scorecards/movers',
    reads: true,
    gives: 'json',
  },
  postExportScorecards: {
    method: 'post',
    path: '/scorecards/export',
    reads: true,
    gives: 'file',
  },
  listTargets: { method: 'get', path: '/targets', gives: 'json' },
  createTarget: { method: 'post', path: '/targets', gives: 'json' },
  updateTarget: { method: 'put', path: '/targets/{targetId}', gives: 'json' },
  deleteTarget: { method: 'delete', path: '/targets/{targetId}' },
  getTargetProgress: {
    method: 'get',
    path: '/targets/{targetId}/progress',
    gives: 'json',
  },
  getInbox: { method: 'get', path: '/inbox', gives: 'json' },
  listSavedViews: { method: 'get', path: '/saved-views', gives: 'json' },
  createSavedView: { method: 'post', path: '/saved-views', gives: 'json' },
  deleteSavedView: { method: 'delete', path: '/saved-views/{viewId}' },
  importHistory: {
    method: 'post',
    path: '/history/import',
    takes: 'json-lines',
    gives: 'json',
  },
  rebuildProjections: {
    method: 'post',
    path: '/history/rebuild',
    gives: 'file',
  },
  exportHistory: {
    method: 'get',
    path: '/workloads/{workloadId}/history/export',
    gives: 'file',
  },
};
