// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import type {
  AuthService,
  DiscoveryService,
} from '@backstage/backend-plugin-api';
import { NotAllowedError, NotFoundError } from '@backstage/errors';
import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import { MlLensClient } from '@ml-lens/backstage-plugin-ml-lens-common';

/**
 * The action `ml-lens:gate:check`: a template goes on only where somebody has
 * let the work go on at a gate, as whoever runs the template may see it. It
 * decides nothing.
 */
export function createGateCheckAction(options: {
  auth: AuthService;
  discovery: DiscoveryService;
}) {
  const { auth, discovery } = options;
  const client = new MlLensClient({
    discoveryApi: discovery,
    fetchApi: { fetch },
  });

  return createTemplateAction({
    id: 'ml-lens:gate:check',
    description: 'Fails unless a gate of ML Lens was passed.',
    examples: [
      {
        description: 'Release only what may go to production',
        example: [
          'steps:',
          '  - id: gate',
          '    name: Check the gate',
          '    action: ml-lens:gate:check',
          '    input:',
          '      workload: ${{ parameters.workload }}',
          '      lens: aws-ml-lens',
          '      gate: production-ready',
          '',
        ].join('\n'),
      },
    ],
    supportsDryRun: true,
    schema: {
      input: {
        workload: z => z.string().min(1).describe('Id of the workload'),
        lens: z => z.string().min(1).describe('Id of the lens'),
        gate: z => z.string().min(1).describe('Id of the gate'),
      },
      output: {
        status: z => z.string().describe('GO or GO_WITH_CONDITIONS'),
      },
    },
    async handler(ctx) {
      const { gate, lens, workload } = ctx.input;
      const { token } = await auth.getPluginRequestToken({
        onBehalfOf: await ctx.getInitiatorCredentials(),
        targetPluginId: 'ml-lens',
      });
      const { items } = await client.call(
        'listGates',
        { path: { workloadId: workload, lensId: lens } },
        { token },
      );
      const state = items.find(one => one.gate.id === gate);
      if (!state) {
        throw new NotFoundError(
          `The review of '${workload}' with the lens '${lens}' has no gate '${gate}'`,
        );
      }
      const { status } = state;
      if (status !== 'GO' && status !== 'GO_WITH_CONDITIONS') {
        throw new NotAllowedError(
          `Nobody has let '${workload}' pass the gate '${gate}': ${
            status ?? 'nobody has asked'
          }`,
        );
      }
      ctx.output('status', status);
      ctx.logger.info(`The gate '${gate}' was passed: ${status}`);
    },
  });
}
