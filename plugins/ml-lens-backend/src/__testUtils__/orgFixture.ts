// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { compileLens } from '@ml-lens/lens-model';
import fc from 'fast-check';
import { Knex } from 'knex';
import { OrgService } from '../org/OrgService';
import { OrgReader } from '../org/query/OrgReader';
import { Freshness } from '../reviews/Freshness';
import { versionBefore } from '../reviews/projection/fold';
import type { WorkloadRecord } from '../workloads/records';
import { ModelReview, OrgModel, RETIRED } from './orgModel';
import {
  accessOf,
  lensesOf,
  onlyWorkloads,
  phasedLens,
  projectionsOf,
  reviewsOn,
  workloadRecord,
} from './reviewFixtures';
import { laterLens } from './serviceFixtures';

const OTHER = phasedLens({ id: 'other', version: '1', name: 'Other' });
/** Version 2 of the phased lens has other questions; a lens beside it. */
const DOCUMENTS = [OTHER, laterLens(), phasedLens()];

const QUESTIONS = ['goal', 'data', 'label', 'drift', 'audit'];
const OWNERS = ['group:default/science', 'group:default/fraud', null];
const LIFECYCLES = ['production', 'experimental', 'deprecated', null];
const TAGS = ['nlp', 'vision', 'tabular'];

/** A workload as the catalog could describe it. */
const workload = fc.record({
  title: fc.constantFrom('Ranking', 'ranking', 'Fraud', '価格'),
  owner: fc.constantFrom(...OWNERS),
  system: fc.constantFrom('system:default/x', 'system:default/y', null),
  domain: fc.constantFrom('domain:default/d', null),
  lifecycle: fc.constantFrom(...LIFECYCLES),
  tags: fc.subarray(TAGS),
  lensIds: fc.constantFrom<string[][]>(
    ['phased'],
    ['phased', 'other'],
    ['other'],
  ),
});

/** Something somebody said, some time after what was said before. */
const happening = fc.record({
  workload: fc.nat(),
  lens: fc.constantFrom('phased', 'other'),
  hours: fc.constantFrom(0, 0, 1, 20, 24 * 6, 24 * 40),
  lensVersion: fc.constantFrom(undefined, undefined, '1', '2'),
  question: fc.constantFrom(...QUESTIONS),
  choices: fc.constantFrom<string[][]>([], ['a'], ['b'], ['a', 'b'], ['no']),
  moot: fc.constantFrom(undefined, undefined, 'a', 'b'),
  notApplicable: fc.constantFrom(false, false, false, true),
});

/** After all that can have happened: 90 times 40 days. */
const clock = () => '2036-01-01T00:00:00.000Z';

/** An organisation with its past. */
export const organisation = fc.record({
  workloads: fc.array(workload, { minLength: 1, maxLength: 14 }),
  happenings: fc.array(happening, { maxLength: 90, size: 'max' }),
});
export type Organisation = typeof organisation extends fc.Arbitrary<infer T>
  ? T
  : never;

const documentOf = (lens: string, version: string) =>
  DOCUMENTS.find(({ id, version: v }) => id === lens && v === version);

function linesOf(
  { happenings }: Organisation,
  records: readonly WorkloadRecord[],
): string[] {
  let time = Date.parse('2026-01-05T10:00:00Z');
  return happenings.flatMap(event => {
    time += event.hours * 3_600_000;
    const record = records[event.workload % records.length];
    const lensVersion = event.lens === 'phased' ? event.lensVersion : undefined;
    const asked = documentOf(event.lens, lensVersion ?? '1')!
      .pillars.flatMap(pillar => pillar.questions)
      .find(({ id }) => id === event.question);
    const has = (choice: string) =>
      asked?.choices.some(({ id }) => id === `${event.question}_${choice}`);
    if (!record.lensIds.includes(event.lens) || !asked) {
      return [];
    }
    const moot =
      event.moot && !event.choices.includes(event.moot) && has(event.moot)
        ? [{ choiceId: `${event.question}_${event.moot}`, reason: 'OTHER' }]
        : [];
    return [
      JSON.stringify({
        type: 'answer',
        workload: record.workloadId,
        lens: event.lens,
        lensVersion: lensVersion ?? '1',
        question: event.question,
        at: new Date(time).toISOString(),
        by: 'user:default/kim',
        selectedChoices: event.choices
          .filter(has)
          .map(choice => `${event.question}_${choice}`),
        notApplicableChoices: moot,
        notApplicable: event.notApplicable ? { reason: 'OTHER' } : null,
      }),
    ];
  });
}

/** Forgets an organisation, so that the next one begins with nothing. */
export async function clearOrganisation(knex: Knex): Promise<void> {
  for (const table of [
    'answer_events',
    'workloads',
    'workload_tags',
    ...Object.keys(await projectionsOf(knex)),
  ]) {
    await knex(table).delete();
  }
}

/**
 * Stores an organisation; gives its services and its model. The services have
 * seen the first half of what happened, and how the workloads were before.
 */
export async function buildOrganisation(
  knex: Knex,
  described: Organisation,
  visible?: ReadonlySet<string>,
) {
  const lenses = lensesOf(...DOCUMENTS);
  const filter = visible && onlyWorkloads(() => [...visible]);
  const access = accessOf({ listFilter: async () => filter });
  const reviews = reviewsOn(knex, { lenses, access, clock });
  const reader = new OrgReader({
    clock,
    knex,
    access,
    lenses,
    freshness: new Freshness({ days: 90 }, RETIRED, { days: 60 }),
  });
  const records = described.workloads.map((fields, index) =>
    workloadRecord(`w-${index}`, fields),
  );
  const lines = linesOf(described, records);
  const half = Math.ceil(lines.length / 2);
  const importAll = async (some: readonly string[]) => {
    if (some.length > 0) {
      await reviews.importer.import(some.join('\n'));
    }
  };
  await reviews.addWorkloads(
    ...records.map(record => ({ ...record, owner: null, tags: ['old'] })),
  );
  await importAll(lines.slice(0, half));
  await reader.columns.days();
  await reader.columns.at('2026-02-20T12:00:00.000Z');
  await reviews.addWorkloads(...records);
  await importAll(lines.slice(half));

  const stored: ModelReview[] = [];
  for (const record of records) {
    for (const row of await reviews.store.reviewsOf(record.workloadId)) {
      const events = await reviews.store.events.list(row.review_id);
      stored.push({
        record,
        lensId: row.lens_id,
        firstVersion: versionBefore(events, row.lens_version),
        events,
      });
    }
  }
  return {
    ...reviews,
    access,
    reader,
    org: new OrgService({ reader }),
    model: new OrgModel(stored, (lensId, version) =>
      compileLens(documentOf(lensId, version)!, { id: lensId, version }),
    ),
  };
}

const GAPS = QUESTIONS.flatMap(question => [
  `phased/${question}/${question}_a`,
  `other/${question}/${question}_b`,
]);

/** Filters as people could set them; several at once are rare. */
export const someFilters = fc
  .subarray(
    [
      { lens: ['phased'] },
      { owner: ['group:default/science'] },
      { owner: [''] },
      { system: ['system:default/x', 'system:default/y'] },
      { domain: ['domain:default/d'] },
      { lifecycle: ['production'] },
      { level: ['Not assessed', 'Managed'] },
      { tag: ['nlp', 'vision'] },
      { tag: ['', 'nlp'] },
      { risk: ['HIGH'] },
      { risk: ['MEDIUM', 'UNANSWERED'] },
      { score: ['0-49', ''] },
      { coverage: ['50-100'] },
      { coverage: ['0-10', '20-50'] },
      { gap: GAPS },
      { phase: ['frame:COMPLETE', 'run:AT_RISK'] },
      { q: 'rank' },
      { workload: ['w-0', 'w-3', 'w-9'] },
    ] as Record<string, string | string[]>[],
    { maxLength: 2 },
  )
  .map(parts => Object.assign({}, ...parts));

/** Everything, or some of the workloads. */
export const someSight = fc.option(
  fc.subarray(Array.from({ length: 14 }, (_, index) => `w-${index}`)),
  { nil: undefined },
);
