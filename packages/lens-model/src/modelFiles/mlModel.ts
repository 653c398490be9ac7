// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { parse } from 'yaml';

/** Keys of an `MLmodel` file that say how the model came to be. */
const KEYS = [
  'signature',
  'run_id',
  'model_uuid',
  'flavors',
  'saved_input_example_info',
] as const;

/**
 * What MLflow wrote beside a model.
 *
 * @public
 */
export interface MlModelFile {
  /** Those of its keys that have a value. */
  keys: readonly (typeof KEYS)[number][];
  /** When it was made, RFC 3339. */
  createdAt?: string;
  /** Id of the model, else of the run that made it. */
  id?: string;
}

/**
 * Reads an `MLmodel` file.
 *
 * @returns undefined for what is none
 * @throws Error where it is no YAML
 *
 * @public
 */
export function readMlModel(text: string): MlModelFile | undefined {
  const model: unknown = parse(text);
  if (!model || typeof model !== 'object') {
    return undefined;
  }
  const has = model as Record<string, unknown>;
  const keys = KEYS.filter(key => Boolean(has[key]));
  const { utc_time_created: made, model_uuid: uuid, run_id: run } = has;
  const id = [uuid, run].find(one => typeof one === 'string' && one !== '');
  const at =
    typeof made === 'string'
      ? // As Python writes it: with a space and without a zone.
        Date.parse(`${made.trim().replace(' ', 'T').slice(0, 23)}Z`)
      : NaN;
  return {
    keys,
    ...(!Number.isNaN(at) && { createdAt: new Date(at).toISOString() }),
    ...(typeof id === 'string' && { id }),
  };
}
