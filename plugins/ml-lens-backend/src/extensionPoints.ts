// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import type { BackendPluginRegistrationPoints } from '@backstage/backend-plugin-api';
import {
  mlLensEvidenceProvidersExtensionPoint,
  mlLensLensesExtensionPoint,
  mlLensModelSourcesExtensionPoint,
  type MlLensEvidenceProvider,
  type MlLensLensSource,
  type MlLensModelSource,
} from '@ml-lens/backstage-plugin-ml-lens-node';
import { Registry } from './Registry';

/** Takes what modules bring; complete when the plugin is initialised. */
export function registerExtensionPoints(reg: BackendPluginRegistrationPoints) {
  const sources: MlLensLensSource[] = [];
  reg.registerExtensionPoint(mlLensLensesExtensionPoint, {
    addLenses: (...lenses) => sources.push(...lenses),
  });
  const providers = new Registry<MlLensEvidenceProvider>(
    'an',
    'evidence provider',
  );
  reg.registerExtensionPoint(mlLensEvidenceProvidersExtensionPoint, {
    addEvidenceProviders: (...added) => providers.add(...added),
  });
  const modelSources = new Registry<MlLensModelSource>('a', 'source of models');
  reg.registerExtensionPoint(mlLensModelSourcesExtensionPoint, {
    addModelSources: (...added) => modelSources.add(...added),
  });
  return { sources, providers, modelSources };
}
