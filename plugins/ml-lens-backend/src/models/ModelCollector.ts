// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import type {
  MlLensModelFact,
  MlLensModelProblem,
  MlLensModelRequest,
  MlLensModelSource,
} from '@ml-lens/backstage-plugin-ml-lens-node';
import type { SchedulerServiceTaskScheduleDefinition } from '@backstage/backend-plugin-api';
import { toError } from '@backstage/errors';
import { z } from 'zod';
import type { Deps } from '../deps';
import type { ReviewChanges } from '../signals/ReviewSignals';
import { changesBetween } from './changes';
import type { ModelCounts } from './ModelCounts';
import { modelKey, type KnownModel, type ModelStore } from './ModelStore';
import { byModel } from './ModelReader';

const SCHEDULE: SchedulerServiceTaskScheduleDefinition = {
  frequency: { minutes: 10 },
  initialDelay: { seconds: 20 },
  timeout: { minutes: 30 },
  scope: 'global',
};

/** Facts stored at once. */
const BATCH = 500;

const MAX_PROBLEM = 300;
const MAX_SERVED = 20;

const httpUrl = z
  .string()
  .max(2048)
  .regex(/^https?:\/\//i);
const instant = z.iso
  .datetime({ offset: true })
  .transform(value => new Date(value).toISOString());
const text = z.string().max(255);
const count = z.number().int().min(0);

const factSchema = z.object({
  name: text,
  title: text.optional(),
  url: httpUrl.optional(),
  latest: z
    .object({
      version: text,
      stage: text.optional(),
      approval: text.optional(),
      createdAt: instant,
      url: httpUrl.optional(),
    })
    .optional(),
  versions: count.optional(),
  card: z.object({ present: z.boolean(), url: httpUrl.optional() }).optional(),
  lastTrainedAt: instant.optional(),
  hasInputs: z.boolean().optional(),
  alarms: z
    .object({
      rules: count,
      firing: count,
      silent: count,
      lastFiredAt: instant.optional(),
    })
    .optional(),
  served: z
    .array(
      z.object({
        endpoint: text,
        variant: text,
        version: text.optional(),
        share: z.number().min(0).max(1).optional(),
      }),
    )
    .max(MAX_SERVED)
    .optional(),
});
type Fact = z.infer<typeof factSchema>;
const problemSchema = z.object({
  name: text,
  problem: z.string().transform(value => value.slice(0, MAX_PROBLEM)),
});

/** A model of a source. */
interface Named {
  source: MlLensModelSource['id'];
  name: string;
}

/** Where new versions of a workload's models are told. */
export interface VersionTaker {
  /** The same version once more changes nothing. */
  take(
    workloadId: string,
    version: { source: string; name: string; version: string; at: string },
    by: string,
  ): Promise<unknown>;
}

/** Asks the systems where models live, each on a schedule of its own. */
export class ModelCollector {
  constructor(
    private readonly deps: Pick<Deps, 'clock' | 'logger'> & {
      models: ModelStore;
      counts: Pick<ModelCounts, 'updateAll'>;
      versions: VersionTaker;
      changes: Pick<ReviewChanges, 'changed'>;
    },
  ) {}

  /** Asks each source when it wants to, on one replica at a time. */
  async schedule(
    scheduler: Deps['scheduler'],
    sources: Iterable<MlLensModelSource>,
  ): Promise<void> {
    for (const source of sources) {
      await scheduler.scheduleTask({
        ...SCHEDULE,
        ...source.schedule,
        id: `models-${source.id}`,
        fn: async signal => await this.run(source, signal),
      });
    }
  }

  /**
   * Asks one source about every model that is named. What it said before it
   * failed is kept; what it has not got to, or could not be asked, is marked as
   * out of date.
   */
  async run(source: MlLensModelSource, signal: AbortSignal): Promise<void> {
    const { clock, counts, models } = this.deps;
    const logger = this.deps.logger.child({ source: source.id });
    const waiting = new Set<string>();
    for await (const names of models.names(source.id)) {
      names.forEach(name => waiting.add(name));
    }
    if (waiting.size > 0) {
      const at = clock();
      let batch = new Map<string, Fact | null>();
      const save = async () => {
        const changed = await this.#tellChanges(source.id, batch, at);
        await models.save(source.id, batch, at);
        await this.#tellTabs(changed);
        batch = new Map();
      };
      const problems = new Map<string, string[]>();
      let isWhole = true;
      const names = [...waiting];
      for await (const said of saidBy(source, { names, logger, signal })) {
        if (said instanceof Error) {
          isWhole = false;
          problems.set(said.message.slice(0, MAX_PROBLEM), [...waiting]);
          break;
        }
        const read = readSaid(said, source);
        if (read.details) {
          logger.warn(`What was said of a model is left out: ${read.details}`);
        }
        if (!waiting.delete(read.name)) {
          continue;
        }
        if (read.problem === undefined) {
          batch.set(read.name, read.fact);
        } else {
          const same = problems.get(read.problem);
          problems.set(read.problem, [...(same ?? []), read.name]);
        }
        if (batch.size >= BATCH) {
          await save();
        }
      }
      if (isWhole) {
        waiting.forEach(name => batch.set(name, null));
      }
      await save();
      for (const [problem, about] of problems) {
        await models.markStale(source.id, about, problem);
        logger.warn(
          `${source.title} could not be asked about ${about.length} models: ${problem}`,
        );
      }
    }
    await models.forgetUnnamed(source.id, clock());
    await counts.updateAll();
  }

  /**
   * Keeps what became of models, and tells workloads of new versions. Before the
   * facts are stored: told twice is told once, and never is not.
   *
   * @returns models that were known and have changed
   */
  async #tellChanges(
    source: MlLensModelSource['id'],
    facts: ReadonlyMap<string, Fact | null>,
    at: string,
  ): Promise<Named[]> {
    const { models } = this.deps;
    const named = [...facts.keys()].map(name => ({ source, name }));
    const known = await models.known(named);
    const rows = named.flatMap(model =>
      changesBetween(
        known.get(modelKey(model))?.fact,
        facts.get(model.name) ?? null,
        at,
      ).map(change => ({ source, model_name: model.name, ...change })),
    );
    await models.addChanges(rows);
    await this.#tellVersions(source, facts, known, at);
    const changed = new Set(rows.map(row => row.model_name));
    return named.filter(
      model => changed.has(model.name) && known.get(modelKey(model))?.fact,
    );
  }

  /** Lets open tabs of those whose models they are read them again. */
  async #tellTabs(changed: readonly Named[]): Promise<void> {
    const { changes, models } = this.deps;
    const workloads = byModel(await models.claimsOn(changed)).flatMap(
      ({ decided }) =>
        [...decided.states].flatMap(([id, state]) =>
          state === 'OWN' ? id : [],
        ),
    );
    for (const id of await models.reviewsOf(workloads)) {
      changes.changed(id);
    }
  }

  /**
   * Tells workloads of versions that are not those known so far. The clock of a
   * system that is ahead makes nothing happen in the future.
   */
  async #tellVersions(
    source: MlLensModelSource['id'],
    facts: ReadonlyMap<string, Fact | null>,
    known: ReadonlyMap<string, KnownModel>,
    latestAt: string,
  ): Promise<void> {
    const { models, versions } = this.deps;
    const moved = [...facts.keys()]
      .map(name => ({ source, name }))
      .filter(model => {
        const before = known.get(modelKey(model))?.fact?.latest;
        const now = facts.get(model.name)?.latest;
        return before && now && before.version !== now.version;
      });
    for (const model of byModel(await models.claimsOn(moved))) {
      const { version, createdAt } = facts.get(model.name)!.latest!;
      for (const [workloadId, state] of model.decided.states) {
        if (state === 'OWN') {
          await versions.take(
            workloadId,
            {
              source,
              name: model.name,
              version,
              at: createdAt < latestAt ? createdAt : latestAt,
            },
            `model-source:${source}`,
          );
        }
      }
    }
  }
}

/** What a source said of a model: a fact, or why there is none. */
function readSaid(
  said: MlLensModelFact | MlLensModelProblem,
  { title }: MlLensModelSource,
):
  | { name: string; fact: Fact; problem?: undefined; details?: undefined }
  | { name: string; problem: string; details?: string } {
  const problem = problemSchema.safeParse(said);
  if (problem.success) {
    return problem.data;
  }
  const { data: fact, error } = factSchema.safeParse(said);
  return fact
    ? { name: fact.name, fact }
    : {
        name: String(said.name),
        // Something is there: it is not said to be missing.
        problem: `What ${title} says cannot be shown`,
        details: z.prettifyError(error),
      };
}

/** What a source says, and in the end why it could say no more. */
async function* saidBy(
  source: MlLensModelSource,
  request: MlLensModelRequest,
): AsyncGenerator<MlLensModelFact | MlLensModelProblem | Error> {
  try {
    yield* source.read(request);
  } catch (error) {
    yield toError(error);
  }
}
