// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { ConflictError, InputError } from '@backstage/errors';
import { diffLenses, exportLens } from '@ml-lens/lens-model';
import type { Knex } from 'knex';
import type { Access } from '../auth/Access';
import { actorOf, type CallerCredentials } from '../auth/caller';
import { bindRoutes } from '../http/bindRoutes';
import type { ApiRouter } from '../http/bind';
import type { Services } from '../services';
import type { WorkloadStore } from '../workloads/WorkloadStore';
import { catalogReports } from './catalogReports';
import type { LensDirectory } from './LensDirectory';
import type { LensEditor } from './LensEditor';
import type { LensMappings } from './LensMappings';
import type { LensService } from './LensService';
import { type LensStore, noSuchVersion } from './LensStore';
import { readLensUrl } from './readLensUrl';

/** What the lens routes work with. */
export interface LensRouteDeps extends Pick<Services, 'urlReader'> {
  access: Access;
  knex: Knex;
  lenses: LensService;
  mappings: LensMappings;
  workloads: WorkloadStore;
  directory: LensDirectory;
  editor: LensEditor;
  lensStore: LensStore;
  /** Asks for a sync: other lenses are published, or a removal is right. */
  requestSync(): Promise<unknown>;
}

/** Mounts the routes tagged `lenses`. */
export function bindLensRoutes(api: ApiRouter, deps: LensRouteDeps): void {
  bindReads(api, deps);
  bindChanges(api, deps);
}

function bindReads(api: ApiRouter, deps: LensRouteDeps) {
  const { lenses, directory, lensStore, mappings } = deps;

  bindRoutes(api, {
    listLenses: ({ query, credentials }) => directory.list(query, credentials),

    getLens: ({ params: { lensId }, query: { version }, credentials }) =>
      visibleDefinition(deps, lensId, version, credentials),

    exportLens: async ({ params: { lensId }, query, credentials, res }) => {
      const { version } = await visibleDefinition(
        deps,
        lensId,
        query.version,
        credentials,
      );
      const { document } = await lenses.compiled(lensId, version);
      res
        .status(200)
        .type('application/json')
        .attachment(`${lensId}-${version}.json`)
        .send(exportLens(document, query.format));
    },

    diffLens: async ({
      params: { lensId },
      query: { from, to },
      credentials,
    }) => {
      for (const version of [from, to]) {
        await visibleDefinition(deps, lensId, version, credentials);
      }
      return diffLenses(
        await lenses.compiled(lensId, from),
        await lenses.compiled(lensId, to),
      );
    },

    listLensMappings: async ({ query }) => ({
      items: mappings.list(query.lensId),
    }),

    listLensReports: async ({ credentials }) => {
      const [reports, { problems, orphans, removal }] = await Promise.all([
        lensStore.reports(),
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
    },
  });
}

function bindChanges(
  api: ApiRouter,
  { editor, requestSync, urlReader, workloads }: LensRouteDeps,
) {
  bindRoutes(api, {
    importLens: async ({ query, body, credentials, audit }) => {
      const dryRun = query.dryRun === 'true';
      const importLens = async () => {
        const text = query.url ? await readLensUrl(query.url, urlReader) : body;
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
      return await audit(async addMeta => {
        const result = await importLens();
        addMeta({ lensId: result.lensId, version: result.version });
        return result;
      });
    },

    publishLens: async ({
      params: { lensId, version },
      credentials,
      audit,
    }) => {
      const published = await audit(() =>
        editor.publish(lensId, version, actorOf(credentials)),
      );
      await requestSync();
      return published;
    },

    archiveLens: async ({
      params: { lensId, version },
      credentials,
      audit,
    }) => {
      const archived = await audit(() =>
        editor.archive(lensId, version, actorOf(credentials)),
      );
      await requestSync();
      return archived;
    },

    deleteLensDraft: ({ params: { lensId, version }, audit }) =>
      audit(() => editor.deleteDraft(lensId, version)),

    confirmRemoval: async ({ body, audit }) => {
      await audit(async () => {
        if (!(await workloads.removals.confirm(body.since))) {
          throw new ConflictError(
            'The removal does not wait any more: look at the reports again',
          );
        }
      });
      await requestSync();
    },
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
