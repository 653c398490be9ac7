// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { LoggerService } from '@backstage/backend-plugin-api';
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import type { HistoryImporter } from './HistoryImporter';

/**
 * Imports a history file at start-up unless a file with the same contents was
 * imported before, by this or another replica. The mark and the events are
 * stored together, so a file that fails is tried again at the next start.
 *
 * @returns whether it was imported now
 * @throws HistoryImportError naming every bad line
 */
export async function importHistoryFileOnce(options: {
  importer: HistoryImporter;
  path: string;
  logger: LoggerService;
  acceptFuture?: boolean;
  /** Changes what is imported; the file is known by what it says itself. */
  read?: (contents: string) => string;
}): Promise<boolean> {
  const { importer, path, logger, read = same => same } = options;
  const contents = await readFile(path, 'utf8');
  const hash = createHash('sha256').update(contents).digest('hex');
  const result = await importer.import(read(contents), {
    acceptFuture: options.acceptFuture,
    first: async (tx, at) => {
      const known = await tx('history_imports')
        .where('file_hash', hash)
        .first();
      if (known) {
        return false;
      }
      // Waits for another replica that is at it, and then inserts nothing.
      const inserted = await tx('history_imports')
        .insert({ file_hash: hash, imported_at: at })
        .onConflict(['file_hash'])
        .ignore()
        .returning('file_hash');
      return inserted.length > 0;
    },
  });
  if (!result) {
    return false;
  }
  logger.info(
    `Imported ${result.events} events of ${result.workloads} workloads from ${path}`,
  );
  return true;
}
