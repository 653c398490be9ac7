// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import {
  mlLensModelSourcesExtensionPoint,
  type MlLensModelFact,
} from '@ml-lens/backstage-plugin-ml-lens-node';
import { readFile } from 'node:fs/promises';
import { parse } from 'yaml';
import { z } from 'zod';

const sourceSchema = z.enum(['mlflow', 'sagemaker', 'prometheus']);

/** Facts of models by system; instants are days before now. */
const fileSchema = z.partialRecord(
  sourceSchema,
  z.array(
    z.looseObject({
      name: z.string(),
      trainedDaysAgo: z.number().optional(),
      latest: z
        .looseObject({ version: z.string(), createdDaysAgo: z.number() })
        .optional(),
    }),
  ),
);

/**
 * Stands in for the systems where the models of the demo organisation live, as
 * `mlLens.demo.models` describes them.
 */
export const demoModelsModule = createBackendModule({
  pluginId: 'ml-lens',
  moduleId: 'demo-models',
  register(reg) {
    reg.registerInit({
      deps: {
        config: coreServices.rootConfig,
        models: mlLensModelSourcesExtensionPoint,
      },
      async init({ config, models }) {
        const path = config.getOptionalString('mlLens.demo.models');
        if (
          !path ||
          config.getOptionalString('auth.environment') !== 'development'
        ) {
          return;
        }
        const file = fileSchema.parse(parse(await readFile(path, 'utf8')));
        for (const [id, facts] of Object.entries(file)) {
          models.addModelSources({
            id: sourceSchema.parse(id),
            title: id,
            schedule: {
              frequency: { seconds: 30 },
              initialDelay: { seconds: 5 },
              timeout: { minutes: 1 },
              scope: 'global',
            },
            async *read({ names }) {
              for (const fact of facts.filter(({ name }) =>
                names.includes(name),
              )) {
                yield toFact(fact);
              }
            },
          });
        }
      },
    });
  },
});

function toFact({
  trainedDaysAgo,
  latest,
  ...said
}: NonNullable<
  z.infer<typeof fileSchema>[z.infer<typeof sourceSchema>]
>[number]): MlLensModelFact {
  return {
    ...said,
    ...(latest && {
      latest: { ...latest, createdAt: daysAgo(latest.createdDaysAgo) },
    }),
    ...(trainedDaysAgo !== undefined && {
      lastTrainedAt: daysAgo(trainedDaysAgo),
    }),
  };
}

function daysAgo(days: number): string {
  return new Date(Date.now() - days * 86_400_000).toISOString();
}
