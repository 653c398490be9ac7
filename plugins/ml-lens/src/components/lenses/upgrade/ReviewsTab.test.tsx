// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { mockApis, renderInTestApp } from '@backstage/frontend-test-utils';
import { entityRouteRef } from '@backstage/plugin-catalog-react';
import type {
  LensListItem,
  OperationId,
  UpgradeCandidate,
} from '@ml-lens/backstage-plugin-ml-lens-common';
import { QueryClient } from '@tanstack/react-query';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { ReadableStream } from 'node:stream/web';
import { PluginProvider, mlLensApiRef } from '../../../api';
import { mlLensApiMock } from '../../../testing/mlLensApiMock';
import { OlderReviews } from './OlderReviews';
import { ReviewsTab } from './ReviewsTab';

jest.setTimeout(60_000);

const figures = (version: string, score: number) => ({
  lens: 'small-lens',
  version,
  score,
  coverage: 1,
  level: 'Defined',
});

const candidate = (
  workloadId: string,
  title: string,
  changes: Partial<UpgradeCandidate> = {},
): UpgradeCandidate => ({
  workloadId,
  title,
  entityRef: `component:default/${workloadId}`,
  owner: 'group:default/risk',
  may: true,
  before: figures('1', 100),
  after: figures('2', 57),
  problem: null,
  toCheck: ['q1', 'q2', 'q3'],
  dropped: [],
  ...changes,
});

const version = {
  version: '2',
  status: 'PUBLISHED',
} as LensListItem['versions'][number];
const item = {
  id: 'small-lens',
  name: 'Small lens',
  ...version,
  versions: [version],
} as LensListItem;

/** An answer that goes on until it is told to end. */
function openStream() {
  let controller: { enqueue(chunk: Uint8Array): void; close(): void };
  const body = new ReadableStream<Uint8Array>({
    start(given) {
      controller = given;
    },
  });
  return {
    body,
    send: (line: object) =>
      controller.enqueue(new TextEncoder().encode(`${JSON.stringify(line)}\n`)),
    end: () => controller.close(),
  };
}

async function render(
  candidates: UpgradeCandidate[],
  streams: Partial<Record<OperationId, ReturnType<typeof openStream>>> = {},
  storage = mockApis.storage(),
) {
  const api = mlLensApiMock(
    {
      listUpgradeCandidates: () => ({
        items: candidates,
        totalItems: candidates.length,
        pageInfo: {},
      }),
      previewUpgradeMany: () => ({ moving: 2, there: 3, readOnly: 1 }),
      listLensMappings: () => ({ items: [] }),
      getLens: () => ({
        name: 'Small lens',
        pillars: [
          {
            id: 'p',
            name: 'P',
            questions: [{ id: 'q1', title: 'Is there a goal?', choices: [] }],
          },
        ],
      }),
    },
    (operation: OperationId) => ({ body: streams[operation]!.body }),
  );
  await renderInTestApp(
    <PluginProvider client={new QueryClient()}>
      <OlderReviews lensId="small-lens" version="2" />
      <ReviewsTab item={item} version={version} />
    </PluginProvider>,
    {
      apis: [[mlLensApiRef, api], storage],
      mountedRoutes: { '/catalog/:namespace/:kind/:name': entityRouteRef },
    },
  );
  return api.sent;
}

describe('the reviews of a lens', () => {
  it('are chosen, moved, told of by name and taken back together', async () => {
    const moving = openStream();
    const back = openStream();
    const sent = await render(
      [
        candidate('fraud', 'Card fraud'),
        candidate('churn', 'Churn', { after: figures('2', 100), toCheck: [] }),
        candidate('ranking', 'Ranking', { may: false }),
      ],
      { upgradeMany: moving, undoUpgradeMany: back },
    );
    expect(
      await screen.findByText('3 reviews are not at version 2'),
    ).toBeVisible();
    const row = await screen.findByRole('row', { name: /Card fraud/ });
    expect(row).toHaveTextContent('100 → 57');
    expect(row).toHaveTextContent('3 questions');
    expect(await within(row).findByText('Is there a goal?')).toBeVisible();
    expect(row).toHaveTextContent('and 1 more');
    const kept = screen.getByRole('row', { name: /Ranking/ });
    expect(within(kept).getByRole('checkbox')).toBeDisabled();
    expect(
      screen.getByRole('button', { name: 'Move the reviews' }),
    ).toBeDisabled();

    const [all] = screen.getAllByRole('checkbox');
    await userEvent.click(all);
    expect(screen.getByText(/2 of 3 chosen/)).toHaveTextContent(
      'the score of 1 falls',
    );
    await userEvent.click(
      screen.getByRole('button', { name: 'Move 2 reviews' }),
    );
    expect(sent('upgradeMany')).toMatchObject([
      {
        path: { lensId: 'small-lens' },
        body: {
          workloads: ['fraud', 'churn'],
          toLens: 'small-lens',
          toVersion: '2',
        },
      },
    ]);
    const { before, after } = candidate('fraud', '');
    moving.send({ workloadId: 'fraud', ok: true, before, after });
    const result = await screen.findByRole('region', {
      name: 'How the move went',
    });
    expect(await within(result).findByText('Score 100 → 57')).toBeVisible();
    expect(within(result).getByText('1 of 2')).toBeVisible();
    expect(within(result).getByRole('button', { name: 'Stop' })).toBeVisible();
    moving.send({
      workloadId: 'churn',
      ok: false,
      error: { name: 'ConflictError', message: 'Somebody was faster' },
    });
    moving.end();
    expect(
      await within(result).findByText('1 review moved · 1 not moved'),
    ).toBeVisible();
    const [first] = within(result).getAllByRole('listitem');
    expect(first).toHaveTextContent('ChurnSomebody was faster');

    await userEvent.click(
      within(result).getByRole('button', {
        name: 'Take back the move of 1 review',
      }),
    );
    expect(sent('undoUpgradeMany')).toMatchObject([
      { path: { lensId: 'small-lens' }, body: { workloads: ['fraud'] } },
    ]);
    back.send({ workloadId: 'fraud', ok: true, before: after, after: before });
    back.end();
    const undone = await screen.findByRole('region', {
      name: 'How taking it back went',
    });
    expect(
      await within(undone).findByText('1 review moved back'),
    ).toBeVisible();
    await userEvent.click(
      within(undone).getByRole('button', { name: 'Close' }),
    );
    expect(screen.queryByText('1 review moved back')).toBeNull();
  });

  it('can be taken back on another day', async () => {
    const storage = mockApis.storage();
    await storage.forBucket('ml-lens.moves').set('small-lens', {
      target: { lensId: 'small-lens', toLens: 'small-lens', toVersion: '2' },
      at: '2026-11-20T10:00:00.000Z',
      workloads: [{ workloadId: 'fraud', title: 'Card fraud' }],
    });
    const back = openStream();
    const sent = await render([], { undoUpgradeMany: back }, storage);
    expect(await screen.findByText(/^You moved 1 review/)).toBeVisible();
    await userEvent.click(
      screen.getByRole('button', { name: 'Take back the move of 1 review' }),
    );
    expect(sent('undoUpgradeMany')).toMatchObject([
      { body: { workloads: ['fraud'] } },
    ]);
    back.send({ workloadId: 'fraud', ok: true });
    back.end();
    const undone = await screen.findByRole('region', {
      name: 'How taking it back went',
    });
    expect(await within(undone).findByText('Card fraud')).toBeVisible();
    await userEvent.click(
      within(undone).getByRole('button', { name: 'Close' }),
    );
    // It is done, and cannot be done twice.
    expect(screen.queryByText(/^You moved 1 review/)).toBeNull();
  });

  it('that cannot be moved say why', async () => {
    await render([
      candidate('fraud', 'Card fraud', {
        after: null,
        problem: { name: 'ConflictError', message: 'It is at version 7' },
        toCheck: [],
      }),
    ]);
    const row = await screen.findByRole('row', { name: /Card fraud/ });
    expect(row).toHaveTextContent('It is at version 7');
    expect(within(row).getByRole('checkbox')).toBeDisabled();
  });

  it('are all there where there is none to move', async () => {
    await render([]);
    expect(await screen.findByText('There is no review to move')).toBeVisible();
  });
});
