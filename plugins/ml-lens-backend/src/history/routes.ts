/*
 * Copyright 2026 The ML Lens Authors
 *
 * Licensed under the Apache License, Version 2.0 (the "License");
 * you may not use this file except in compliance with the License.
 * You may obtain a copy of the License at
 *
 *     http://www.apache.org/licenses/LICENSE-2.0
 */
import { InputError, NotAllowedError } from '@backstage/errors';
import { historyRoutes } from '@ml-lens/backstage-plugin-ml-lens-common';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Access } from '../auth/Access';
import { actorOf, type CallerCredentials } from '../auth/caller';
import type { Clock } from '../clock';
import { ErrorWithBody } from '../errors';
import { type ApiRouter, bindRoute } from '../http/bind';
import type { LensService } from '../lenses/LensService';
import { rebuildAndCompare } from '../reviews/projection/rebuild';
import type { ReviewStore } from '../reviews/ReviewStore';
import { HistoryImportError } from './errors';
import { HistoryExporter } from './HistoryExporter';
import { HistoryImporter } from './HistoryImporter';
import { importAwsAnswers } from './importAwsAnswers';

/** What the history routes work with. */
export interface HistoryRouteDeps {
  access: Access;
  importer: HistoryImporter;
  exporter: HistoryExporter;
  reviews: ReviewStore;
  lenses: LensService;
  clock: Clock;
}

/** Mounts the routes tagged `history`. All are for those who manage lenses. */
export function bindHistoryRoutes(
  api: ApiRouter,
  { access, importer, exporter, reviews, lenses, clock }: HistoryRouteDeps,
): void {
  bindRoute(
    api,
    historyRoutes.importHistory,
    async ({ body, query, credentials, audit }) => {
      const { format, workload, lens } = query;
      const at = pastInstant(query.at, clock());
      try {
        return await audit(
          {
            eventId: 'history-mutate',
            actionType: 'import',
            severityLevel: 'high',
            meta: {
              format,
              ...(format === 'aws' && { workloadId: workload, lensId: lens }),
            },
          },
          async addMeta => {
            await requireManager(access, credentials);
            const { warnings, ...counts } =
              format === 'aws'
                ? await importAwsAnswers(importer, body, {
                    // The contract wants both of them with this format.
                    workload: workload!,
                    lens: lens!,
                    by: actorOf(credentials),
                    at,
                  })
                : (await importer.import(body))!;
            addMeta(counts);
            return { ...counts, ...(warnings && { warnings }) };
          },
        );
      } catch (error) {
        if (error instanceof HistoryImportError) {
          throw new ErrorWithBody({
            name: error.name,
            statusCode: 400,
            message: error.message,
            body: { problems: error.problems },
          });
        }
        throw error;
      }
    },
  );

  bindRoute(
    api,
    historyRoutes.exportHistory,
    async ({ params: { workloadId }, credentials, audit, res }) => {
      await audit(
        {
          eventId: 'history-fetch',
          actionType: 'export',
          meta: { workloadId },
        },
        async () => {
          await requireManager(access, credentials);
          const lines = await exporter.export(workloadId, credentials);
          res
            .status(200)
            .attachment(`${workloadId}.jsonl`)
            .type('application/x-ndjson');
          await pipeline(Readable.from(lines), res);
        },
      );
    },
  );

  bindRoute(
    api,
    historyRoutes.rebuildProjections,
    async ({ query: { workload }, credentials, audit }) => {
      return await audit(
        {
          eventId: 'history-mutate',
          actionType: 'rebuild',
          severityLevel: 'medium',
          meta: { workloadId: workload },
        },
        async () => {
          await requireManager(access, credentials);
          return await rebuildAndCompare({ store: reviews, lenses }, workload);
        },
      );
    },
  );
}

/** Called within the audit: who is refused leaves an event, too. */
async function requireManager(
  access: Access,
  credentials: CallerCredentials,
): Promise<void> {
  if (!(await access.mayManageLenses(credentials))) {
    throw new NotAllowedError(
      'History is imported, exported and rebuilt by those who manage lenses; you may not',
    );
  }
}

/**
 * The instant with milliseconds; now unless told.
 *
 * @throws InputError for the future
 */
function pastInstant(at: string | undefined, present: string): string {
  const instant = at === undefined ? present : new Date(at).toISOString();
  if (instant > present) {
    throw new InputError('Invalid query: at: is in the future');
  }
  return instant;
}
