// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { InputError } from '@backstage/errors';
import { type RebuildLine } from '@ml-lens/backstage-plugin-ml-lens-common';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { actorOf } from '../auth/caller';
import type { Deps } from '../deps';
import { bindRoutes } from '../http/bindRoutes';
import { sendStream } from '../http/stream';
import { HistoryExporter } from './HistoryExporter';
import { HistoryImporter } from './HistoryImporter';
import { importAwsAnswers } from './importAwsAnswers';
import type { Rebuilder } from './Rebuilder';

/** Mounts the routes tagged `history`. All are for those who manage lenses. */
export function bindHistoryRoutes(
  { api, clock }: Pick<Deps, 'api' | 'clock'>,
  {
    importer,
    exporter,
    rebuilder,
  }: {
    importer: HistoryImporter;
    exporter: HistoryExporter;
    rebuilder: Rebuilder;
  },
): void {
  bindRoutes(api, {
    importHistory: async ({ body, query, credentials, audit }) => {
      const { format, workload, lens } = query;
      const at = pastInstant(query.at, clock());
      return await audit(
        async addMeta => {
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
        {
          meta: {
            format,
            ...(format === 'aws' && { workloadId: workload, lensId: lens }),
          },
        },
      );
    },

    exportHistory: ({ params: { workloadId }, audit, res }) =>
      audit(async () => {
        res
          .status(200)
          .attachment(`${workloadId}.jsonl`)
          .type('application/x-ndjson');
        await pipeline(Readable.from(exporter.export(workloadId)), res);
      }),

    rebuildProjections: ({ query, credentials, audit, res }) =>
      audit(
        async addMeta => {
          const lines = await rebuilder.start(query, credentials);
          const counts = { reviews: 0, differed: 0, failed: 0 };
          res.status(200).type('application/x-ndjson');
          try {
            await sendStream(Readable.from(toText(lines, counts)), res);
          } finally {
            addMeta(counts);
          }
        },
        { meta: { workloadId: query.workload } },
      ),
  });
}

async function* toText(
  lines: AsyncIterable<RebuildLine>,
  counts: { reviews: number; differed: number; failed: number },
): AsyncGenerator<string> {
  for await (const line of lines) {
    counts.reviews += 1;
    counts.differed += line.differed ? 1 : 0;
    counts.failed += line.error ? 1 : 0;
    yield `${JSON.stringify(line)}\n`;
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
