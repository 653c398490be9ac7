// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { durationToMilliseconds } from '@backstage/types';
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
const silencesSchema = z.array(
  z.object({
    startsAt: z.iso.datetime({ offset: true }),
    endsAt: z.iso.datetime({ offset: true }),
    matchers: z.array(
      z.object({
        name: z.string(),
        value: z.string(),
        isRegex: z.boolean(),
        isEqual: z.boolean().default(true),
      }),
    ),
  }),
);
type Silence = z.infer<typeof silencesSchema>[number];
const alertsSchema = z.array(
  z.object({ labels, status: z.object({ state: z.string() }) }),
);

/** What is gathered of a job. */
interface Job {
  rules: number;
  firing: number;
  /** Whether any of its targets answers; undefined where it has none. */
  up: boolean | undefined;
  /** When an alarm last fired, in milliseconds. */
  firedAt: number | undefined;
}

/**
 * How far back alarms are looked for that no longer fire, in runs: one that is
 * late or fails forgets none.
 */
const RUNS_BACK = 3;
/** Moments of that time that are looked at; what is shorter may be missed. */
const STEPS_BACK = 360;

/**
 * Jobs of Prometheus: how many rules raise alarms about each, how many of them
 * fire or did since the last run, and whether its targets give any data at all. A
 * few questions, however many jobs are named.
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
        { rules: 0, firing: 0, up: undefined, firedAt: undefined },
      ]),
    );
    await this.#countRules(jobs, signal);
    await this.#countSeries(jobs, signal);
    await this.#lookBack(jobs, signal);
    const { alertmanagerUrl } = this.config;
    if (alertmanagerUrl) {
      await this.#countUnsilenced(jobs, alertmanagerUrl, signal);
      await this.#forgetSilenced(jobs, alertmanagerUrl, signal);
    }
    for (const [name, { rules, firing, up, firedAt }] of jobs) {
      if (rules > 0 || up !== undefined) {
        yield {
          name,
          url: `${this.config.webUrl}/alerts`,
          alarms: {
            rules,
            firing,
            silent: up ? 0 : 1,
            ...(firing === 0 &&
              firedAt !== undefined && {
                lastFiredAt: new Date(firedAt).toISOString(),
              }),
          },
        };
      }
    }
  }

  async #countRules(jobs: ReadonlyMap<string, Job>, signal: AbortSignal) {
    const { data } = await this.#ask(
      'Prometheus',
      `${this.config.baseUrl}/api/v1/rules?type=alert`,
      rulesSchema,
      signal,
    );
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
    await this.#query('max by (job) (up)', signal, (name, value) => {
      const job = jobs.get(name);
      if (job) {
        job.up = value !== 0;
      }
    });
  }

  /** Finds alarms that began and ended since it was last asked. */
  async #lookBack(jobs: ReadonlyMap<string, Job>, signal: AbortSignal) {
    const seconds =
      (RUNS_BACK * durationToMilliseconds(this.config.frequency)) / 1000;
    // Looked at in steps that are the same for every run, so that the moment
    // found for an alarm that has ended stays the same.
    const step = Math.max(1, Math.ceil(seconds / STEPS_BACK));
    await this.#query(
      `max by (job) (max_over_time(timestamp(ALERTS{alertstate="firing"})[${Math.ceil(
        seconds,
      )}s:${step}s]))`,
      signal,
      (name, value) => {
        const job = jobs.get(name);
        if (job) {
          job.firedAt = value * 1000;
        }
      },
    );
  }

  /** Alarms that somebody has silenced do not fire. */
  async #countUnsilenced(
    jobs: ReadonlyMap<string, Job>,
    alertmanagerUrl: string,
    signal: AbortSignal,
  ) {
    const alerts = await this.#ask(
      'Alertmanager',
      `${alertmanagerUrl}/api/v2/alerts`,
      alertsSchema,
      signal,
    );
    jobs.forEach(job => {
      job.firing = 0;
    });
    for (const alert of alerts) {
      const job = jobs.get(alert.labels.job ?? '');
      if (job && alert.status.state === 'active') {
        job.firing += 1;
      }
    }
  }

  /** Alarms that may have been silenced when they last fired did not fire. */
  async #forgetSilenced(
    jobs: ReadonlyMap<string, Job>,
    alertmanagerUrl: string,
    signal: AbortSignal,
  ) {
    const silences = await this.#ask(
      'Alertmanager',
      `${alertmanagerUrl}/api/v2/silences`,
      silencesSchema,
      signal,
    );
    for (const [name, job] of jobs) {
      const { firedAt } = job;
      if (
        firedAt !== undefined &&
        silences.some(silence => mayHaveSilenced(silence, name, firedAt))
      ) {
        job.firedAt = undefined;
      }
    }
  }

  /** Asks for the value of each job now. */
  async #query(
    query: string,
    signal: AbortSignal,
    each: (job: string, value: number) => void,
  ) {
    const { data } = await this.#ask(
      'Prometheus',
      `${this.config.baseUrl}/api/v1/query?query=${encodeURIComponent(query)}`,
      seriesSchema,
      signal,
    );
    for (const { metric, value } of data.result) {
      each(metric.job ?? '', Number(value[1]));
    }
  }

  /** Asks one of the two; their answers come with the same credentials. */
  async #ask<Schema extends z.ZodType>(
    title: 'Prometheus' | 'Alertmanager',
    url: string,
    schema: Schema,
    signal: AbortSignal,
  ): Promise<z.infer<Schema>> {
    const { headers } = this.config;
    const said = await mlLensFetchJson(url, { title, headers, signal });
    const { success, data } = schema.safeParse(said);
    if (!success) {
      throw new Error(`${title} gave an answer of another shape`);
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

/**
 * Whether a silence was in force and may have been about a job: what it says of
 * other labels is not known of an alarm that is over.
 */
function mayHaveSilenced(
  { startsAt, endsAt, matchers }: Silence,
  job: string,
  at: number,
): boolean {
  return (
    Date.parse(startsAt) <= at &&
    at <= Date.parse(endsAt) &&
    matchers.every(
      ({ name, value, isRegex, isEqual }) =>
        name !== 'job' || isRegex || (value === job) === isEqual,
    )
  );
}
