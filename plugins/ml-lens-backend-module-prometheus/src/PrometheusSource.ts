/*
 * Copyright 2026 The ML Lens Authors
 *
 * Licensed under the Apache License, Version 2.0 (the "License");
 * you may not use this file except in compliance with the License.
 * You may obtain a copy of the License at
 *
 *     http://www.apache.org/licenses/LICENSE-2.0
 */
import {
  mlLensFetchJson,
  type MlLensModelFact,
  type MlLensModelRequest,
  type MlLensModelSource,
} from '@ml-lens/backstage-plugin-ml-lens-node';
import { z } from 'zod';
import type { PrometheusConfig } from './config';

const labels = z.record(z.string(), z.string());

const rulesSchema = z.object({
  data: z.object({
    groups: z.array(
      z.object({
        rules: z.array(
          z.object({
            type: z.string(),
            query: z.string(),
            labels: labels.default({}),
            alerts: z
              .array(z.object({ state: z.string(), labels }))
              .default([]),
          }),
        ),
      }),
    ),
  }),
});
const seriesSchema = z.object({
  data: z.object({
    result: z.array(
      z.object({
        metric: labels,
        value: z.tuple([z.number(), z.string()]),
      }),
    ),
  }),
});
const alertsSchema = z.array(
  z.object({ labels, status: z.object({ state: z.string() }) }),
);

/** What is gathered of a job. */
interface Job {
  rules: number;
  firing: number;
  /** Whether any of its targets answers; undefined where it has none. */
  up: boolean | undefined;
}

/**
 * Jobs of Prometheus: how many rules raise alarms about each, how many of them
 * fire, and whether its targets give any data at all. Three questions, however
 * many jobs are named.
 */
export class PrometheusSource implements MlLensModelSource {
  readonly id = 'prometheus';
  readonly title = 'Prometheus';
  readonly schedule: MlLensModelSource['schedule'];

  constructor(private readonly config: PrometheusConfig) {
    this.schedule = { frequency: config.frequency, timeout: { minutes: 10 } };
  }

  async *read({
    names,
    signal,
  }: MlLensModelRequest): AsyncGenerator<MlLensModelFact> {
    const jobs = new Map(
      names.map((name): [string, Job] => [
        name,
        { rules: 0, firing: 0, up: undefined },
      ]),
    );
    await this.#countRules(jobs, signal);
    await this.#countSeries(jobs, signal);
    if (this.config.alertmanagerUrl) {
      await this.#countUnsilenced(jobs, signal);
    }
    for (const [name, { rules, firing, up }] of jobs) {
      if (rules > 0 || up !== undefined) {
        yield {
          name,
          url: `${this.config.webUrl}/alerts`,
          alarms: { rules, firing, silent: up ? 0 : 1 },
        };
      }
    }
  }

  async #countRules(jobs: ReadonlyMap<string, Job>, signal: AbortSignal) {
    const { data } = await this.#ask('rules?type=alert', rulesSchema, signal);
    for (const { rules } of data.groups) {
      for (const rule of rules) {
        for (const name of jobsOf(rule)) {
          const job = jobs.get(name);
          if (job) {
            job.rules += 1;
          }
        }
        for (const alert of rule.alerts) {
          const job = jobs.get(alert.labels.job ?? rule.labels.job ?? '');
          if (job && alert.state === 'firing') {
            job.firing += 1;
          }
        }
      }
    }
  }

  async #countSeries(jobs: ReadonlyMap<string, Job>, signal: AbortSignal) {
    const query = encodeURIComponent('max by (job) (up)');
    const { data } = await this.#ask(
      `query?query=${query}`,
      seriesSchema,
      signal,
    );
    for (const { metric, value } of data.result) {
      const job = jobs.get(metric.job ?? '');
      if (job) {
        job.up = value[1] !== '0';
      }
    }
  }

  /** Alarms that somebody has silenced do not fire. */
  async #countUnsilenced(jobs: ReadonlyMap<string, Job>, signal: AbortSignal) {
    const { alertmanagerUrl, headers } = this.config;
    const said = await mlLensFetchJson(`${alertmanagerUrl}/api/v2/alerts`, {
      title: 'Alertmanager',
      headers,
      signal,
    });
    const { data } = alertsSchema.safeParse(said);
    if (!data) {
      throw new Error('Alertmanager gave an answer of another shape');
    }
    jobs.forEach(job => {
      job.firing = 0;
    });
    for (const alert of data) {
      const job = jobs.get(alert.labels.job ?? '');
      if (job && alert.status.state === 'active') {
        job.firing += 1;
      }
    }
  }

  async #ask<Schema extends z.ZodType>(
    path: string,
    schema: Schema,
    signal: AbortSignal,
  ): Promise<z.infer<Schema>> {
    const { baseUrl, headers } = this.config;
    const said = await mlLensFetchJson(`${baseUrl}/api/v1/${path}`, {
      title: 'Prometheus',
      headers,
      signal,
    });
    const { success, data } = schema.safeParse(said);
    if (!success) {
      throw new Error('Prometheus gave an answer of another shape');
    }
    return data;
  }
}

/** Jobs that a rule is about: those it names, and those its label says. */
function jobsOf(rule: {
  query: string;
  labels: Record<string, string>;
}): Set<string> {
  const named = [...rule.query.matchAll(/\bjob\s*=~?\s*"([^"]+)"/g)].flatMap(
    ([, text]) => text.split('|'),
  );
  return new Set(rule.labels.job ? [...named, rule.labels.job] : named);
}
