// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import type { Deps } from '../deps';
import { HistoryExporter } from './HistoryExporter';
import { HistoryImporter } from './HistoryImporter';
import { importDemoHistory } from './importDemoHistory';
import { Rebuilder } from './Rebuilder';
import { bindHistoryRoutes } from './routes';

/** Review history as files, among them the ones of the configuration. */
export async function historyFeature(
  options: Omit<Deps, 'freshness' | 'writer'>,
): Promise<void> {
  const importer = new HistoryImporter(options);
  await importDemoHistory(options.config.demoHistory, {
    ...options,
    importer,
  });
  bindHistoryRoutes(options, {
    importer,
    exporter: new HistoryExporter(options),
    rebuilder: new Rebuilder(options),
  });
}
