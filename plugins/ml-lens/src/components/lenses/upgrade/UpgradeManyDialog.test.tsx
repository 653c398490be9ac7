import { renderInTestApp } from '@backstage/frontend-test-utils';
import type { MlLensApi } from '@ml-lens/backstage-plugin-ml-lens-common';
import { QueryClient } from '@tanstack/react-query';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { ReadableStream } from 'node:stream/web';
import { PluginProvider, mlLensApiRef } from '../../../api';
import { UpgradeManyDialog } from './UpgradeManyDialog';

jest.setTimeout(60_000);

const figures = (version: string, score: number) => ({
  lens: 'small-lens',
  version,
  score,
  coverage: 1,
  level: 'Defined',
});

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

describe('UpgradeManyDialog', () => {
  it('tells of each review as it is moved, failures first', async () => {
    const stream = openStream();
    const call = jest.fn(async (operation: string) =>
      operation === 'upgradeMany'
        ? { body: stream.body }
        : { moving: 2, there: 3, readOnly: 1 },
    );
    await renderInTestApp(
      <PluginProvider client={new QueryClient()}>
        <UpgradeManyDialog lensId="small-lens" version="2" onClose={() => {}} />
      </PluginProvider>,
      { apis: [[mlLensApiRef, { call } as unknown as MlLensApi]] },
    );
    const move = await screen.findByRole('button', { name: 'Move 2 reviews' });
    const counts = screen
      .getAllByRole('term')
      .map(({ textContent, nextSibling }) => [
        textContent,
        nextSibling?.textContent,
      ]);
    expect(counts).toEqual([
      ['will be moved', '2'],
      ['at version 2 already', '3'],
      ['you may not change', '1'],
    ]);
    await userEvent.click(move);
    expect(call).toHaveBeenCalledWith(
      'upgradeMany',
      expect.objectContaining({
        path: { lensId: 'small-lens' },
        body: { toVersion: '2' },
      }),
    );
    stream.send({
      workloadId: 'fraud',
      ok: true,
      before: figures('1', 40),
      after: figures('2', 35),
    });
    expect(await screen.findByText('Score 40 → 35')).toBeInTheDocument();
    expect(screen.getByRole('button', { name: 'Stop' })).toBeInTheDocument();

    stream.send({
      workloadId: 'forecast',
      ok: false,
      error: { name: 'ConflictError', message: 'Somebody was faster' },
    });
    stream.end();
    expect(
      await screen.findByText('1 review moved · 1 not moved'),
    ).toBeInTheDocument();
    const [first] = screen.getAllByRole('listitem');
    expect(within(first).getByText('Somebody was faster')).toBeInTheDocument();
    expect(screen.getAllByRole('button', { name: 'Close' })).not.toEqual([]);
  });

  it('moves nothing where there is nothing to move', async () => {
    const call = jest.fn(async () => ({ moving: 0, there: 3, readOnly: 0 }));
    await renderInTestApp(
      <PluginProvider client={new QueryClient()}>
        <UpgradeManyDialog lensId="small-lens" version="2" onClose={() => {}} />
      </PluginProvider>,
      { apis: [[mlLensApiRef, { call } as unknown as MlLensApi]] },
    );
    expect(
      await screen.findByText('There is no review to move'),
    ).toBeInTheDocument();
    expect(
      screen.getByRole('button', { name: 'Move the reviews' }),
    ).toBeDisabled();
    expect(call).toHaveBeenCalledTimes(1);
  });
});
