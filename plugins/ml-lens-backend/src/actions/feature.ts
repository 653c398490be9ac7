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
import { COMBINED_ATTRIBUTES, OPERATION_ACTIONS } from './definitions';
import { actionFailure } from './failures';
import { type Fenced, fenced } from './fence';
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

  const run = async (
    name: string,
    credentials: CallerCredentials,
    step: (call: CallOperation) => Promise<unknown>,
  ): Promise<{ output: Fenced }> => {
    try {
      return { output: fenced(await step(callsOf(api, name, credentials))) };
    } catch (error) {
      throw actionFailure(error, logger, name);
    }
  };

  for (const action of OPERATION_ACTIONS) {
    const { name, title, description, attributes, operation } = action;
    const { fields, schema } = actionInput(
      mlLensRoutes[operation],
      action.query,
    );
    actionsRegistry.register({
      name,
      title,
      description,
      attributes,
      schema: { input: schema, output: outputSchema },
      action: ({ input, credentials }) =>
        run(name, callerOf(credentials), call =>
          call(operation, requestOf(fields, input)),
        ),
    });
  }
  for (const {
    name,
    title,
    description,
    input,
    run: step,
  } of COMBINED_ACTIONS) {
    actionsRegistry.register({
      name,
      title,
      description,
      attributes: COMBINED_ATTRIBUTES,
      schema: { input, output: outputSchema },
      action: ({ input: given, credentials }) =>
        run(name, callerOf(credentials), call => step(call, given)),
    });
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
