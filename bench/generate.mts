// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

/*
 * An organisation of a given size. The first workloads get their past through
 * the importer of history files, so that every row is one the product writes;
 * the rest are copies of them by SQL, with owners, systems and tags of their
 * own, because folding millions of events would take longer than measuring.
 */
import {
  builtinLensFiles,
  DefaultLensService,
  ensureReviews,
  HistoryImporter,
  insertAll,
  LensLoader,
  LensStore,
  ReviewStore,
  systemClock,
  WorkloadStore,
} from './sources.mts';

export const LENSES = ['aws-ml-lens', 'second-lens', 'third-lens'];

/** Workloads whose history is imported; the others are copies. */
const IMPORTED = 500;
/** Workloads imported at a time. */
const STEP = 50;
/** How long ago the first reviews began, unless told. */
const YEARS = 2;
const DAY = 86_400_000;
const TAGS = ['nlp', 'vision', 'tabular', 'ranking', 'forecast', 'speech'];
const LIFECYCLES = ['production', 'experimental', 'deprecated'];

/** Numbers that are the same in every run. */
export function numbers(seed = 42): (below: number) => number {
  let state = seed;
  return below => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 4294967296) * below);
  };
}

export interface Organisation {
  lenses: any;
  workloads: number;
  reviews: number;
  events: number;
  seconds: number;
}

export async function generate(
  knex: any,
  options: {
    workloads: number;
    /** Answers per review, on average. */
    answers: number;
    /** How many of {@link LENSES} each workload has; all unless told. */
    lenses?: number;
    /** How long ago the first reviews began. */
    years?: number;
    say: (text: string) => void;
  },
): Promise<Organisation> {
  const started = Date.now();
  const lenses = await publishLenses(knex);
  const imported = Math.min(options.workloads, IMPORTED);
  const lensIds = LENSES.slice(0, options.lenses);
  await importWorkloads(knex, lenses, imported, {
    answers: options.answers,
    years: options.years ?? YEARS,
    lensIds,
  });
  options.say(`imported ${imported} workloads in ${since(started)} s`);
  await copyWorkloads(knex, imported, options.workloads, lensIds);
  const [{ reviews }] = await knex('reviews').count({ reviews: '*' });
  const [{ events }] = await knex('answer_events').count({ events: '*' });
  return {
    lenses,
    workloads: options.workloads,
    reviews: Number(reviews),
    events: Number(events),
    seconds: since(started),
  };
}

function since(started: number): number {
  return Math.round((Date.now() - started) / 100) / 10;
}

async function publishLenses(knex: any) {
  const store = new LensStore(knex);
  const service = new DefaultLensService({ store, levels: undefined });
  const quiet = { info() {}, debug() {}, warn: console.warn, error() {} };
  async function* files() {
    for await (const file of builtinLensFiles()) {
      yield { ...file, origin: 'builtin' };
      if (file.target.includes('2025')) {
        for (const id of LENSES.slice(1)) {
          yield {
            target: `${id}.yaml`,
            text: file.text.replace(/^id: .*$/m, `id: ${id}`),
            origin: 'builtin',
          };
        }
      }
    }
  }
  await new LensLoader({
    store,
    service,
    logger: quiet,
    clock: systemClock,
  }).load(files());
  return service;
}

function recordOf(index: number, total: number, lensIds: string[]) {
  const pad = String(index).padStart(6, '0');
  const team = index % Math.max(10, Math.round(total / 40));
  return {
    workloadId: `w-${pad}`,
    title: `Workload ${(index * 7919) % 1_000_003} ${pad}`,
    description: null,
    primaryEntityRef: `component:default/w-${pad}`,
    owner: `group:default/team-${team}`,
    system: `system:default/system-${team % 60}`,
    domain: `domain:default/domain-${team % 12}`,
    lifecycle: LIFECYCLES[index % 3],
    tags: [TAGS[index % 6], TAGS[(index + 1 + (index % 4)) % 6]].filter(
      (tag, at, all) => all.indexOf(tag) === at,
    ),
    lensIds,
    awsWorkloadArn: null,
    problems: [],
  };
}

async function importWorkloads(
  knex: any,
  lenses: any,
  count: number,
  past: { answers: number; years: number; lensIds: string[] },
) {
  const { lensIds } = past;
  const workloads = new WorkloadStore(knex);
  const importer = new HistoryImporter({
    clock: systemClock,
    workloads,
    reviews: new ReviewStore(knex),
    lenses,
  });
  const compiled = await Promise.all(
    lensIds.map(id => lenses.latestPublished(id)),
  );
  const published = {
    lenses: new Map(compiled.map(lens => [lens.id, lens])),
    levels: (lens: any) => lenses.levels(lens),
  };
  const next = numbers();
  for (let start = 0; start < count; start += STEP) {
    const records = Array.from(
      { length: Math.min(STEP, count - start) },
      (_, offset) => recordOf(start + offset, count, lensIds),
    );
    await workloads.transaction(async (tx: any) => {
      const at = new Date().toISOString();
      await workloads.saveWorkloads(tx, records, at);
      await ensureReviews(
        tx,
        published,
        records.map(({ workloadId }) => workloadId),
        at,
      );
    });
    const lines = records.flatMap(({ workloadId }) =>
      compiled.flatMap(lens => pastOf(workloadId, lens, past, next)),
    );
    await importer.import(lines.map(line => JSON.stringify(line)).join('\n'));
  }
}

/** A review is answered in sessions of an hour, some weeks apart. */
function pastOf(
  workload: string,
  lens: any,
  { answers, years }: { answers: number; years: number },
  next: (below: number) => number,
) {
  const lines = [];
  const total = Math.round((answers * (50 + next(101))) / 100);
  let at = Date.now() - years * 365 * DAY + next(400) * DAY;
  while (lines.length < total) {
    const session = Math.min(3 + next(8), total - lines.length);
    for (let done = 0; done < session; done++) {
      at += 60_000 * (2 + next(6));
      const question = lens.questions[next(lens.questions.length)];
      const practices = question.choices.filter(
        ({ id }: { id: string }) => id !== question.noneOfTheseId,
      );
      const met = practices.filter(() => next(100) < 65);
      const selected =
        met.length > 0
          ? met.map(({ id }: { id: string }) => id)
          : [question.noneOfTheseId ?? practices[0].id];
      lines.push({
        type: 'answer',
        workload,
        lens: lens.id,
        question: question.id,
        at: new Date(at).toISOString(),
        by: 'user:default/bench',
        selectedChoices: selected,
        notApplicable: next(25) === 0 ? { reason: 'OUT_OF_SCOPE' } : null,
        notes: 'Discussed with the team; see the runbook for the details.',
      });
    }
    at += (7 + next(60)) * DAY;
    if (at > Date.now() - DAY) {
      at = Date.now() - DAY * (2 + next(20));
      break;
    }
  }
  return lines;
}

/** Tables of reviews, with what of them names the workload. */
const COPIED = [
  'reviews',
  'scorecards',
  'scorecard_history',
  'answers',
  'answer_events',
  'phase_iterations',
];

async function copyWorkloads(
  knex: any,
  imported: number,
  total: number,
  lensIds: string[],
) {
  const records = [];
  for (let index = imported; index < total; index++) {
    records.push({
      ...recordOf(index, total, lensIds),
      source: index % imported,
    });
  }
  if (records.length === 0) {
    return;
  }
  await knex.schema.createTable('bench_copies', (table: any) => {
    table.text('source').notNullable();
    table.text('workload_id').notNullable();
    for (const column of COPIED_COLUMNS) {
      table.text(column);
    }
  });
  await insertAll(
    knex,
    'bench_copies',
    records.map(record => ({
      source: `w-${String(record.source).padStart(6, '0')}`,
      workload_id: record.workloadId,
      title: record.title,
      title_sort: record.title.toLowerCase(),
      owner_ref: record.owner,
      system_ref: record.system,
      domain_ref: record.domain,
      lifecycle: record.lifecycle,
      tags: JSON.stringify(record.tags),
      primary_entity_ref: record.primaryEntityRef,
    })),
  );
  await knex.schema.alterTable('bench_copies', (table: any) => {
    table.index(['source']);
  });
  await knex.transaction(async (tx: any) => {
    await insertAll(
      tx,
      'workload_tags',
      records.flatMap(({ workloadId, tags }) =>
        tags.map(tag => ({ workload_id: workloadId, tag })),
      ),
    );
    await copy(tx, 'workloads', 't.workload_id = c.source', imported);
    for (const table of COPIED) {
      await copy(tx, table, `substr(t.review_id, 1, 8) = c.source`, imported);
    }
  });
  await knex.schema.dropTable('bench_copies');
}

const COPIED_COLUMNS = [
  'title',
  'title_sort',
  'owner_ref',
  'system_ref',
  'domain_ref',
  'lifecycle',
  'tags',
  'primary_entity_ref',
];

async function copy(tx: any, table: string, on: string, imported: number) {
  const columns = Object.keys(await tx(table).columnInfo());
  const values = columns.map(column => {
    if (column === 'review_id') {
      return 'c.workload_id || substr(t.review_id, 9)';
    }
    const own =
      column === 'workload_id' ||
      (['workloads', 'scorecards'].includes(table) &&
        COPIED_COLUMNS.includes(column));
    return own ? `c."${column}"` : `t."${column}"`;
  });
  const last = `w-${String(imported - 1).padStart(6, '0')}`;
  const key = table === 'workloads' ? 't.workload_id' : 't.review_id';
  await tx.raw(
    `insert into "${table}" (${columns
      .map(column => `"${column}"`)
      .join(', ')}) select ${values.join(
      ', ',
    )} from "${table}" t join bench_copies c on ${on} where ${key} <= ?`,
    [`${last}~`],
  );
}
