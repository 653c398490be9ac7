// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import type { OrgRow } from '@ml-lens/backstage-plugin-ml-lens-common';
import { compileLens } from '@ml-lens/lens-model';
import { Readable } from 'node:stream';
import { buffer, text } from 'node:stream/consumers';
import { phasedLens } from '../../__testUtils__/reviewFixtures';
import { toCsv, toJson } from './exportRows';

const LENSES = [
  {
    lens: compileLens(phasedLens(), { id: 'phased', version: '1' }),
    scorecards: 2,
  },
];

const FULL: OrgRow = {
  workloadId: 'pricing',
  entityRef: 'component:default/pricing',
  title: 'Pricing',
  owner: 'group:default/science',
  system: 'system:default/shop',
  domain: 'domain:default/retail',
  lifecycle: 'production',
  tags: ['nlp', 'vision'],
  orphaned: false,
  retired: false,
  lens: { id: 'phased', version: '1' },
  score: 61,
  readiness: 72,
  currentPhase: 'prepare',
  coverage: 0.75,
  level: 'Defined',
  counts: { UNANSWERED: 1, HIGH: 2, MEDIUM: 3, NONE: 4, NOT_APPLICABLE: 5 },
  practices: { inPlace: 6, applicable: 8 },
  pillars: { security: 55, cost: null },
  phases: {
    frame: {
      status: 'COMPLETE',
      score: 100,
      targetDate: '2026-03-31',
      late: false,
      since: null,
    },
    prepare: {
      status: 'AT_RISK',
      score: 20,
      targetDate: null,
      late: false,
      since: '2026-02-01T08:00:00.000Z',
    },
  },
  updatedAt: '2026-02-03T10:00:00.000Z',
  toConfirm: 9,
  dueAt: '2026-05-04T10:00:00.000Z',
  models: {
    count: 10,
    noCard: 11,
    notApproved: 12,
    silent: 13,
    firing: 14,
    missing: 15,
  },
};

const EMPTY: OrgRow = {
  ...FULL,
  workloadId: 'lost',
  entityRef: null,
  title: 'Lost',
  owner: null,
  system: null,
  domain: null,
  lifecycle: null,
  tags: [],
  orphaned: true,
  score: null,
  readiness: null,
  currentPhase: null,
  pillars: {},
  phases: {},
  updatedAt: null,
  dueAt: null,
  models: null,
};

/** Every column of a file, with what the two rows say there. */
const CELLS = {
  workload: ['pricing', 'lost'],
  title: ['Pricing', 'Lost'],
  entity_ref: ['component:default/pricing', ''],
  owner: ['group:default/science', ''],
  system: ['system:default/shop', ''],
  domain: ['domain:default/retail', ''],
  lifecycle: ['production', ''],
  tags: ['nlp vision', ''],
  orphaned: ['false', 'true'],
  lens: ['phased', 'phased'],
  lens_version: ['1', '1'],
  score: ['61', ''],
  readiness: ['72', ''],
  current_phase: ['prepare', ''],
  coverage: ['0.75', '0.75'],
  level: ['Defined', 'Defined'],
  high: ['2', '2'],
  medium: ['3', '3'],
  none: ['4', '4'],
  unanswered: ['1', '1'],
  not_applicable: ['5', '5'],
  practices_in_place: ['6', '6'],
  practices_applicable: ['8', '8'],
  updated_at: ['2026-02-03T10:00:00.000Z', ''],
  due_at: ['2026-05-04T10:00:00.000Z', ''],
  to_confirm: ['9', '9'],
  models: ['10', ''],
  models_without_card: ['11', ''],
  models_not_approved: ['12', ''],
  models_silent: ['13', ''],
  models_firing: ['14', ''],
  models_missing: ['15', ''],
  'pillar:security:score': ['55', ''],
  'pillar:cost:score': ['', ''],
  'phase:frame:score': ['100', ''],
  'phase:frame:status': ['COMPLETE', ''],
  'phase:frame:target_date': ['2026-03-31', ''],
  'phase:frame:since': ['', ''],
  'phase:prepare:score': ['20', ''],
  'phase:prepare:status': ['AT_RISK', ''],
  'phase:prepare:target_date': ['', ''],
  'phase:prepare:since': ['2026-02-01T08:00:00.000Z', ''],
  'phase:run:score': ['', ''],
  'phase:run:status': ['', ''],
  'phase:run:target_date': ['', ''],
  'phase:run:since': ['', ''],
};

async function* batches(...rows: OrgRow[]) {
  for (const row of rows) {
    yield [row];
  }
}

const csvOf = (rows: AsyncIterable<OrgRow[]>) =>
  Readable.from(toCsv(rows, LENSES));

describe('Files of scorecards', () => {
  it('say in CSV what is known, each figure under its name', async () => {
    const lines = [
      Object.keys(CELLS),
      ...[0, 1].map(row => Object.values(CELLS).map(cells => cells[row])),
    ];
    // As bytes: decoding text takes its mark away.
    const csv = await buffer(csvOf(batches(FULL, EMPTY)));
    expect(csv.toString()).toBe(
      `\ufeff${lines.map(cells => `${cells.join(',')}\r\n`).join('')}`,
    );
  });

  it('are JSON as one list, however many batches there are', async () => {
    expect(JSON.parse(await text(toJson(batches(FULL, EMPTY))))).toEqual([
      FULL,
      EMPTY,
    ]);
    expect(await text(toJson(batches()))).toBe('[]\n');
  });

  it('end where their rows break off', async () => {
    async function* broken() {
      yield [FULL];
      throw new Error('The query was ended');
    }
    await expect(text(csvOf(broken()))).rejects.toThrow('The query was ended');
  });
});
