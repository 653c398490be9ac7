// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { createPermission } from '@backstage/plugin-permission-common';

/**
 * Resource type of everything that belongs to one workload.
 * @public
 */
export const RESOURCE_TYPE_ML_LENS_WORKLOAD = 'ml-lens-workload';

/**
 * See a workload, its review, history and scorecard, in every list and count.
 * @public
 */
export const mlLensReviewReadPermission = createPermission({
  name: 'ml-lens.review.read',
  attributes: { action: 'read' },
  resourceType: RESOURCE_TYPE_ML_LENS_WORKLOAD,
});

/**
 * Answer questions, set targets, start iterations, record milestones.
 * @public
 */
export const mlLensReviewUpdatePermission = createPermission({
  name: 'ml-lens.review.update',
  attributes: { action: 'update' },
  resourceType: RESOURCE_TYPE_ML_LENS_WORKLOAD,
});

/**
 * Propose answers to people, who decide. Moves no score.
 * @public
 */
export const mlLensReviewProposePermission = createPermission({
  name: 'ml-lens.review.propose',
  attributes: { action: 'create' },
  resourceType: RESOURCE_TYPE_ML_LENS_WORKLOAD,
});

/**
 * Accept a risk for a while (approve a waiver asked for by someone else).
 * @public
 */
export const mlLensReviewApprovePermission = createPermission({
  name: 'ml-lens.review.approve',
  attributes: { action: 'update' },
  resourceType: RESOURCE_TYPE_ML_LENS_WORKLOAD,
});

/**
 * Decide at a gate whether the work may go on; never on one's own request.
 * @public
 */
export const mlLensGateDecidePermission = createPermission({
  name: 'ml-lens.gate.decide',
  attributes: { action: 'update' },
  resourceType: RESOURCE_TYPE_ML_LENS_WORKLOAD,
});

/**
 * Read published and archived lenses.
 * @public
 */
export const mlLensLensReadPermission = createPermission({
  name: 'ml-lens.lens.read',
  attributes: { action: 'read' },
});

/**
 * Import, publish and archive lenses, see drafts, import history, see reports
 * for administrators.
 * @public
 */
export const mlLensLensManagePermission = createPermission({
  name: 'ml-lens.lens.manage',
  attributes: { action: 'update' },
});

/**
 * Create and change organisation-wide targets.
 * @public
 */
export const mlLensTargetManagePermission = createPermission({
  name: 'ml-lens.target.manage',
  attributes: { action: 'update' },
});

/**
 * Decide which entities belong to any workload one may see, and which of them
 * stands for it.
 * @public
 */
export const mlLensLinkManagePermission = createPermission({
  name: 'ml-lens.link.manage',
  attributes: { action: 'update' },
});
