// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import {
  type LensListItem,
  type LensStatus,
  type LensVersion,
  type MlLensResponse,
} from '@ml-lens/backstage-plugin-ml-lens-common';
import {
  type LensDocument,
  compileLens,
  countLens,
  defaultLensId,
  defaultLensVersion,
  diffLenses,
  exportLens,
  parseLens,
} from '@ml-lens/lens-model';
import { mlLensApiMock } from '../../../testing/mlLensApiMock';

/** A stored version; the last one of a lens is the newest. */
export interface StoredLens {
  document: LensDocument;
  status: LensStatus;
  origin?: LensVersion['origin'];
  usage?: LensListItem['usage'];
}

interface Stored extends LensVersion {
  id: string;
  document: LensDocument;
  usage: LensListItem['usage'];
}

/** An answer of the server that is no success, as the client throws it. */
function failure(statusCode: number, message: string, body: object = {}) {
  return Object.assign(new Error(message), {
    statusCode,
    body: { error: { name: 'Error', message }, ...body },
  });
}

const NOT_USED = { workloads: 0, meanScore: null, meanCoverage: null };

function store(lens: StoredLens, versions: string[], at: string): Stored {
  const { document, status } = lens;
  return {
    id: defaultLensId(document),
    document,
    version: defaultLensVersion(document, versions),
    status,
    isMajor: true,
    origin: lens.origin ?? 'import',
    counts: countLens(document),
    createdAt: at,
    createdBy: 'user:default/noa.levi',
    publishedAt: status === 'DRAFT' ? null : at,
    archivedAt: status === 'ARCHIVED' ? at : null,
    usage: lens.usage ?? NOT_USED,
  };
}

function versionOf(stored: Stored): LensVersion {
  const { id: _id, document: _document, usage: _usage, ...version } = stored;
  return version;
}

function itemOf(versions: Stored[]): LensListItem {
  const head = versions.find(one => one.status === 'PUBLISHED') ?? versions[0];
  return {
    id: head.id,
    name: head.document.name,
    description: head.document.description,
    descriptions: Object.fromEntries(
      Object.entries(head.document.locales ?? {}).flatMap(
        ([language, { description }]) =>
          typeof description === 'string' ? [[language, description]] : [],
      ),
    ),
    names: Object.fromEntries(
      Object.entries(head.document.locales ?? {}).map(([language, texts]) => [
        language,
        String(texts.name),
      ]),
    ),
    ...versionOf(head),
    versions: versions.map(versionOf),
    usage: head.usage,
  };
}

/** The lens operations of the backend over versions in memory. */
export function createLensesApi(
  lenses: StoredLens[],
  reports: () => MlLensResponse<'listLensReports'> = () => ({
    lenses: [],
    catalog: [],
    orphans: [],
    removal: null,
  }),
) {
  const at = '2026-11-02T09:00:00.000Z';
  let stored: Stored[] = [];
  for (const lens of lenses) {
    stored = [store(lens, [], at), ...stored];
  }

  const find = (id: string, version: string) => {
    const found = stored.find(one => one.id === id && one.version === version);
    if (!found) throw failure(404, `No version ${version} of ${id}`);
    return found;
  };
  const compiled = (id: string, version: string) =>
    compileLens(find(id, version).document, { id, version });

  return mlLensApiMock({
    listLenses({ query = {} }) {
      const ids = [...new Set(stored.map(one => one.id))].sort();
      const items = ids
        .map(id => stored.filter(one => one.id === id))
        .filter(
          versions =>
            !query.status ||
            versions.some(version => version.status === query.status),
        )
        .map(itemOf)
        .filter(item =>
          `${item.id} ${item.name}`
            .toLowerCase()
            .includes((query.q ?? '').toLowerCase()),
        );
      return { items, totalItems: items.length, pageInfo: {} };
    },
    listLensMappings: () => ({ items: [] }),
    listLensReports: reports,
    confirmRemoval: () => undefined,
    getLens({ path, query }) {
      const { document, ...facts } = find(path.lensId, query.version);
      return { ...document, ...facts };
    },
    diffLens: ({ path, query }) =>
      diffLenses(
        compiled(path.lensId, query.from),
        compiled(path.lensId, query.to),
      ),
    exportLens: ({ path, query }) =>
      new Response(
        exportLens(find(path.lensId, query.version).document, query.format),
      ),
    importLens({ query, rawBody }) {
      if (query.url) throw failure(400, `The file at ${query.url} is gone`);
      const { document, errors, warnings } = parseLens(rawBody);
      if (!document) {
        throw failure(400, 'The lens cannot be imported', { problems: errors });
      }
      const lensId = query.lensId ?? defaultLensId(document);
      const known = stored.filter(one => one.id === lensId);
      const version =
        query.version ??
        defaultLensVersion(
          document,
          known.map(one => one.version),
        );
      const taken = known.find(one => one.version === version);
      if (taken && taken.status !== 'DRAFT') {
        throw failure(
          409,
          `Version ${version} of the lens ${lensId} is published and cannot change: use another version`,
        );
      }
      if (query.dryRun !== 'true') {
        stored = [
          {
            ...store({ document, status: 'DRAFT' }, [], at),
            id: lensId,
            version,
          },
          ...stored.filter(one => one !== taken),
        ];
      }
      const counts = countLens(document);
      return { lensId, version, status: 'DRAFT', counts, warnings };
    },
    publishLens({ path }) {
      const found = find(path.lensId, path.version);
      Object.assign(found, { status: 'PUBLISHED', publishedAt: at });
      return versionOf(found);
    },
    archiveLens({ path }) {
      const found = find(path.lensId, path.version);
      Object.assign(found, { status: 'ARCHIVED', archivedAt: at });
      return versionOf(found);
    },
    deleteLensDraft({ path }) {
      const found = find(path.lensId, path.version);
      stored = stored.filter(one => one !== found);
    },
  });
}
