// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { ConflictError, InputError } from '@backstage/errors';
import type {
  LensVersion,
  MlLensResponse,
} from '@ml-lens/backstage-plugin-ml-lens-common';
import {
  compileLens,
  countLens,
  defaultLensId,
  defaultLensVersion,
  diffLenses,
  LENS_ID_PATTERN,
  LENS_LIMITS,
  LENS_VERSION_PATTERN,
  parseLens,
  type LensDocument,
  type LensProblem,
} from '@ml-lens/lens-model';
import type { Knex } from 'knex';
import type { Clock } from '../clock';
import { ErrorWithBody } from '../errors';
import { documentColumns, toLensVersion } from './lensRow';
import type { LensStore } from './LensStore';
import { tooLargeError } from './readLensUrl';
import type { LensRow } from './rows';

/** What an import may say beside the document. */
export interface ImportOptions {
  /** Default: the document's `id`, else a slug of its name. */
  lensId?: string;
  /** Default: the document's `version` or `_version`, else the next number. */
  version?: string;
  /** Check only; nothing is stored. */
  dryRun?: boolean;
  by: string;
}

/** Imports lenses and moves their versions from draft to archive. */
export class LensEditor {
  constructor(private readonly deps: { store: LensStore; clock: Clock }) {}

  /**
   * Stores a document as a draft, in place of an earlier draft of the version.
   *
   * Throws an {@link ErrorWithBody} 400 with every problem of the document,
   * PayloadTooLargeError beyond the 500,000 bytes of the format, InputError for
   * an id or version that cannot be used, ConflictError where the version is
   * published or archived already.
   */
  async import(
    text: string,
    options: ImportOptions,
  ): Promise<MlLensResponse<'importLens'>> {
    const { document, warnings } = checkDocument(text);
    const lensId = checkName(
      'lensId',
      options.lensId ?? defaultLensId(document),
      LENS_ID_PATTERN,
    );
    return await this.deps.store.transaction(async tx => {
      const versions = await this.deps.store.versions(lensId, tx);
      const version = checkName(
        'version',
        options.version ??
          defaultLensVersion(
            document,
            versions.map(row => row.version),
          ),
        LENS_VERSION_PATTERN,
      );
      const before = versions.find(row => row.version === version);
      if (before && before.status !== 'DRAFT') {
        throw takenError(lensId, version, before.status);
      }
      if (!options.dryRun) {
        await this.#storeDraft(tx, lensId, version, document, options);
      }
      return {
        lensId,
        version,
        status: 'DRAFT',
        counts: countLens(document),
        warnings,
      };
    });
  }

  /**
   * Makes a draft usable in reviews.
   *
   * Throws NotFoundError without such a version and ConflictError when it is no
   * draft any more.
   */
  async publish(
    lensId: string,
    version: string,
    by: string,
  ): Promise<LensVersion> {
    return await this.deps.store.transaction(async tx => {
      const draft = await this.deps.store.require(lensId, version, tx);
      if (draft.status !== 'DRAFT') {
        throw takenError(lensId, version, draft.status);
      }
      const change = await publication(
        this.deps.store,
        draft,
        by,
        this.deps.clock(),
        tx,
      );
      const changed = await this.deps.store.update(
        lensId,
        version,
        ['DRAFT'],
        change,
        tx,
      );
      if (!changed) {
        throw takenError(lensId, version, 'PUBLISHED');
      }
      return toLensVersion({ ...draft, ...change });
    });
  }

  /**
   * Takes a published version out of use; its reviews stay readable. Archiving
   * it again changes nothing.
   *
   * Throws NotFoundError without such a version, ConflictError for a draft.
   */
  async archive(
    lensId: string,
    version: string,
    by: string,
  ): Promise<LensVersion> {
    const row = await this.deps.store.require(lensId, version);
    if (row.status === 'DRAFT') {
      throw new ConflictError(
        `Version ${version} of the lens ${lensId} is a draft: delete it instead of archiving it`,
      );
    }
    const change = {
      status: 'ARCHIVED',
      archived_at: this.deps.clock(),
      archived_by: by,
    } as const;
    const changed = await this.deps.store.update(
      lensId,
      version,
      ['PUBLISHED'],
      change,
    );
    return toLensVersion(changed ? { ...row, ...change } : row);
  }

  /**
   * Throws a draft away.
   *
   * Throws NotFoundError without such a version, ConflictError when it is no
   * draft.
   */
  async deleteDraft(lensId: string, version: string): Promise<void> {
    if (await this.deps.store.deleteDraft(lensId, version)) {
      return;
    }
    const row = await this.deps.store.require(lensId, version);
    throw new ConflictError(
      `Version ${version} of the lens ${lensId} is ${row.status.toLowerCase()}: only drafts can be deleted`,
    );
  }

  async #storeDraft(
    tx: Knex.Transaction,
    lensId: string,
    version: string,
    document: LensDocument,
    options: ImportOptions,
  ) {
    const columns = documentColumns(document);
    const created = { created_at: this.deps.clock(), created_by: options.by };
    const added = await this.deps.store.insert(
      {
        lens_id: lensId,
        version,
        status: 'DRAFT',
        seq: await this.deps.store.nextSeq(lensId, tx),
        is_major: true,
        origin: 'import',
        ...columns,
        ...created,
        published_at: null,
        published_by: null,
        archived_at: null,
        archived_by: null,
      },
      tx,
    );
    if (added) {
      return;
    }
    const replaced = await this.deps.store.update(
      lensId,
      version,
      ['DRAFT'],
      { ...columns, ...created },
      tx,
    );
    if (!replaced) {
      throw takenError(lensId, version, 'PUBLISHED');
    }
  }
}

/**
 * The columns that make a document the newest published version of its lens:
 * its place in the order, and whether reviewers must look again.
 */
export async function publication(
  store: LensStore,
  row: Pick<LensRow, 'lens_id' | 'version' | 'document'>,
  by: string,
  at: string,
  tx: Knex.Transaction,
) {
  const previous = await store.latestPublished(row.lens_id, tx);
  const before =
    previous && (await store.get(row.lens_id, previous.version, tx));
  return {
    status: 'PUBLISHED',
    seq: await store.nextSeq(row.lens_id, tx),
    is_major: before ? isMajorChange(before, row) : true,
    published_at: at,
    published_by: by,
  } as const;
}

function isMajorChange(
  before: Pick<LensRow, 'lens_id' | 'version' | 'document'>,
  after: Pick<LensRow, 'lens_id' | 'version' | 'document'>,
): boolean {
  const [from, to] = [before, after].map(row =>
    compileLens(JSON.parse(row.document), {
      id: row.lens_id,
      version: row.version,
    }),
  );
  return diffLenses(from, to).major;
}

/**
 * Parses and checks a lens file.
 *
 * Throws as {@link LensEditor.import} does.
 */
function checkDocument(text: string): {
  document: LensDocument;
  warnings: LensProblem[];
} {
  const bytes = Buffer.byteLength(text);
  if (bytes > LENS_LIMITS.documentBytes) {
    throw tooLargeError(bytes);
  }
  const { document, errors, warnings } = parseLens(text);
  if (!document || errors.length > 0) {
    throw new ErrorWithBody({
      name: 'InputError',
      statusCode: 400,
      message: `The lens cannot be imported: ${describeProblems(errors)}`,
      body: { problems: errors },
    });
  }
  return { document, warnings };
}

function describeProblems(problems: readonly LensProblem[]): string {
  const [first] = problems;
  if (!first) {
    return 'it holds no document';
  }
  const place = first.line ? ` (line ${first.line})` : '';
  const more =
    problems.length > 1 ? `, and ${problems.length - 1} more problems` : '';
  return `${first.message}${place}${more}`;
}

function checkName(field: string, value: string, pattern: RegExp): string {
  if (!pattern.test(value)) {
    throw new InputError(
      `Invalid ${field} '${value.slice(
        0,
        200,
      )}': use letters, digits, dots, hyphens and underscores, starting with a letter or digit`,
    );
  }
  return value;
}

function takenError(lensId: string, version: string, status: string) {
  return new ConflictError(
    `Version ${version} of the lens ${lensId} is ${status.toLowerCase()} and cannot change: use another version`,
  );
}
