// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import type { BackendPluginRegistrationPoints } from '@backstage/backend-plugin-api';
import {
  mlLensEvidenceProvidersExtensionPoint,
  mlLensLensesExtensionPoint,
  mlLensModelSourcesExtensionPoint,
  type MlLensLensSource,
} from '@ml-lens/backstage-plugin-ml-lens-node';
import { EvidenceProviders } from './evidence/EvidenceProviders';
import { ModelSources } from './models/ModelSources';

/** Takes what modules bring; complete when the plugin is initialised. */
export function registerExtensionPoints(reg: BackendPluginRegistrationPoints) {
  const sources: MlLensLensSource[] = [];
  reg.registerExtensionPoint(mlLensLensesExtensionPoint, {
    addLenses: (...lenses) => {
      sources.push(...lenses);
    },
  });
  const providers = new EvidenceProviders();
  reg.registerExtensionPoint(mlLensEvidenceProvidersExtensionPoint, {
    addEvidenceProviders: (...added) => {
      providers.add(...added);
    },
  });
  const modelSources = new ModelSources();
  reg.registerExtensionPoint(mlLensModelSourcesExtensionPoint, {
    addModelSources: (...added) => {
      modelSources.add(...added);
    },
  });
  return { sources, providers, modelSources };
}
