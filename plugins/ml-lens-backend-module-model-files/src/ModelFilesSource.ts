// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import type { UrlReaderService } from '@backstage/backend-plugin-api';
import type { HumanDuration } from '@backstage/types';
import type {
  MlLensModelFact,
  MlLensModelProblem,
  MlLensModelRequest,
  MlLensModelSource,
} from '@ml-lens/backstage-plugin-ml-lens-node';
import { factOfFiles, isModelFile, type ModelFile } from './factOfFiles';

/** How many are read at a time. */
const AT_ONCE = 5;
const PATIENCE_MS = 30_000;
const MAX_BYTES = 1_000_000;
/** Most files of one folder that are looked at. */
const MAX_FILES = 50;

/** What was read last, and what stands for its content. */
interface Known {
  etag: string | undefined;
  fact: MlLensModelFact | undefined;
}

/**
 * Files in repositories that describe models, by their addresses: a model card,
 * a CycloneDX ML-BOM, an `MLmodel`, or a folder with some of them. Read with the
 * integrations of the portal, and only again when they have changed.
 */
export class ModelFilesSource implements MlLensModelSource {
  readonly id = 'files';
  readonly title = 'The files of models';
  readonly schedule: MlLensModelSource['schedule'];
  readonly #known = new Map<string, Known>();

  constructor(
    private readonly options: {
      urlReader: UrlReaderService;
      frequency: HumanDuration;
      allow: readonly string[];
      /** Milliseconds one answer is waited for. Default: 30 s. */
      patienceMs?: number;
    },
  ) {
    this.schedule = { frequency: options.frequency, timeout: { minutes: 60 } };
  }

  async *read({
    names,
    signal,
  }: MlLensModelRequest): AsyncGenerator<MlLensModelFact | MlLensModelProblem> {
    const named = new Set(names);
    for (const name of this.#known.keys()) {
      if (!named.has(name)) {
        this.#known.delete(name);
      }
    }
    for (let start = 0; start < names.length; start += AT_ONCE) {
      signal.throwIfAborted();
      const said = await Promise.all(
        names
          .slice(start, start + AT_ONCE)
          .map(name => this.#said(name, signal)),
      );
      yield* said.filter(one => one !== undefined);
    }
  }

  /** A fact, or why there is none; undefined where nothing is there. */
  async #said(
    name: string,
    signal: AbortSignal,
  ): Promise<MlLensModelFact | MlLensModelProblem | undefined> {
    if (!this.#isAllowed(name)) {
      return { name, problem: 'Files may not be read from this address' };
    }
    try {
      const known = await this.#read(name, {
        etag: this.#known.get(name)?.etag,
        signal: AbortSignal.any([
          signal,
          AbortSignal.timeout(this.options.patienceMs ?? PATIENCE_MS),
        ]),
      });
      this.#known.set(name, known);
      return known.fact;
    } catch (error) {
      signal.throwIfAborted();
      const known = this.#known.get(name);
      switch ((error as Error).name) {
        case 'NotModifiedError':
          return known?.fact;
        case 'NotFoundError':
          this.#known.delete(name);
          return undefined;
        default:
          return { name, problem: problemOf(error) };
      }
    }
  }

  #isAllowed(name: string): boolean {
    // Parsed, so that `..` in any spelling leads nowhere else.
    const address = URL.canParse(name) ? new URL(name).href : '';
    return this.options.allow.some(prefix => address.startsWith(prefix));
  }

  async #read(
    name: string,
    options: { etag: string | undefined; signal: AbortSignal },
  ): Promise<Known> {
    const { pathname } = new URL(name);
    if (isModelFile(pathname)) {
      const file = await this.options.urlReader.readUrl(name, options);
      const text = textOf(await file.buffer());
      return {
        etag: file.etag,
        fact: factOfFiles(name, [
          { path: pathname, text, modifiedAt: file.lastModifiedAt },
        ]),
      };
    }
    const tree = await this.options.urlReader.readTree(name, {
      ...options,
      filter: (path, info) =>
        isModelFile(path) && (info?.size ?? 0) <= MAX_BYTES,
    });
    const files: ModelFile[] = [];
    for (const file of (await tree.files()).slice(0, MAX_FILES)) {
      files.push({
        path: file.path,
        text: textOf(await file.content()),
        modifiedAt: file.lastModifiedAt,
      });
    }
    return { etag: tree.etag, fact: factOfFiles(name, files) };
  }
}

class TooLarge extends Error {}

function textOf(content: Buffer): string {
  if (content.byteLength > MAX_BYTES) {
    throw new TooLarge();
  }
  return content.toString('utf8');
}

/** Readers name addresses and answers of hosts; people need less. */
function problemOf(error: unknown): string {
  if (error instanceof TooLarge) {
    return 'The file is too large';
  }
  switch ((error as Error).name) {
    case 'NotAllowedError':
      return 'The portal has no integration that may read the file';
    case 'AbortError':
    case 'TimeoutError':
      return 'The host of the file does not answer in time';
    default:
      return 'The file cannot be read';
  }
}
