// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import type {
  AuthService,
  DiscoveryService,
} from '@backstage/backend-plugin-api';
import { InputError, NotFoundError, ResponseError } from '@backstage/errors';
import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import { MlLensClient } from '@ml-lens/backstage-plugin-ml-lens-common';
import {
  parseImprovementItemId,
  type ImprovementItem,
} from '@ml-lens/lens-model';

/** How often a plan that others change meanwhile is tried. */
const ATTEMPTS = 3;

/**
 * The action `ml-lens:improvement:link`: a template that created an issue for a
 * practice of an improvement plan writes the address of the issue to the plan,
 * as whoever ran the template.
 */
export function createLinkAction(options: {
  auth: AuthService;
  discovery: DiscoveryService;
}) {
  const { auth, discovery } = options;
  const client = new MlLensClient({
    discoveryApi: discovery,
    fetchApi: { fetch },
  });

  return createTemplateAction({
    id: 'ml-lens:improvement:link',
    description:
      'Writes the address of an issue to an item of an improvement plan of ML Lens.',
    examples: [
      {
        description: 'Write the address of a new issue to the plan',
        example: [
          'steps:',
          '  - id: link',
          '    name: Write the issue to the improvement plan',
          '    action: ml-lens:improvement:link',
          '    input:',
          '      item: ${{ parameters.item }}',
          '      link: ${{ steps.issue.output.url }}',
          '',
        ].join('\n'),
      },
    ],
    supportsDryRun: true,
    schema: {
      input: {
        item: z =>
          z
            .string()
            .describe(
              'The item of the plan, as the form was given it by ML Lens',
            ),
        link: z =>
          z
            .string()
            .regex(/^https?:\/\//i, 'must start with http:// or https://')
            .describe('The address of the issue'),
      },
      output: {
        link: z => z.string().describe('The address the plan has now'),
      },
    },
    async handler(ctx) {
      const { link } = ctx.input;
      const path = parseImprovementItemId(ctx.input.item);
      if (!path) {
        throw new InputError(
          `'${ctx.input.item}' is no item of an improvement plan`,
        );
      }
      ctx.output('link', link);
      if (ctx.isDryRun) {
        ctx.logger.info(`Would write ${link} to the improvement plan`);
        return;
      }
      for (let attempt = 1; ; attempt += 1) {
        const { token } = await auth.getPluginRequestToken({
          onBehalfOf: await ctx.getInitiatorCredentials(),
          targetPluginId: 'ml-lens',
        });
        try {
          await linkItem(client, path, link, token);
          break;
        } catch (error) {
          if (!isConflict(error) || attempt === ATTEMPTS) {
            throw error;
          }
        }
      }
      ctx.logger.info(`The improvement plan leads to ${link}`);
    },
  });
}

/** Changes nothing of the plan but the link. */
async function linkItem(
  client: MlLensClient,
  path: ImprovementItem,
  link: string,
  token: string,
): Promise<void> {
  const { workloadId, lensId, questionId, choiceId } = path;
  const { items } = await client.call(
    'listImprovements',
    { path: { workloadId, lensId } },
    { token },
  );
  const item = items.find(
    one => one.questionId === questionId && one.choiceId === choiceId,
  );
  if (!item) {
    throw new NotFoundError(
      `The improvement plan of '${workloadId}' with the lens '${lensId}' has no practice '${choiceId}' of '${questionId}' any more`,
    );
  }
  if (item.link !== link) {
    const { revision, status, assignee, dueDate } = item;
    await client.call(
      'putImprovement',
      {
        path: { ...path },
        body: { revision, status, assignee, dueDate, link },
      },
      { token },
    );
  }
}

function isConflict(error: unknown): boolean {
  return error instanceof ResponseError && error.statusCode === 409;
}
