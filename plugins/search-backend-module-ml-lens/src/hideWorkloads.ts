// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import type {
  BackstageCredentials,
  HttpAuthService,
  LoggerService,
} from '@backstage/backend-plugin-api';
import type { SearchResultSet } from '@backstage/plugin-search-common';
import type { RequestHandler } from 'express';
import { type MlLensSource, PAGE_SIZE, WORKLOAD_TYPE } from './source';
import type { WorkloadDocument } from './WorkloadCollatorFactory';

/**
 * Takes workloads out of results that the caller may not see.
 *
 * The search asks the permission policy whether somebody may read reviews; that
 * the catalog must show them the workload too, it cannot ask. So ML Lens itself
 * is asked, as the caller, about every workload on a page of results. Where it
 * does not answer, none is shown.
 */
export function hideWorkloads(
  options: MlLensSource & {
    httpAuth: HttpAuthService;
    logger: LoggerService;
  },
): RequestHandler {
  const { httpAuth, logger } = options;
  return (req, res, next) => {
    // Whatever the way to it: routers take an address with a slash at its end,
    // or in capitals, for the same.
    const send = res.json.bind(res);
    res.json = (body: Partial<SearchResultSet>) => {
      if (!Array.isArray(body?.results)) {
        return send(body);
      }
      const { results } = body;
      const asked = results.flatMap(({ type, document }) =>
        type === WORKLOAD_TYPE
          ? [(document as WorkloadDocument).workloadId]
          : [],
      );
      if (asked.length === 0) {
        return send(body);
      }
      httpAuth
        .credentials(req)
        .then(credentials => visible(options, asked, credentials))
        .catch(error => {
          logger.warn('Cannot ask which workloads may be shown', error);
          return new Set<string>();
        })
        .then(seen =>
          send({
            ...body,
            results: results.filter(
              ({ type, document }) =>
                type !== WORKLOAD_TYPE ||
                seen.has((document as WorkloadDocument).workloadId),
            ),
          }),
        )
        .catch(next);
      return res;
    };
    next();
  };
}

/** Those of the workloads that the caller may see. */
async function visible(
  { client, tokenOf }: MlLensSource,
  workloadIds: string[],
  credentials: BackstageCredentials,
): Promise<Set<string>> {
  const token = await tokenOf(credentials);
  const seen = new Set<string>();
  let cursor: string | undefined;
  do {
    const page = await client.call(
      'postQueryScorecards',
      { body: { workload: workloadIds, limit: PAGE_SIZE, cursor } },
      { token },
    );
    page.items.forEach(({ workloadId }) => seen.add(workloadId));
    cursor = page.pageInfo.nextCursor;
  } while (cursor);
  return seen;
}
