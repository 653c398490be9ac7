// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import type { HumanDuration } from '@backstage/types';
import {
  mlLensModelsOf,
  type MlLensModelFact,
  type MlLensModelProblem,
  type MlLensModelRequest,
  type MlLensModelSource,
} from '@ml-lens/backstage-plugin-ml-lens-node';
import type {
  MlflowClient,
  ModelVersion,
  RegisteredModel,
  Run,
} from './MlflowClient';

/** Up to so many models are asked for one by one, more by one listing. */
const ONE_BY_ONE = 10;

/** What is gathered of a model while the listing goes on. */
interface Gathered {
  model: RegisteredModel;
  latest: ModelVersion | undefined;
  versions: number;
}

/** Registered models of the MLflow servers of a portal. */
export class MlflowSource implements MlLensModelSource {
  readonly id = 'mlflow';
  readonly title = 'MLflow';
  readonly schedule: MlLensModelSource['schedule'];

  constructor(
    private readonly options: {
      clients: readonly MlflowClient[];
      frequency: HumanDuration;
    },
  ) {
    this.schedule = { frequency: options.frequency };
  }

  read(
    request: MlLensModelRequest,
  ): AsyncIterable<MlLensModelFact | MlLensModelProblem> {
    return mlLensModelsOf(request, {
      systems: this.options.clients,
      factsOf: (client, wanted) => factsOf(client, wanted, request.signal),
    });
  }
}

/**
 * @param wanted - the names people gave, by the name on the server
 */
async function factsOf(
  client: MlflowClient,
  wanted: ReadonlyMap<string, string>,
  signal: AbortSignal,
): Promise<MlLensModelFact[]> {
  const gathered = new Map<string, Gathered>();
  const begin = (model: RegisteredModel) =>
    gathered.set(model.name, { model, latest: undefined, versions: 0 });
  if (wanted.size <= ONE_BY_ONE) {
    for (const name of wanted.keys()) {
      const model = await client.model(name, signal);
      if (model) {
        begin(model);
        for await (const page of client.versions(signal, name)) {
          page.forEach(version => count(gathered, version));
        }
      }
    }
  } else {
    for await (const page of client.models(signal)) {
      page.filter(({ name }) => wanted.has(name)).forEach(begin);
    }
    for await (const page of client.versions(signal)) {
      page.forEach(version => count(gathered, version));
    }
  }
  const found = [...gathered.values()];
  const ids = found.flatMap(({ latest }) => latest?.run_id || []);
  const runs = new Map(
    (await client.runs([...new Set(ids)], signal)).map(run => [
      run.info.run_id,
      run,
    ]),
  );
  return found.map(one =>
    toFact(client, one, {
      name: wanted.get(one.model.name)!,
      run: runs.get(one.latest?.run_id ?? ''),
    }),
  );
}

function count(
  gathered: ReadonlyMap<string, Gathered>,
  version: ModelVersion,
): void {
  const one = gathered.get(version.name);
  if (one) {
    one.versions += 1;
    if (!one.latest || Number(version.version) > Number(one.latest.version)) {
      one.latest = version;
    }
  }
}

function toFact(
  client: MlflowClient,
  { model, latest, versions }: Gathered,
  { name, run }: { name: string; run: Run | undefined },
): MlLensModelFact {
  const url = client.pageOf(model.name);
  const described = [model.description, latest?.description].some(text =>
    text?.trim(),
  );
  const ended = run?.info.end_time;
  return {
    name,
    url,
    versions,
    card: { present: described, ...(described && { url }) },
    ...(latest && {
      latest: {
        version: latest.version,
        ...stageOf(model, latest),
        createdAt: new Date(latest.creation_timestamp).toISOString(),
        url: client.pageOf(model.name, latest.version),
      },
    }),
    ...(ended && { lastTrainedAt: new Date(ended).toISOString() }),
    ...(run && { hasInputs: Boolean(run.inputs?.dataset_inputs?.length) }),
  };
}

/** Aliases of a version; stages are what MLflow had before. */
function stageOf(
  { aliases = [] }: RegisteredModel,
  { version, current_stage: stage }: ModelVersion,
): { stage?: string } {
  const own = aliases
    .filter(alias => alias.version === version)
    .map(({ alias }) => alias);
  if (own.length > 0) {
    return { stage: own.sort().join(', ') };
  }
  return stage && stage !== 'None' ? { stage } : {};
}
