// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { createAccess } from './auth/createAccess';
import { patientCatalog } from './catalog/patientCatalog';
import { systemClock } from './clock';
import { readMlLensConfig } from './config';
import { connectDatabase } from './database/migrate';
import { announcingAuditor, createAnnounce } from './events/announcing';
import { createApiRouter } from './http/server';
import { createTelling } from './notifications/createTelling';
import type { Services } from './services';
import { ReviewSignals } from './signals/ReviewSignals';
import { createStores } from './stores';

/** What every feature stands on: configuration, database, rights and routes. */
export async function layFoundation(deps: Services) {
  const config = readMlLensConfig(deps.config);
  const knex = await connectDatabase(deps.database, deps.logger);
  const announce = createAnnounce(deps);
  const stores = {
    ...deps,
    announce,
    auditor: announcingAuditor(deps.auditor, announce),
    catalog: patientCatalog(deps.catalog, deps.logger),
    clock: systemClock,
    config,
    rootConfig: deps.config,
    knex,
    ...createStores(knex),
  };
  const { access, visibility } = createAccess(stores);
  const api = createApiRouter({ ...stores, ...config.history, access });
  return {
    ...stores,
    api,
    access,
    visibility,
    changes: await ReviewSignals.create(stores),
    ...(await createTelling({ ...stores, ...config.notifications })),
  };
}
