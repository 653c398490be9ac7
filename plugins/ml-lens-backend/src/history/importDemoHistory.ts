// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { stringifyError } from '@backstage/errors';
import type { Deps } from '../deps';
import { localPaths } from '../lenses/lensFiles';
import type { DemoHistory } from '../config';
import { daysOn, movedOn } from './demoDays';
import type { HistoryImporter } from './HistoryImporter';
import { importHistoryFileOnce } from './importHistoryFileOnce';

/**
 * Imports the history files of `mlLens.demo.history` that were not imported
 * before. A file that cannot be used is logged and never stops the start.
 */
export async function importDemoHistory(
  files: readonly DemoHistory[],
  {
    clock,
    importer,
    logger,
  }: Pick<Deps, 'clock' | 'logger'> & { importer: HistoryImporter },
): Promise<void> {
  for (const { target, writtenOn } of files) {
    const days = daysOn(writtenOn, clock());
    const paths = await localPaths(target);
    if (paths.length === 0) {
      logger.warn(`No history file is found at ${target}`);
    }
    for (const path of paths) {
      try {
        await importHistoryFileOnce({
          importer,
          path,
          logger,
          acceptFuture: true,
          read: contents => movedOn(contents, days),
        });
      } catch (error) {
        logger.error(
          `The history file ${path} cannot be imported: ${stringifyError(
            error,
          )}`,
        );
      }
    }
  }
}
