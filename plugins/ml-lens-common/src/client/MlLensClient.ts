// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import type { OperationId } from '../contract/operations';
import { errorOf } from './errors';
import type { RequestLine } from './RequestLine';
import { REQUESTS } from './requests';
import type { MlLensRequest, MlLensResponse } from './types';

/** The plugin whose backend the client talks to. */
const PLUGIN_ID = 'ml-lens';

/** Characters of a query string; proxies take 8 kB of address and headers. */
const LONGEST_QUERY = 4096;

/**
 * How a call is made, beyond what it says.
 * @public
 */
export interface MlLensCallOptions {
  /** Backstage token, where the fetch API does not add one (backends, CLI). */
  token?: string;
}

/** What a request looks like once its types are gone. */
interface AnyRequest {
  path?: Record<string, string>;
  query?: Record<string, unknown>;
  body?: unknown;
  rawBody?: string;
  contentType?: string;
  signal?: AbortSignal;
}

/**
 * The HTTP API of ML Lens, typed by its contract. Works in browsers, backends
 * and scripts.
 *
 * @example
 * ```ts
 * const review = await client.call('getReview', {
 *   path: { workloadId: 'fraud-detection', lensId: 'aws-ml-lens' },
 * });
 * ```
 * @public
 */
export class MlLensClient {
  readonly #discoveryApi: { getBaseUrl(pluginId: string): Promise<string> };
  readonly #fetchApi: { fetch: typeof fetch };

  constructor(options: {
    discoveryApi: { getBaseUrl(pluginId: string): Promise<string> };
    fetchApi: { fetch: typeof fetch };
  }) {
    this.#discoveryApi = options.discoveryApi;
    this.#fetchApi = options.fetchApi;
  }

  /**
   * Calls an operation. A query longer than addresses may be is sent in the
   * body, where the operation has such a form.
   *
   * @throws ResponseError for any answer that is no success, with the server's
   *   error as its `cause`; AnswerConflictError for a stale answer.
   */
  async call<Id extends OperationId>(
    operationId: Id,
    ...[request, options]: {} extends MlLensRequest<Id>
      ? [request?: MlLensRequest<Id>, options?: MlLensCallOptions]
      : [request: MlLensRequest<Id>, options?: MlLensCallOptions]
  ): Promise<MlLensResponse<Id>> {
    const { route, request: sent } = fitting(
      REQUESTS[operationId],
      (request ?? {}) as AnyRequest,
    );
    const response = await this.#fetchApi.fetch(
      await this.#urlOf(route, sent),
      initOf(route, sent, options),
    );
    if (!response.ok) {
      throw await errorOf(response);
    }
    if (route.gives === 'json') {
      return response.json();
    }
    return (
      route.gives === 'file' ? response : undefined
    ) as MlLensResponse<Id>;
  }

  /**
   * The address of an operation, to link to a file it gives.
   */
  async urlOf<Id extends OperationId>(
    operationId: Id,
    ...[request]: {} extends MlLensRequest<Id>
      ? [request?: MlLensRequest<Id>]
      : [request: MlLensRequest<Id>]
  ): Promise<string> {
    return await this.#urlOf(
      REQUESTS[operationId],
      (request ?? {}) as AnyRequest,
    );
  }

  async #urlOf(
    route: RequestLine,
    { path = {}, query = {} }: AnyRequest,
  ): Promise<string> {
    const baseUrl = await this.#discoveryApi.getBaseUrl(PLUGIN_ID);
    return baseUrl + pathOf(route.path, path) + queryOf(query);
  }
}

/**
 * The public surface of the client: what to depend on, and to stand in for in
 * tests.
 * @public
 */
export type MlLensApi = Pick<MlLensClient, keyof MlLensClient>;

/** The POST of the operation that reads from this path, where it has one. */
function postOf(path: string): RequestLine | undefined {
  return Object.values<RequestLine>(REQUESTS).find(
    route => route.reads && route.method === 'post' && route.path === path,
  );
}

/** The form of an operation whose address every proxy lets through. */
function fitting(
  route: RequestLine,
  request: AnyRequest,
): { route: RequestLine; request: AnyRequest } {
  const { query, ...others } = request;
  const post =
    route.method === 'get' && query && queryOf(query).length > LONGEST_QUERY
      ? postOf(route.path)
      : undefined;
  return post
    ? { route: post, request: { ...others, body: query } }
    : { route, request };
}

function pathOf(template: string, params: Record<string, string>): string {
  return template.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = params[name];
    if (!value) {
      throw new TypeError(`Path parameter "${name}" is missing`);
    }
    if (value === '.' || value === '..') {
      // Every URL parser would walk up the path, encoded or not.
      throw new TypeError(`Path parameter "${name}" cannot be "${value}"`);
    }
    return encodeURIComponent(value);
  });
}

function queryOf(query: Record<string, unknown>): string {
  const params = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    for (const one of Array.isArray(value) ? value : [value]) {
      if (one !== undefined && one !== null) {
        params.append(name, String(one));
      }
    }
  }
  const text = params.toString();
  return text === '' ? '' : `?${text}`;
}

function initOf(
  route: RequestLine,
  request: AnyRequest,
  options: MlLensCallOptions | undefined,
): RequestInit {
  const headers: Record<string, string> = {};
  let body: string | undefined;
  if (request.rawBody !== undefined) {
    body = request.rawBody;
    headers['Content-Type'] =
      request.contentType ?? contentTypeOf(route, request.rawBody);
  } else if (request.body !== undefined) {
    body = JSON.stringify(request.body);
    headers['Content-Type'] = 'application/json';
  }
  if (options?.token) {
    headers.Authorization = `Bearer ${options.token}`;
  }
  return {
    method: route.method.toUpperCase(),
    headers,
    ...(body === undefined ? {} : { body }),
    ...(request.signal ? { signal: request.signal } : {}),
  };
}

/** A lens file is JSON when it starts like it, else YAML. */
function contentTypeOf(route: RequestLine, text: string): string {
  if (route.takes === 'json-lines') {
    return 'application/x-ndjson';
  }
  return /^\uFEFF?\s*\{/.test(text) ? 'application/json' : 'application/yaml';
}
