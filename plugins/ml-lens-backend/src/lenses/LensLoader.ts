// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { stringifyError } from '@backstage/errors';
import {
  defaultLensId,
  defaultLensVersion,
  parseLens,
  type LensDocument,
  type LensProblem,
} from '@ml-lens/lens-model';
import type { Clock } from '../clock';
import type { Services } from '../services';
import type { DefaultLensService } from './DefaultLensService';
import { publication } from './LensEditor';
import type { LensFile } from './lensFiles';
import { documentColumns, structureOf, SYSTEM_ACTOR } from './lensRow';
import type { LensStore } from './LensStore';
import type { LensRow } from './rows';

type Origin = 'builtin' | 'config';

interface Report {
  target: string;
  problems: LensProblem[];
}

/**
 * Publishes the lenses that come with the software, its modules and its
 * configuration. Safe to run at every start and on several replicas at once.
 */
export class LensLoader {
  constructor(
    private readonly deps: Pick<Services, 'logger'> & {
      clock: Clock;
      store: LensStore;
      service: DefaultLensService;
    },
  ) {}

  /**
   * Loads every file and stores a report of those that cannot be used. A bad
   * file is logged and never stops the start.
   */
  async load(files: AsyncIterable<LensFile & { origin: Origin }>) {
    const at = this.deps.clock();
    const reports: Report[] = [];
    for await (const file of files) {
      const problems = file.error
        ? [problem('UNREADABLE', stringifyError(file.error))]
        : await this.#loadFile(file, at).catch(error => [
            problem('UNUSABLE', stringifyError(error)),
          ]);
      if (problems.length > 0) {
        reports.push({ target: file.target, problems });
        this.deps.logger.warn(
          `The lens file ${file.target} cannot be used: ${problems
            .slice(0, 5)
            .map(({ pointer, message }) => `${pointer} ${message}`.trim())
            .join('; ')}`,
        );
      }
    }
    await this.deps.store.saveReports(onePerTarget(reports), at);
  }

  async #loadFile(
    file: LensFile & { origin: Origin },
    at: string,
  ): Promise<LensProblem[]> {
    const { document, errors } = parseLens(file.text);
    if (!document || errors.length > 0) {
      return errors;
    }
    const lensId = defaultLensId(document);
    // A file that is loaded at every start cannot count its versions.
    const version = defaultLensVersion(document, []);
    const known = await this.deps.store.get(lensId, version);
    if (known) {
      return await this.#compare(known, document, file.origin);
    }
    await this.#publish(lensId, version, document, file.origin, at);
    return [];
  }

  /** A known version keeps what it asks and how it judges; only words may change. */
  async #compare(
    known: LensRow,
    document: LensDocument,
    origin: Origin,
  ): Promise<LensProblem[]> {
    const columns = documentColumns(document);
    if (columns.document_hash === known.document_hash) {
      return [];
    }
    const { lens_id: lensId, version } = known;
    const before: LensDocument = JSON.parse(known.document);
    if (
      known.origin === origin &&
      structureOf(document) === structureOf(before)
    ) {
      await this.deps.store.update(
        lensId,
        version,
        ['PUBLISHED', 'ARCHIVED'],
        columns,
      );
      this.deps.service.forget(lensId, version);
      this.deps.logger.info(
        `Reworded version ${version} of the lens ${lensId}`,
      );
      return [];
    }
    return [
      problem(
        'VERSION_TAKEN',
        `Version ${version} of the lens ${lensId} is there already and is kept, because the file asks or judges differently: give the file a new version`,
      ),
    ];
  }

  async #publish(
    lensId: string,
    version: string,
    document: LensDocument,
    origin: Origin,
    at: string,
  ) {
    const published = await this.deps.store.transaction(async tx => {
      const columns = documentColumns(document);
      return await this.deps.store.insert(
        {
          lens_id: lensId,
          version,
          origin,
          ...columns,
          created_at: at,
          created_by: SYSTEM_ACTOR,
          archived_at: null,
          archived_by: null,
          ...(await publication(
            this.deps.store,
            { lens_id: lensId, version, document: columns.document },
            SYSTEM_ACTOR,
            at,
            tx,
          )),
        },
        tx,
      );
    });
    // Not published here: another replica was faster with the same file.
    if (published) {
      this.deps.logger.info(
        `Published version ${version} of the lens ${lensId}`,
      );
    }
  }
}

function problem(code: string, message: string): LensProblem {
  return { pointer: '', code, message };
}

function onePerTarget(reports: Report[]): Report[] {
  const byTarget = new Map<string, Report>();
  for (const { target, problems } of reports) {
    const before = byTarget.get(target)?.problems ?? [];
    byTarget.set(target, { target, problems: [...before, ...problems] });
  }
  return [...byTarget.values()];
}
