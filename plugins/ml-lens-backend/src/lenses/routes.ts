// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { ConflictError, InputError } from '@backstage/errors';
import { mlLensRoutes } from '@ml-lens/backstage-plugin-ml-lens-common/contract';
import { diffLenses, exportLens } from '@ml-lens/lens-model';
import type { Access } from '../auth/Access';
import { actorOf, type CallerCredentials } from '../auth/caller';
import { type ApiRouter, bindRoute } from '../http/bind';
import type { LensMappings } from './LensMappings';
import type { WorkloadStore } from '../workloads/WorkloadStore';
import { noSuchVersion } from './DefaultLensService';
import { catalogReports } from './catalogReports';
import type { LensDirectory } from './LensDirectory';
import type { LensEditor } from './LensEditor';
import type { LensService } from './LensService';
import type { LensStore } from './LensStore';

/** What the lens routes work with. */
export interface LensRouteDeps {
  access: Access;
  lenses: LensService;
  directory: LensDirectory;
  editor: LensEditor;
  lensStore: LensStore;
  mappings: LensMappings;
  workloadStore: WorkloadStore;
  /** Asks for a sync: other lenses are published, or a removal is right. */
  requestSync(): Promise<unknown>;
}

/** Mounts the routes tagged `lenses`. */
export function bindLensRoutes(api: ApiRouter, deps: LensRouteDeps): void {
  bindReads(api, deps);
  bindChanges(api, deps);
  bindRemoval(api, deps);
}

function bindReads(api: ApiRouter, deps: LensRouteDeps) {
  const { lenses, directory } = deps;

  bindRoute(api, mlLensRoutes.listLenses, async ({ query, credentials }) => {
    return await directory.list(query, credentials);
  });

  bindRoute(api, mlLensRoutes.getLens, async request => {
    const { lensId } = request.params;
    return await visibleDefinition(
      deps,
      lensId,
      request.query.version,
      request.credentials,
    );
  });

  bindRoute(api, mlLensRoutes.exportLens, async request => {
    const { lensId } = request.params;
    const { version, format } = request.query;
    const definition = await visibleDefinition(
      deps,
      lensId,
      version,
      request.credentials,
    );
    const lens = await lenses.compiled(lensId, definition.version);
    request.res
      .status(200)
      .type('application/json')
      .attachment(`${lensId}-${definition.version}.json`)
      .send(exportLens(lens.document, format));
  });

  bindRoute(api, mlLensRoutes.diffLens, async request => {
    const { lensId } = request.params;
    const { from, to } = request.query;
    for (const version of [from, to]) {
      await visibleDefinition(deps, lensId, version, request.credentials);
    }
    return diffLenses(
      await lenses.compiled(lensId, from),
      await lenses.compiled(lensId, to),
    );
  });

  bindRoute(api, mlLensRoutes.listLensMappings, async request => {
    return { items: deps.mappings.list(request.query.lensId) };
  });

  bindRoute(api, mlLensRoutes.listLensReports, async ({ credentials }) => {
    const [reports, { problems, orphans, removal }] = await Promise.all([
      deps.lensStore.reports(),
      catalogReports(deps, credentials),
    ]);
    return {
      lenses: reports,
      catalog: problems.map(({ workloadId, problem }) => ({
        entityRef: problem.entityRef,
        workloadId,
        code: problem.code,
        annotation: problem.annotation,
        value: problem.value,
        message: problem.message,
      })),
      orphans,
      removal,
    };
  });
}

function bindChanges(api: ApiRouter, deps: LensRouteDeps) {
  const { editor } = deps;

  bindRoute(api, mlLensRoutes.importLens, async request => {
    const { query, credentials } = request;
    const dryRun = query.dryRun === 'true';
    const importLens = async () => {
      const text = query.url ? await editor.read(query.url) : request.body;
      if (!text.trim()) {
        throw new InputError(
          'The body is empty: send the lens document itself, or name its url',
        );
      }
      return await editor.import(text, {
        lensId: query.lensId,
        version: query.version,
        dryRun,
        by: actorOf(credentials),
      });
    };
    if (dryRun) {
      return await importLens();
    }
    return await request.audit(async addMeta => {
      const result = await importLens();
      addMeta({ lensId: result.lensId, version: result.version });
      return result;
    });
  });

  bindRoute(api, mlLensRoutes.publishLens, async request => {
    const { lensId, version } = request.params;
    const published = await request.audit(async () => {
      return await editor.publish(
        lensId,
        version,
        actorOf(request.credentials),
      );
    });
    await deps.requestSync();
    return published;
  });

  bindRoute(api, mlLensRoutes.archiveLens, async request => {
    const { lensId, version } = request.params;
    const archived = await request.audit(async () => {
      return await editor.archive(
        lensId,
        version,
        actorOf(request.credentials),
      );
    });
    await deps.requestSync();
    return archived;
  });

  bindRoute(api, mlLensRoutes.deleteLensDraft, async request => {
    const { lensId, version } = request.params;
    await request.audit(async () => {
      await editor.deleteDraft(lensId, version);
    });
  });
}

function bindRemoval(api: ApiRouter, deps: LensRouteDeps) {
  bindRoute(api, mlLensRoutes.confirmRemoval, async ({ body, audit }) => {
    await audit(async () => {
      if (!(await deps.workloadStore.removals.confirm(body.since))) {
        throw new ConflictError(
          'The removal does not wait any more: look at the reports again',
        );
      }
    });
    await deps.requestSync();
  });
}

/** A definition, unless it is a draft the caller may not see. */
async function visibleDefinition(
  deps: LensRouteDeps,
  lensId: string,
  version: string | undefined,
  credentials: CallerCredentials,
) {
  const definition = await deps.lenses.definition(lensId, version);
  if (
    definition.status === 'DRAFT' &&
    !(await deps.access.mayManageLenses(credentials))
  ) {
    throw noSuchVersion(lensId, definition.version);
  }
  return definition;
}
