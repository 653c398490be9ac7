// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import {
  readMlBom,
  readMlModel,
  readModelCard,
} from '@ml-lens/lens-model/model-files';
import type { MlLensModelFact } from '@ml-lens/backstage-plugin-ml-lens-node';

/** A file that may say something of a model. */
export interface ModelFile {
  /** Its path, or the last part of it. */
  path: string;
  text: string;
  modifiedAt?: Date;
}

const CARD = /(^|\/)(README|[\w.-]*model[-_ ]?card)[\w-]*\.md$/i;
const BOM = /(^|\/)(bom|[\w.-]*\.cdx|[\w.-]*ml-?bom)\.json$/i;
const ML_MODEL = /(^|\/)MLmodel$/;

/** Whether a file may say something, by its path. */
export function isModelFile(path: string): boolean {
  return [CARD, BOM, ML_MODEL].some(kind => kind.test(path));
}

/** Part of a fact, as one file has it. */
interface Said {
  title?: string;
  version?: string;
  createdAt?: string;
  card?: boolean;
  inputs?: boolean;
  trainedAt?: string;
}

/**
 * What files say of a model together; undefined where none of them is about one.
 * Those that are not what their name says are passed over.
 */
export function factOfFiles(
  name: string,
  files: readonly ModelFile[],
): MlLensModelFact | undefined {
  const said = [...files]
    .sort((a, b) => (a.path < b.path ? -1 : Number(a.path > b.path)))
    .flatMap(file => saidBy(file) ?? []);
  if (said.length === 0) {
    return undefined;
  }
  const first = <Key extends keyof Said>(key: Key) =>
    said.find(one => one[key] !== undefined)?.[key];
  const [title, version] = [first('title'), first('version')];
  const createdAt = first('createdAt');
  const trainedAt = first('trainedAt');
  const inputs = said.flatMap(one => one.inputs ?? []);
  return {
    name,
    url: name,
    ...(title !== undefined && { title }),
    ...(version !== undefined &&
      createdAt !== undefined && { latest: { version, createdAt, url: name } }),
    card: { present: said.some(one => one.card), url: name },
    ...(inputs.length > 0 && { hasInputs: inputs.includes(true) }),
    ...(trainedAt !== undefined && { lastTrainedAt: trainedAt }),
  };
}

function saidBy({ path, text, modifiedAt }: ModelFile): Said | undefined {
  try {
    if (ML_MODEL.test(path)) {
      return ofMlModel(text);
    }
    return BOM.test(path)
      ? ofBom(text, modifiedAt)
      : ofCard(path, text, modifiedAt);
  } catch {
    // No JSON, no YAML: it says nothing.
    return undefined;
  }
}

function ofMlModel(text: string): Said | undefined {
  const model = readMlModel(text);
  return (
    model && {
      version: model.id?.slice(0, 12),
      createdAt: model.createdAt,
      trainedAt: model.createdAt,
    }
  );
}

function ofBom(text: string, modifiedAt: Date | undefined): Said | undefined {
  const bom = JSON.parse(text);
  const model = readMlBom(bom)?.at(0);
  return (
    model && {
      title: textOf(model.name),
      version: textOf(model.version),
      createdAt:
        instantOf(bom.metadata?.timestamp) ?? modifiedAt?.toISOString(),
      // As far as a card goes: how good it is, or what it is not for.
      card: model.metrics || model.limitations || model.fairness,
      inputs: model.datasets,
    }
  );
}

function ofCard(
  path: string,
  text: string,
  modifiedAt: Date | undefined,
): Said | undefined {
  const card = readModelCard(text, path);
  if (!card) {
    return undefined;
  }
  const { fields, sections } = card;
  return {
    title: textOf(fields.model_name) ?? textOf(card.title),
    version: textOf(fields.version),
    createdAt: modifiedAt?.toISOString(),
    card: sections.length > 0 || fields['model-index'] !== undefined,
    inputs:
      fields.datasets !== undefined ||
      sections.some(({ section }) => section === 'training-data'),
  };
}

/** A text or number that can be shown. */
function textOf(value: unknown): string | undefined {
  const text =
    typeof value === 'string' || typeof value === 'number'
      ? String(value).trim()
      : '';
  return text === '' ? undefined : text.slice(0, 255);
}

function instantOf(value: unknown): string | undefined {
  const at = typeof value === 'string' ? Date.parse(value) : NaN;
  return Number.isNaN(at) ? undefined : new Date(at).toISOString();
}
