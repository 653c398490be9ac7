// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import type { PlanItem } from '@ml-lens/backstage-plugin-ml-lens-common';
import { configure, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { mlLensApiMock } from '../../../testing/mlLensApiMock';
import { createInsightsApi } from '../__testUtils__/insightsApi';
import { renderOrg } from '../__testUtils__/renderOrg';
import { GapsPage } from '../gaps/GapsPage';
import { PlanPage } from './PlanPage';

jest.setTimeout(60_000);
configure({ asyncUtilTimeout: 20_000 });

const item = (changes: Partial<PlanItem>): PlanItem => ({
  workloadId: 'fraud',
  title: 'Card fraud',
  entityRef: 'component:default/fraud',
  owner: 'group:default/payments-risk',
  lens: { id: 'aws-ml-lens', version: '1' },
  questionId: 'q1',
  choiceId: 'c1',
  revision: 3,
  status: 'NOT_STARTED',
  assignee: 'user:default/mika',
  dueDate: '2026-01-31',
  link: null,
  late: true,
  inPlace: false,
  may: true,
  updatedAt: '2026-01-01T08:00:00.000Z',
  updatedBy: 'user:default/lena',
  ...changes,
});

/** The org routes, with plans, and what becomes of changes to them. */
function apiWith(
  items: PlanItem[],
  outcome: (asked: any) => unknown = asked => ({
    items: asked.body.items.map((one: object) => ({
      ...one,
      title: 'Card fraud',
      ok: true,
    })),
  }),
) {
  return mlLensApiMock(
    {
      listPlanItems: () => ({
        items,
        totalItems: items.length,
        pageInfo: {},
      }),
      planMany: outcome,
    },
    createInsightsApi().call,
  );
}

/** The row of a workload; rows are named by their practice. */
async function rowOf(workload: string): Promise<HTMLElement> {
  return (await screen.findByText(workload)).closest<HTMLElement>(
    '[role=row]',
  )!;
}

describe('the plan of all workloads', () => {
  it('shows whose, until when and how late, and changes many at once', async () => {
    const api = apiWith([
      item({}),
      item({
        workloadId: 'churn',
        title: 'Churn',
        choiceId: 'c2',
        late: false,
      }),
      item({ workloadId: 'other', title: 'Other', may: false }),
    ]);
    const { lastQuery } = await renderOrg(PlanPage, { api });
    const row = await rowOf('Card fraud');
    expect(row).toHaveTextContent('Jan 31, 2026');
    expect(row).toHaveTextContent(/\d days late/);
    expect(within(row).getByRole('link', { name: 'c1' })).toHaveAttribute(
      'href',
      expect.stringContaining('question=q1'),
    );
    expect(lastQuery('listPlanItems')).toMatchObject({ scope: 'team' });
    expect(within(await rowOf('Other')).getByRole('checkbox')).toBeDisabled();

    await userEvent.click(screen.getAllByRole('checkbox')[0]);
    expect(screen.getByText('2 of 3 chosen')).toBeVisible();
    await userEvent.click(
      screen.getByRole('button', { name: 'Change what is chosen' }),
    );
    const dialog = await screen.findByRole('dialog', {
      name: 'Change 2 plans',
    });
    const save = within(dialog).getByRole('button', { name: 'Save' });
    expect(save).toBeDisabled();
    await userEvent.click(
      within(dialog).getByRole('button', { name: /Assignee/ }),
    );
    await userEvent.click(
      await screen.findByRole('option', { name: 'The owner of each workload' }),
    );
    await userEvent.click(save);
    expect(api.sent('planMany').map(({ body }) => body)).toEqual([
      {
        items: [
          expect.objectContaining({
            workloadId: 'fraud',
            lens: 'aws-ml-lens',
            questionId: 'q1',
            choiceId: 'c1',
            revision: 3,
          }),
          expect.objectContaining({ workloadId: 'churn', choiceId: 'c2' }),
        ],
        set: { assignOwner: true },
      },
    ]);
    expect(screen.queryByRole('dialog')).toBeNull();
  });

  it('keeps what is asked for in the address', async () => {
    const api = apiWith([item({})]);
    const { lastQuery } = await renderOrg(PlanPage, { api });
    await userEvent.click(
      await screen.findByRole('switch', { name: 'Late only' }),
    );
    await userEvent.click(screen.getByRole('radio', { name: 'Mine' }));
    expect(screen.getByTestId('address')).toHaveTextContent(
      '?late=true&scope=mine',
    );
    expect(lastQuery('listPlanItems')).toMatchObject({
      scope: 'mine',
      late: 'true',
    });
  });

  it('says by name what could not be changed', async () => {
    const api = apiWith([item({})], ({ body }) => ({
      items: body.items.map((one: object) => ({
        ...one,
        title: 'Card fraud',
        ok: false,
        error: { name: 'ConflictError', message: 'Somebody was faster' },
      })),
    }));
    await renderOrg(PlanPage, { api });
    await rowOf('Card fraud');
    await userEvent.click(screen.getAllByRole('checkbox')[1]);
    await userEvent.click(
      screen.getByRole('button', { name: 'Change what is chosen' }),
    );
    await userEvent.click(
      await screen.findByRole('button', { name: /Status/ }),
    );
    await userEvent.click(
      await screen.findByRole('option', { name: 'In progress' }),
    );
    await userEvent.click(screen.getByRole('button', { name: 'Save' }));
    expect(await screen.findByRole('alert')).toHaveTextContent(
      '0 planned, 1 notCard fraud Somebody was faster',
    );
  });

  it('says where to begin when nothing is planned', async () => {
    const api = apiWith([]);
    await renderOrg(PlanPage, { api });
    expect(await screen.findByText('Nothing is planned here')).toBeVisible();
  });
});

describe('a gap', () => {
  it('is planned for the workloads that have it, each with its owner', async () => {
    const api = apiWith([]);
    await renderOrg(GapsPage, { api });
    const [plan] = await screen.findAllByRole('button', { name: /^Plan: / });
    await userEvent.click(plan);
    const dialog = await screen.findByRole('dialog', { name: /^Plan “/ });
    const grid = await within(dialog).findByRole('grid', {
      name: 'Workloads without the practice',
    });
    const [, first] = within(grid).getAllByRole('checkbox');
    const all = within(grid).getAllByRole('row').length - 1;
    await userEvent.click(first);
    await userEvent.click(
      within(dialog).getByRole('button', {
        name: `Plan for ${all - 1} workloads`,
      }),
    );
    const [{ body }, ...others] = api.sent('planMany');
    expect(others).toEqual([]);
    expect(body.items).toHaveLength(all - 1);
    expect(body.set).toEqual({
      assignOwner: true,
      dueDate: expect.stringMatching(/^\d{4}-\d{2}-\d{2}$/),
    });
    expect(screen.queryByRole('dialog')).toBeNull();
  });
});
