// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { mockErrorHandler, mockServices } from '@backstage/backend-test-utils';
import type { OrgRow } from '@ml-lens/backstage-plugin-ml-lens-common';
import { mlLensRoutes } from '@ml-lens/backstage-plugin-ml-lens-common/contract';
import express from 'express';
import { Knex } from 'knex';
import { once } from 'node:events';
import { createServer, get, IncomingMessage } from 'node:http';
import { AddressInfo } from 'node:net';
import { systemClock } from '../clock';
import { testDatabases } from '../__testUtils__/databases';
import {
  accessOf,
  caller,
  lensesOf,
  phasedLens,
  reviewsOn,
  workloadRecord,
} from '../__testUtils__/reviewFixtures';
import { closeApiRouter, createApiRouter } from '../http/server';
import { Freshness } from '../reviews/Freshness';
import { bindOrgRoutes } from './orgRoutes';
import { OrgService } from './OrgService';
import { OrgReader } from './query/OrgReader';

jest.setTimeout(300_000);

const databases = testDatabases();
const ROWS = 2_000;

/** Titles a spreadsheet would run, and others that need care. */
const TITLES = [
  '=HYPERLINK("http://example.org","Open")',
  '+1',
  '-2+3',
  '@SUM(A1)',
  '\ttab',
  '\rreturn',
  'a "quoted", cell',
  'two\nlines',
  '\u001b[31mred\u202egnp.exe',
  '価格予測',
];

/** An organisation on a database. */
async function fill(knex: Knex): Promise<OrgService> {
  const lenses = lensesOf(phasedLens());
  const reviews = reviewsOn(knex, { lenses });
  await reviews.addWorkloads(
    ...Array.from({ length: ROWS }, (_, index) =>
      workloadRecord(`w-${String(index).padStart(4, '0')}`, {
        title: TITLES[index] ?? `Workload ${index}`,
        tags: ['nlp', 'vision'],
      }),
    ),
  );
  return new OrgService({
    reader: new OrgReader({
      clock: systemClock,
      knex,
      access: accessOf(),
      lenses,
      freshness: new Freshness({ days: 90 }),
    }),
  });
}

/** The routes on a port, without the rest of the backend. */
async function serve(org: Pick<OrgService, 'rows'>) {
  const audited: object[] = [];
  const api = createApiRouter({
    httpAuth: mockServices.httpAuth(),
    auditor: mockServices.auditor.mock({
      createEvent: async () => ({
        success: async options => {
          audited.push(options?.meta ?? {});
        },
        fail: async () => {},
      }),
    }),
    access: accessOf(),
    logger: mockServices.logger.mock(),
    maxImportBytes: 1000,
  });
  bindOrgRoutes(api, { org } as Parameters<typeof bindOrgRoutes>[1]);
  closeApiRouter(api);
  const server = createServer(
    express().use(api.router).use(mockErrorHandler()),
  ).listen(0);
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const open = async (query: string): Promise<IncomingMessage> => {
    const sent = get(`http://localhost:${port}/scorecards/export?${query}`, {
      // A kept connection may be closed just as it is used again.
      agent: false,
    });
    const [response] = await once(sent, 'response');
    return response;
  };
  return { open, audited, close: () => server.close() };
}

async function textOf(response: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of response) {
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

describe.each(databases.ids)('the export on %s', id => {
  let knex: Knex;
  let world: Awaited<ReturnType<typeof serve>>;
  let org: OrgService;

  beforeAll(async () => {
    knex = await databases.create(id);
    org = await fill(knex);
    world = await serve(org);
  });
  beforeEach(() => {
    world.audited.length = 0;
  });
  afterAll(() => world.close());

  it('lets other requests have their turn between batches', async () => {
    const { batches } = await org.rows({}, { sort: 'title' }, caller);
    let turns = 0;
    let reading = true;
    const takeTurn = () => {
      turns += 1;
      if (reading) {
        setImmediate(takeTurn);
      }
    };
    takeTurn();
    let read = 0;
    for await (const batch of batches) {
      read += batch.length;
    }
    reading = false;
    expect(read).toBe(ROWS);
    expect(turns).toBeGreaterThanOrEqual(ROWS / 500);
  });

  it('gives every row as CSV that no spreadsheet runs', async () => {
    const response = await world.open('format=csv');
    expect(response.headers['content-type']).toMatch(/^text\/csv/);
    expect(response.headers['content-disposition']).toMatch(
      /^attachment; filename="scorecards-\d{4}-\d\d-\d\d\.csv"$/,
    );
    const text = await textOf(response);
    expect(text.startsWith('\uFEFFworkload,title,')).toBe(true);
    const lines = text.split('\r\n').filter(line => line !== '');
    expect(lines).toHaveLength(ROWS + 1);
    expect(lines[0]).toContain(
      'phase:frame:score,phase:frame:status,phase:frame:target_date',
    );
    const start = (workload: string) =>
      lines
        .find(line => line.startsWith(`${workload},`))!
        .split(',component')[0];
    expect(TITLES.map((_, index) => start(`w-000${index}`).slice(7))).toEqual([
      `"'=HYPERLINK(""http://example.org"",""Open"")"`,
      `'+1`,
      `'-2+3`,
      `'@SUM(A1)`,
      `'\ttab`,
      `"'\rreturn"`,
      `"a ""quoted"", cell"`,
      `"two\nlines"`,
      '⟨U+001B⟩[31mred⟨U+202E⟩gnp.exe',
      '価格予測',
    ]);
    expect(world.audited).toEqual([{ complete: true }]);
  });

  it('gives the rows of the list as JSON', async () => {
    const response = await world.open('format=json&sort=-title');
    expect(response.headers['content-type']).toMatch(/^application\/json/);
    const rows = JSON.parse(await textOf(response));
    expect(rows).toHaveLength(ROWS);
    expect(mlLensRoutes.exportScorecards.file?.parse(rows)).toEqual(rows);
    expect(rows[0].title).toBe('価格予測');
    const none = await world.open('format=json&q=no+such+thing');
    expect(JSON.parse(await textOf(none))).toEqual([]);
  });

  it('refuses what it cannot sort or read', async () => {
    for (const [query, field] of [
      ['format=xlsx', 'format'],
      ['sort=secret', 'sort'],
      ['at=yesterday', 'at'],
      ['phase=frame', 'phase'],
    ]) {
      const response = await world.open(query);
      expect(response.statusCode).toBe(400);
      expect(JSON.parse(await textOf(response)).error.message).toContain(field);
    }
  });
});

describe('a reader of the export', () => {
  const row: OrgRow = {
    workloadId: 'w',
    entityRef: null,
    title: 'W',
    owner: null,
    system: null,
    domain: null,
    lifecycle: null,
    tags: [],
    orphaned: false,
    retired: false,
    lens: { id: 'phased', version: '1' },
    score: null,
    readiness: null,
    currentPhase: null,
    coverage: 0,
    level: 'Not assessed',
    counts: { UNANSWERED: 0, HIGH: 0, MEDIUM: 0, NONE: 0, NOT_APPLICABLE: 0 },
    practices: { inPlace: 0, applicable: 0 },
    pillars: {},
    phases: {},
    updatedAt: null,
    toConfirm: 0,
    dueAt: null,
    models: null,
  };

  it.each(['csv', 'json'])(
    'gets the first of %s at once and, by leaving, ends the rest',
    async format => {
      let end = () => {};
      const ended = new Promise<void>(resolve => {
        end = resolve;
      });
      async function* endless() {
        try {
          for (;;) {
            yield Array.from({ length: 500 }, () => row);
          }
        } finally {
          end();
        }
      }
      const { open, audited, close } = await serve({
        rows: async () => ({
          day: '2026-01-01',
          batches: endless(),
          lenses: [],
        }),
      });
      const response = await open(`format=${format}`);
      const [first] = await once(response, 'data');
      expect(first.length).toBeGreaterThan(0);
      response.destroy();
      await ended;
      while (audited.length === 0) {
        await new Promise(resolve => setImmediate(resolve));
      }
      expect(audited).toEqual([{ complete: false }]);
      close();
    },
  );
});
