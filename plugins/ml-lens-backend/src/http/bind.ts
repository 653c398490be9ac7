// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import type {
  AuditorService,
  HttpAuthService,
  LoggerService,
} from '@backstage/backend-plugin-api';
import type { JsonObject } from '@backstage/types';
import type { PathParameters } from '@ml-lens/backstage-plugin-ml-lens-common';
import {
  asPost,
  type RouteDefinition,
} from '@ml-lens/backstage-plugin-ml-lens-common/contract';
import type { Request, Response, Router } from 'express';
import { z } from 'zod';
import { AuditEvent, withAudit } from '../audit';
import type { CallerCredentials } from '../auth/caller';
import { requireAccess, type RouteGuard } from '../auth/requireAccess';
import { ErrorWithBody } from '../errors';
import { readJson, readText } from './body';
import { serverFailureOf } from './failures';
import { parseParams, parseWith } from './parse';

/** A call of an operation, however it comes. */
interface Call {
  params: Record<string, string>;
  query: unknown;
  /** Reads and checks the body, once it is known that the caller may. */
  body: () => Promise<unknown>;
  credentials: CallerCredentials;
  /** Said of the call in the audit log. */
  meta?: JsonObject;
  req?: Request;
  res?: Response;
}

/**
 * Calls an operation within the process, with the same checks as its route:
 * who may, what may be sent, and the same audit event. Streams have no such
 * form.
 */
type Invoke = (
  call: Omit<Call, 'body' | 'req' | 'res'> & { body?: unknown },
) => Promise<unknown>;

/** The express router with what every route needs. */
export interface ApiRouter {
  router: Router;
  httpAuth: HttpAuthService;
  auditor: AuditorService;
  access: RouteGuard;
  logger: LoggerService;
  /** Longest body read, in bytes. */
  bodyLimits: BodyLimits;
  /** The operations bound so far, for those within the process. */
  operations?: Map<RouteDefinition, Invoke>;
}

interface BodyLimits {
  json: number;
  lensDocument: number;
  jsonLines: number;
}

type Parsed<T, Otherwise> = T extends z.ZodType ? z.output<T> : Otherwise;

/** A request checked against its route. */
export interface BoundRequest<Route extends RouteDefinition> {
  /** Decoded path parameters. */
  params: PathParameters<Route['path']>;
  query: Parsed<Route['query'], {}>;
  /** Parsed JSON, or the text of a file where the route has a `rawBody`. */
  body: Route['rawBody'] extends string
    ? string
    : Parsed<Route['body'], undefined>;
  credentials: CallerCredentials;
  /** For streamed answers; other routes return their answer. */
  req: Request;
  res: Response;
  /**
   * Runs a change and leaves one audit event of it, as the route's `audit`
   * describes it and with the parameters of the path, unless `event` says
   * otherwise.
   */
  audit<T>(
    change: (addMeta: (meta: JsonObject) => void) => Promise<T>,
    event?: Partial<AuditEvent>,
  ): Promise<T>;
}

/**
 * What a handler gives back: the answer of the route, or nothing where it has
 * written a stream to `res` itself (or the route answers 204).
 */
export type RouteHandler<Route extends RouteDefinition> = (
  request: BoundRequest<Route>,
) => Promise<
  Route['response'] extends z.ZodType ? z.input<Route['response']> : void
>;

/**
 * Mounts one operation of the contract. Callers without credentials get 401,
 * those whom the `access` of the route does not let in 403 or 404; a path,
 * query or body that does not fit the route gets 400 with every bad field
 * named; too large a body gets 413. Handlers throw errors of
 * `@backstage/errors` or {@link ErrorWithBody}; of any other error callers
 * learn no more than {@link serverFailureOf} says.
 */
export function bindRoute<const Route extends RouteDefinition>(
  api: ApiRouter,
  route: Route,
  handler: RouteHandler<Route>,
): void {
  const operate = async (call: Call): Promise<unknown> => {
    const params = parseParams(call.params);
    await authorize(api, route, params, call);
    const request = {
      params,
      query: route.query ? parseWith(route.query, call.query, 'query') : {},
      body: await call.body(),
      credentials: call.credentials,
      req: call.req,
      res: call.res,
      audit: <T>(
        change: (addMeta: (meta: JsonObject) => void) => Promise<T>,
        event: Partial<AuditEvent> = {},
      ) =>
        withAudit(
          api.auditor,
          {
            ...auditOf(route),
            ...event,
            meta: { ...params, ...call.meta, ...event.meta },
          },
          call.req,
          change,
        ),
    } as BoundRequest<Route>;
    return await handler(request);
  };
  api.operations?.set(route, ({ body, ...call }) =>
    operate({
      ...call,
      body: async () => (route.body ? parseBody(route, body) : undefined),
    }),
  );
  api.router[route.method](expressPath(route.path), async (req, res) => {
    const credentials = await api.httpAuth.credentials(req, {
      allow: ['user', 'service'],
    });
    try {
      const answer = await operate({
        params: req.params,
        query: req.query,
        body: () => readBody(api, route, req, res),
        credentials,
        req,
        res,
      });
      if (route.response) {
        res.status(route.status).json(answer);
      } else if (!res.headersSent && route.status === 204) {
        res.status(204).end();
      }
    } catch (error) {
      if (error instanceof ErrorWithBody && !res.headersSent) {
        writeError(error, req, res, error.body);
        return;
      }
      const failure = serverFailureOf(
        error,
        api.logger,
        `${req.method} ${route.path}`,
      );
      if (!failure) {
        throw error;
      }
      if (res.headersSent) {
        // A stream that broke off: all its reader can be told.
        res.destroy();
        return;
      }
      if (failure.retryAfterSeconds !== undefined) {
        res.set('Retry-After', `${failure.retryAfterSeconds}`);
      }
      writeError(failure, req, res);
    }
  });
}

/** Longest query read from a body, in bytes. */
const QUERY_BODY_BYTES = 2 * 1024 * 1024;

/**
 * Mounts an operation that reads, and its POST that takes the same query as a
 * body of up to 2 MB.
 */
export function bindQuery<
  const Route extends RouteDefinition & { query: z.ZodObject },
>(
  api: ApiRouter,
  route: Route,
  handler: (
    request: Omit<BoundRequest<Route>, 'body'>,
  ) => ReturnType<RouteHandler<Route>>,
): void {
  bindRoute(api, route, handler);
  const reads: RouteDefinition & { query: z.ZodObject } = route;
  const posted: RouteDefinition = asPost(reads);
  bindRoute(
    { ...api, bodyLimits: { ...api.bodyLimits, json: QUERY_BODY_BYTES } },
    posted,
    async request =>
      (await handler({
        ...request,
        query: request.body,
      } as unknown as BoundRequest<Route>)) as any,
  );
}

/** Who is refused where things are changed leaves an audit event, too. */
async function authorize(
  api: ApiRouter,
  route: RouteDefinition,
  params: Record<string, string>,
  { credentials, meta, req }: Pick<Call, 'credentials' | 'meta' | 'req'>,
): Promise<void> {
  try {
    await requireAccess(api.access, route, params, credentials);
  } catch (error) {
    if (route.audit) {
      const refused = { ...auditOf(route), meta: { ...params, ...meta } };
      await withAudit(api.auditor, refused, req, () => Promise.reject(error));
    }
    throw error;
  }
}

function auditOf({ audit, method, path }: RouteDefinition): AuditEvent {
  if (!audit) {
    throw new Error(`The contract has no audit event for ${method} ${path}`);
  }
  return audit;
}

/** `/a/{b}/c` as express writes it: `/a/:b/c`. */
function expressPath(path: string): string {
  return path.replace(/\{([^}]+)\}/g, ':$1');
}

async function readBody(
  api: ApiRouter,
  route: RouteDefinition,
  req: Request,
  res: Response,
): Promise<unknown> {
  if (route.rawBody) {
    const limit =
      route.rawBody === 'lens-document'
        ? api.bodyLimits.lensDocument
        : api.bodyLimits.jsonLines;
    return readText(req, res, limit);
  }
  if (!route.body) {
    return undefined;
  }
  const body = await readJson(req, res, api.bodyLimits.json);
  return parseBody(route, body);
}

function parseBody(route: RouteDefinition, body: unknown): unknown {
  return parseWith(
    route.checksBody || !route.body ? z.unknown() : route.body,
    body,
    'body',
  );
}

function writeError(
  error: { statusCode: number; name: string; message: string },
  req: Request,
  res: Response,
  body: Record<string, unknown> = {},
) {
  res.status(error.statusCode).json({
    error: { name: error.name, message: error.message },
    request: { method: req.method, url: req.url },
    response: { statusCode: error.statusCode },
    ...body,
  });
}
