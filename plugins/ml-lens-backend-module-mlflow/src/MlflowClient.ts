// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { mlLensFetchJson } from '@ml-lens/backstage-plugin-ml-lens-node';
import { z } from 'zod';
import type { MlflowServer } from './config';

/** Most that one answer of the registry may hold, as MLflow has it. */
const MODELS_PER_PAGE = 1000;
const VERSIONS_PER_PAGE = 2000;
const RUNS_PER_QUESTION = 100;
const EXPERIMENTS_PER_PAGE = 1000;

// Protobuf's JSON gives 64-bit numbers as numbers or as texts.
const millis = z.coerce.number();

const modelSchema = z.object({
  name: z.string(),
  description: z.string().optional(),
  aliases: z
    .array(z.object({ alias: z.string(), version: z.coerce.string() }))
    .optional(),
});
const versionSchema = z.object({
  name: z.string(),
  version: z.coerce.string(),
  creation_timestamp: millis,
  current_stage: z.string().optional(),
  description: z.string().optional(),
  run_id: z.string().optional(),
  status: z.string().optional(),
});
const runSchema = z.object({
  info: z.object({
    run_id: z.string(),
    end_time: millis.optional(),
    status: z.string().optional(),
  }),
  inputs: z
    .object({ dataset_inputs: z.array(z.unknown()).optional() })
    .optional(),
});

export type RegisteredModel = z.infer<typeof modelSchema>;
export type ModelVersion = z.infer<typeof versionSchema>;
export type Run = z.infer<typeof runSchema>;

const token = { next_page_token: z.string().optional() };
const modelsSchema = z.object({
  registered_models: z.array(modelSchema).default([]),
  ...token,
});
const versionsSchema = z.object({
  model_versions: z.array(versionSchema).default([]),
  ...token,
});
const experimentsSchema = z.object({
  experiments: z.array(z.object({ experiment_id: z.string() })).default([]),
  ...token,
});
const runsSchema = z.object({ runs: z.array(runSchema).default([]), ...token });

/** The REST API 2.0 of a tracking server, as far as it is needed. */
export class MlflowClient {
  readonly id: string;

  constructor(private readonly server: MlflowServer) {
    this.id = server.id;
  }

  /** Where people see a model, or a version of it. */
  pageOf(name: string, version?: string): string {
    const path = `${this.server.webUrl}/#/models/${encodeURIComponent(name)}`;
    return version === undefined ? path : `${path}/versions/${version}`;
  }

  /** One registered model; undefined where there is none. */
  async model(
    name: string,
    signal: AbortSignal,
  ): Promise<RegisteredModel | undefined> {
    const found = await this.#ask('registered-models/get', signal, { name });
    return found === undefined
      ? undefined
      : this.#read(z.object({ registered_model: modelSchema }), found)
          .registered_model;
  }

  /** Every registered model, a page at a time. */
  async *models(signal: AbortSignal): AsyncGenerator<RegisteredModel[]> {
    const query = { max_results: `${MODELS_PER_PAGE}` };
    for await (const page of this.#pages(
      'registered-models/search',
      modelsSchema,
      signal,
      query,
    )) {
      yield page.registered_models;
    }
  }

  /** Versions of a model, or of all of them, a page at a time. */
  async *versions(
    signal: AbortSignal,
    name?: string,
  ): AsyncGenerator<ModelVersion[]> {
    const query = {
      max_results: `${VERSIONS_PER_PAGE}`,
      ...(name !== undefined && { filter: `name=${quoted(name)}` }),
    };
    for await (const page of this.#pages(
      'model-versions/search',
      versionsSchema,
      signal,
      query,
    )) {
      yield page.model_versions;
    }
  }

  /** Runs by id, in whichever experiment; those that are there. */
  async runs(ids: readonly string[], signal: AbortSignal): Promise<Run[]> {
    if (ids.length === 0) {
      return [];
    }
    const experiments: string[] = [];
    for await (const page of this.#pages(
      'experiments/search',
      experimentsSchema,
      signal,
      { max_results: `${EXPERIMENTS_PER_PAGE}` },
    )) {
      experiments.push(
        ...page.experiments.map(({ experiment_id }) => experiment_id),
      );
    }
    const runs: Run[] = [];
    for (let start = 0; start < ids.length; start += RUNS_PER_QUESTION) {
      const some = ids.slice(start, start + RUNS_PER_QUESTION);
      const found = await this.#ask('runs/search', signal, undefined, {
        experiment_ids: experiments,
        filter: `attributes.run_id IN (${some.map(quoted).join(',')})`,
        max_results: RUNS_PER_QUESTION,
      });
      runs.push(...this.#read(runsSchema, found ?? {}).runs);
    }
    return runs;
  }

  async *#pages<Schema extends z.ZodType<{ next_page_token?: string }>>(
    method: string,
    schema: Schema,
    signal: AbortSignal,
    query: Record<string, string>,
  ): AsyncGenerator<z.infer<Schema>> {
    let next: string | undefined;
    do {
      const page = this.#read(
        schema,
        (await this.#ask(method, signal, {
          ...query,
          ...(next && { page_token: next }),
        })) ?? {},
      );
      yield page;
      next = page.next_page_token || undefined;
    } while (next);
  }

  async #ask(
    method: string,
    signal: AbortSignal,
    query?: Record<string, string>,
    body?: object,
  ): Promise<unknown> {
    const { baseUrl, headers } = this.server;
    const search = query ? `?${new URLSearchParams(query)}` : '';
    return await mlLensFetchJson(
      `${baseUrl}/api/2.0/mlflow/${method}${search}`,
      {
        title: this.#title,
        headers,
        body,
        signal,
      },
    );
  }

  #read<Schema extends z.ZodType>(schema: Schema, said: unknown) {
    const { success, data } = schema.safeParse(said);
    if (!success) {
      throw new Error(`${this.#title} gave an answer of another shape`);
    }
    return data;
  }

  get #title(): string {
    return `MLflow '${this.id}'`;
  }
}

/** A text of MLflow's filters. */
function quoted(text: string): string {
  return text.includes("'") ? `"${text}"` : `'${text}'`;
}
