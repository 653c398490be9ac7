// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { renderInTestApp } from '@backstage/frontend-test-utils';
import {
  EntityProvider,
  entityRouteRef,
} from '@backstage/plugin-catalog-react';
import { type SignalApi, signalApiRef } from '@backstage/plugin-signals-react';
import { QueryClient } from '@tanstack/react-query';
import { act, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { mlLensApiRef, PluginProvider } from '../../../api';
import { entityContentRouteRef } from '../../../routes';
import { mlLensApiMock } from '../../../testing/mlLensApiMock';
import {
  createReviewApi,
  fixtureEntity,
  mockWidth,
} from '../__testUtils__/renderReview';
import { EntityReviewContent } from '../EntityReviewContent';

const TOPIC = 'topic of the review';
const LABEL = {
  path: {
    workloadId: 'forecast',
    lensId: 'small-lens',
    questionId: 'label',
  },
};

/** Signals that the test sends, on the channel that is listened to. */
function fakeSignals() {
  const listeners = new Map<string, Set<(message: any) => void>>();
  const api: SignalApi = {
    subscribe(channel, onMessage) {
      const set = listeners.get(channel) ?? new Set();
      listeners.set(channel, set.add(onMessage));
      return { unsubscribe: () => set.delete(onMessage) };
    },
  };
  const send = (...topics: string[]) =>
    act(() => {
      for (const topic of topics) {
        listeners.get('ml-lens:reviews')?.forEach(tell => tell({ topic }));
      }
    });
  const count = () => listeners.get('ml-lens:reviews')?.size ?? 0;
  return { api, send, count };
}

async function setUp(options: { signals?: SignalApi; search?: string } = {}) {
  const fixture = createReviewApi();
  const asked = () =>
    fixture.calls.filter(({ operation }) => operation === 'getEntityReview')
      .length;
  let hold: Promise<void> | undefined;
  const api = mlLensApiMock(
    {
      putAnswer: async request => {
        await hold;
        return fixture.call('putAnswer', request);
      },
      getEntityReview: async request => ({
        ...(await fixture.call('getEntityReview', request)),
        liveTopic: TOPIC,
      }),
    },
    fixture.call,
  );
  const client = new QueryClient({
    defaultOptions: { queries: { retry: false } },
  });
  const view = await renderInTestApp(
    <EntityProvider entity={fixtureEntity}>
      <PluginProvider client={client}>
        <EntityReviewContent />
      </PluginProvider>
    </EntityProvider>,
    {
      apis: [
        [mlLensApiRef, api],
        ...(options.signals
          ? ([[signalApiRef, options.signals]] as const)
          : []),
      ],
      mountedRoutes: {
        '/catalog/:namespace/:kind/:name': entityRouteRef,
        '/tab': entityContentRouteRef,
      },
      initialRouteEntries: [`/${options.search ?? ''}`],
    },
  );
  await screen.findByText('2 of 4 questions answered');
  /** Saves wait until they are let go. */
  const holdSaves = () => {
    let release = () => {};
    hold = new Promise(resolve => {
      release = resolve;
    });
    return () => release();
  };
  return { ...view, fixture, asked, holdSaves };
}

describe('useLiveReview', () => {
  beforeEach(() => {
    mockWidth(1000);
    jest.useFakeTimers({ advanceTimers: true });
  });
  afterEach(() => jest.useRealTimers());

  it('shows what somebody else answered as soon as a signal says so', async () => {
    const signals = fakeSignals();
    const { fixture, asked, unmount } = await setUp({ signals: signals.api });
    const before = asked();
    signals.send('topic of another review');
    act(() => {
      jest.advanceTimersByTime(20_000);
    });
    expect(asked()).toBe(before);

    await fixture.call('putAnswer', {
      ...LABEL,
      body: { revision: 1, selectedChoices: [] },
    });
    signals.send(TOPIC, TOPIC, 'topic of another review');
    act(() => {
      jest.advanceTimersByTime(600);
    });
    await screen.findByText('1 of 4 questions answered');
    expect(asked()).toBe(before + 1);
    unmount();
    expect(signals.count()).toBe(0);
  });

  it('fetches nothing while an answer given here is on its way', async () => {
    const signals = fakeSignals();
    const { asked, holdSaves } = await setUp({
      signals: signals.api,
      search: '?question=spend',
    });
    const user = userEvent.setup({ advanceTimers: jest.advanceTimersByTime });
    const release = holdSaves();
    await user.click(
      await screen.findByRole('checkbox', {
        name: 'How is spending watched? – first practice',
      }),
    );
    await screen.findByText('3 of 4 questions answered');
    const before = asked();
    signals.send(TOPIC);
    act(() => {
      jest.advanceTimersByTime(5_000);
    });
    expect(asked()).toBe(before);

    await act(async () => release());
    act(() => {
      jest.advanceTimersByTime(600);
    });
    await waitFor(() => expect(asked()).toBe(before + 1));
    await screen.findByText('3 of 4 questions answered');
  });

  it('looks from time to time where there are no signals', async () => {
    const { asked } = await setUp();
    const before = asked();
    act(() => {
      jest.advanceTimersByTime(14_000);
    });
    expect(asked()).toBe(before);
    act(() => {
      jest.advanceTimersByTime(2_000);
    });
    await waitFor(() => expect(asked()).toBe(before + 1));
  });

  it('looks from time to time until a signal shows that they come through', async () => {
    const signals = fakeSignals();
    const { asked } = await setUp({ signals: signals.api });
    const before = asked();
    act(() => {
      jest.advanceTimersByTime(16_000);
    });
    await waitFor(() => expect(asked()).toBe(before + 1));
    signals.send('topic of another review');
    act(() => {
      jest.advanceTimersByTime(60_000);
    });
    expect(asked()).toBe(before + 1);
  });

  it('looks from time to time where signals cannot be used', async () => {
    const { asked } = await setUp({
      signals: {
        subscribe: () => {
          throw new TypeError('crypto.randomUUID is not a function');
        },
      },
    });
    const before = asked();
    act(() => {
      jest.advanceTimersByTime(16_000);
    });
    await waitFor(() => expect(asked()).toBe(before + 1));
  });

  it('lets the past be', async () => {
    const signals = fakeSignals();
    await setUp({
      signals: signals.api,
      search: '?at=2026-06-30T12:00:00.000Z',
    });
    expect(signals.count()).toBe(0);
  });
});
