// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { createExternalRouteRef } from '@backstage/core-plugin-api';

/** The scaffolder's form of one template, where the app has the scaffolder. */
export const createFromTemplateRouteRef = createExternalRouteRef({
  id: 'ml-lens/create-from-template',
  optional: true,
  params: ['namespace', 'templateName'],
  defaultTarget: 'scaffolder.selectedTemplate',
});
