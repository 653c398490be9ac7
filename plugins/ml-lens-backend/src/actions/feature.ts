// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import type { LoggerService } from '@backstage/backend-plugin-api';
import type { ActionsRegistryService } from '@backstage/backend-plugin-api/alpha';
import { NotAllowedError } from '@backstage/errors';
import type { MlLensResponse } from '@ml-lens/backstage-plugin-ml-lens-common';
import { mlLensRoutes } from '@ml-lens/backstage-plugin-ml-lens-common/contract';
import { actorOf, type CallerCredentials } from '../auth/caller';
import type { ApiRouter } from '../http/bind';
import { type CallOperation, COMBINED_ACTIONS } from './combined';
import { OPERATION_ACTIONS, READS } from './definitions';
import { actionFailure } from './failures';
import { fenced } from './fence';
import { actionInput, type InputFields } from './inputSchema';

type RegisteredAction = Parameters<ActionsRegistryService['register']>[0];

const outputSchema: RegisteredAction['schema']['output'] = zod =>
  zod.object({ notice: zod.string(), data: zod.record(zod.any()) });

/**
 * Offers operations of the API to agents, as actions of Backstage. Each runs
 * with the rights of whoever it is invoked for and asks what its route asks;
 * the audit log names both.
 */
export function actionsFeature(options: {
  api: ApiRouter;
  actionsRegistry: ActionsRegistryService;
  logger: LoggerService;
}): void {
  const { api, actionsRegistry, logger } = options;

  const register = (
    {
      name,
      title,
      description,
    }: Pick<RegisteredAction, 'name' | 'title' | 'description'>,
    attributes: RegisteredAction['attributes'],
    input: RegisteredAction['schema']['input'],
    step: (call: CallOperation, given: any) => Promise<unknown>,
  ) =>
    actionsRegistry.register({
      name,
      title,
      description,
      attributes,
      schema: { input, output: outputSchema },
      action: async ({ input: given, credentials }) => {
        const call = callsOf(api, name, callerOf(credentials));
        try {
          return { output: fenced(await step(call, given)) };
        } catch (error) {
          throw actionFailure(error, logger, name);
        }
      },
    });

  for (const action of OPERATION_ACTIONS) {
    const { attributes, operation, query } = action;
    const { fields, schema } = actionInput(mlLensRoutes[operation], query);
    register(action, attributes, schema, (call, given) =>
      call(operation, requestOf(fields, given)),
    );
  }
  for (const action of COMBINED_ACTIONS) {
    register(action, READS, action.input, action.run);
  }
}

/** Calls operations within the process for somebody. */
function callsOf(
  { operations }: ApiRouter,
  name: string,
  credentials: CallerCredentials,
): CallOperation {
  return async (operation, { path = {}, query = {}, body }) => {
    const invoke = operations?.get(mlLensRoutes[operation]);
    if (!invoke) {
      throw new Error(`No route is bound to the operation '${operation}'`);
    }
    const answer = await invoke({
      params: path,
      query,
      body,
      credentials,
      meta: { action: name, actor: actorOf(credentials) },
    });
    return answer as MlLensResponse<typeof operation>;
  };
}

/** The fields of an input where the route takes them. */
function requestOf(fields: InputFields, input: Record<string, any>) {
  const pick = (names: readonly string[]) =>
    Object.fromEntries(
      names.flatMap(name =>
        input[name] === undefined ? [] : [[name, input[name]]],
      ),
    );
  return {
    path: pick(fields.path),
    query: pick(fields.query),
    body: pick(fields.body),
  };
}

/** @throws NotAllowedError for those who are nobody */
function callerOf(
  credentials: Parameters<RegisteredAction['action']>[0]['credentials'],
): CallerCredentials {
  const { type } = credentials.principal as { type?: string };
  if (type !== 'user' && type !== 'service') {
    throw new NotAllowedError('Actions of ML Lens are for those signed in');
  }
  return credentials as CallerCredentials;
}
