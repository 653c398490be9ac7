// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { InputError } from '@backstage/errors';
import type { OrgRow } from '@ml-lens/backstage-plugin-ml-lens-common';
import { text } from 'node:stream/consumers';
import { testDatabases } from '../__testUtils__/databases';
import {
  caller,
  lensesOf,
  phasedLens,
  reviewsOn,
  workloadRecord,
} from '../__testUtils__/reviewFixtures';
import type { ModelCountsRow } from '../workloads/modelCounts';
import { noteOrgChange } from '../workloads/orgChanges';
import { toCsv } from './query/exportRows';
import type { OrgFilters } from './query/orgFilters';

jest.setTimeout(120_000);

const databases = testDatabases();

const counts = (
  workload_id: string,
  said: Partial<ModelCountsRow> = {},
): ModelCountsRow => ({
  workload_id,
  models: 3,
  no_card: 0,
  not_approved: 0,
  silent: 0,
  firing: 0,
  missing: 0,
  ...said,
});

describe.each(databases.ids)('models in the organisation on %s', id => {
  it('are filtered by, shown and exported, and follow what changes', async () => {
    const knex = await databases.create(id);
    const reviews = reviewsOn(knex, { lenses: lensesOf(phasedLens()) });
    const ids = ['bare', 'fine', 'none', 'quiet'];
    await reviews.addWorkloads(...ids.map(name => workloadRecord(name)));
    const count = (...rows: ModelCountsRow[]) =>
      reviews.workloads.transaction(async tx => {
        await tx('model_counts').insert(rows).onConflict('workload_id').merge();
        await noteOrgChange(
          tx,
          rows.map(row => row.workload_id),
        );
      });
    await count(
      counts('bare', { no_card: 2, missing: 1 }),
      counts('fine'),
      counts('quiet', { silent: 1, not_approved: 3 }),
    );
    const page = async (filters: OrgFilters) =>
      (
        await reviews.scorecards.page(
          filters,
          { sort: 'title', limit: 20 },
          caller,
        )
      ).items;
    const found = async (...models: string[]) =>
      (await page({ models })).map(({ workloadId }) => workloadId).sort();

    expect(await found('NO_CARD')).toEqual(['bare']);
    expect(await found('NOT_APPROVED')).toEqual(['quiet']);
    expect(await found('SILENT', 'MISSING')).toEqual(['bare', 'quiet']);
    expect(await found('FIRING')).toEqual([]);
    await expect(found('SMALL')).rejects.toThrow(InputError);
    await expect(found('constructor')).rejects.toThrow(/models: 'constructor'/);

    const rows = await page({});
    const modelsOf = (items: OrgRow[]) =>
      Object.fromEntries(items.map(row => [row.workloadId, row.models]));
    expect(modelsOf(rows)).toMatchObject({
      bare: { count: 3, noCard: 2, missing: 1, silent: 0 },
      none: null,
    });
    async function* batches() {
      yield rows;
    }
    const [head, ...lines] = (await text(toCsv(batches(), []))).split('\r\n');
    const column = head.split(',').indexOf('models_without_card');
    expect(
      lines
        .filter(line => line !== '')
        .map(line => line.split(','))
        .map(cells => [cells[0], cells[column]])
        .sort(),
    ).toEqual([
      ['bare', '2'],
      ['fine', '0'],
      ['none', ''],
      ['quiet', '0'],
    ]);

    await count(counts('quiet', { firing: 1 }));
    expect(await found('SILENT', 'FIRING')).toEqual(['quiet']);
    expect(await found('NOT_APPROVED')).toEqual([]);
  });
});
