// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import type { Entity } from '@backstage/catalog-model';
import type { MlLensEvidenceProvider } from '@ml-lens/backstage-plugin-ml-lens-node';

export const component = (
  name: string,
  extra: Partial<Entity> = {},
): Entity => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: { namespace: 'default', name },
  ...extra,
});

export const provider = (
  providerId: string,
  collect: MlLensEvidenceProvider['collect'] = async () => [],
): MlLensEvidenceProvider => ({ id: providerId, title: 'Probe', collect });
