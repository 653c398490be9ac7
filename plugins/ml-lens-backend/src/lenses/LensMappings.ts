// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import {
  resolvePackagePath,
  type LoggerService,
} from '@backstage/backend-plugin-api';
import { stringifyError } from '@backstage/errors';

import type { MlLensResponse } from '@ml-lens/backstage-plugin-ml-lens-common';
import { CompiledLens, LensMapping } from '@ml-lens/lens-model';
import { lensMappingSchema } from '@ml-lens/lens-model/schemas';
import { readFile } from 'node:fs/promises';
import { parse } from 'yaml';
import { localPaths } from './lensFiles';
import type { LensService } from './LensService';

const builtinGlob = resolvePackagePath(
  '@ml-lens/backstage-plugin-ml-lens-backend',
  'lenses',
  'mappings',
  '*.yaml',
);

/** Texts of mapping files, by where they are. */
export type MappingFiles = ReadonlyMap<string, string>;

/** The mappings this package brings. */
export async function builtinMappingFiles(): Promise<MappingFiles> {
  const files = new Map<string, string>();
  for (const path of await localPaths(builtinGlob)) {
    files.set(path, await readFile(path, 'utf8'));
  }
  return files;
}

/** How answers of one lens speak for practices of another, as far as known. */
export class LensMappings {
  constructor(private readonly mappings: readonly LensMapping[] = []) {}

  /**
   * Reads mappings and checks them against both of their lenses. What is wrong
   * is logged and left out: entries that name practices there are not, and
   * files of which nothing remains. Never stops the start.
   */
  static async load(options: {
    files: MappingFiles;
    lenses: Pick<LensService, 'compiled'>;
    logger: LoggerService;
  }): Promise<LensMappings> {
    const mappings: LensMapping[] = [];
    for (const [target, text] of options.files) {
      const { mapping, problems } = await readMapping(text, options.lenses);
      if (mapping) {
        mappings.push(mapping);
      }
      if (problems.length > 0) {
        options.logger.warn(
          `${target}: ${problems.slice(0, 5).join('; ')}${
            problems.length > 5 ? `; and ${problems.length - 5} more` : ''
          }`,
        );
      }
    }
    return new LensMappings(mappings);
  }

  /** What is known, in brief; of one lens where told, whichever end it is. */
  list(lensId?: string): MlLensResponse<'listLensMappings'>['items'][number][] {
    return this.mappings
      .filter(
        ({ from, to }) =>
          lensId === undefined || from.lens === lensId || to.lens === lensId,
      )
      .map(({ from, to, description = '', choices }) => {
        const count = (wanted: 'same' | 'partial') =>
          choices.filter(({ confidence }) => confidence === wanted).length;
        return {
          from: { ...from },
          to: { ...to },
          description,
          counts: { same: count('same'), partial: count('partial') },
        };
      });
  }

  /**
   * The mapping from a version of one lens to a version of another: the one
   * made for both, else one made for other versions of the same lenses, whose
   * practices are the same where their ids are.
   */
  find(
    from: { id: string; version: string },
    to: { id: string; version: string },
  ): LensMapping | undefined {
    const fit = (mapping: LensMapping) =>
      Number(mapping.from.version === from.version) +
      Number(mapping.to.version === to.version);
    return this.mappings
      .filter(
        mapping => mapping.from.lens === from.id && mapping.to.lens === to.id,
      )
      .sort((a, b) => fit(b) - fit(a))
      .at(0);
  }
}

async function readMapping(
  text: string,
  lenses: Pick<LensService, 'compiled'>,
): Promise<{ mapping?: LensMapping; problems: string[] }> {
  let value: unknown;
  try {
    value = parse(text);
  } catch (error) {
    return { problems: [stringifyError(error)] };
  }
  const parsed = lensMappingSchema.safeParse(value);
  if (!parsed.success) {
    return {
      problems: parsed.error.issues.map(
        ({ path, message }) => `${path.join('.')}: ${message}`,
      ),
    };
  }
  const mapping = parsed.data;
  try {
    const from = await lenses.compiled(mapping.from.lens, mapping.from.version);
    const to = await lenses.compiled(mapping.to.lens, mapping.to.version);
    return checkMapping(mapping, from, to);
  } catch (error) {
    return { problems: [stringifyError(error)] };
  }
}

function checkMapping(
  mapping: LensMapping,
  from: CompiledLens,
  to: CompiledLens,
): { mapping: LensMapping; problems: string[] } {
  const problems: string[] = [];
  const exists = (lens: CompiledLens, ref: string, where: string) => {
    const [questionId, choiceId] = ref.split('/');
    const found = Boolean(lens.question(questionId)?.choice(choiceId));
    if (!found) {
      problems.push(
        `${where}: the lens ${lens.id} version ${lens.version} has no practice ${ref}`,
      );
    }
    return found;
  };
  const choices = mapping.choices.filter((entry, index) =>
    [
      ...entry.from.map(ref => exists(from, ref, `choices.${index}.from`)),
      exists(to, entry.to, `choices.${index}.to`),
    ].every(Boolean),
  );
  for (const [index, { from: ref }] of (mapping.unmapped ?? []).entries()) {
    exists(from, ref, `unmapped.${index}.from`);
  }
  return { mapping: { ...mapping, choices }, problems };
}
