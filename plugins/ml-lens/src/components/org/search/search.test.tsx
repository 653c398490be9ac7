// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { renderInTestApp } from '@backstage/frontend-test-utils';
import { MockEntityListContextProvider } from '@backstage/plugin-catalog-react/testUtils';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { mlLensApiRef } from '../../../api';
import { mlLensApiMock } from '../../../testing/mlLensApiMock';
import { LevelFilter } from './LevelFilter';
import { SearchResultItem } from './SearchResultItem';

jest.setTimeout(60_000);

describe('a result of the search', () => {
  it('says of a practice which lens and pillar it is of', async () => {
    await renderInTestApp(
      <SearchResultItem
        result={{
          title: 'Use a feature store',
          text: 'How are features kept?',
          location: '/ml-lens/lenses/aws-ml-lens?tab=questions&question=q1',
          ...{ kind: 'practice', lens: 'AWS ML Lens', pillar: 'Reliability' },
        }}
      />,
    );
    expect(
      await screen.findByRole('link', { name: 'Use a feature store' }),
    ).toHaveAttribute('href', expect.stringContaining('question=q1'));
    expect(
      screen.getByText('Practice · AWS ML Lens · Reliability'),
    ).toBeVisible();
  });

  it('says of a workload whose it is, and marks what was found', async () => {
    await renderInTestApp(
      <SearchResultItem
        result={{
          title: 'Card fraud',
          text: 'fraud',
          location: '/catalog/default/component/fraud/ml-lens',
          ...{ owner: 'group:default/risk' },
        }}
        highlight={{
          preTag: '<m>',
          postTag: '</m>',
          fields: { title: '<m>Card</m> fraud' },
        }}
      />,
    );
    expect(await screen.findByText('ML workload · risk')).toBeVisible();
    expect(screen.getByText('Card').tagName).toBe('MARK');
  });
});

describe('the filter of the catalog', () => {
  it('asks for the entities of workloads at a level, and for all again', async () => {
    const updateFilters = jest.fn();
    const api = mlLensApiMock({
      getFacets: () => ({
        facets: { level: [{ value: 'Defined', count: 2 }] },
      }),
      queryScorecards: () => ({
        items: [{ workloadId: 'fraud' }, { workloadId: 'churn' }],
        totalItems: 2,
        pageInfo: {},
      }),
    });
    await renderInTestApp(
      <MockEntityListContextProvider value={{ updateFilters }}>
        <LevelFilter />
      </MockEntityListContextProvider>,
      { apis: [[mlLensApiRef, api]] },
    );
    const open = async () =>
      userEvent.click(
        within(await screen.findByLabelText('ML level')).getByRole('button'),
      );
    await open();
    await userEvent.click(
      await screen.findByRole('option', { name: 'Defined' }),
    );
    await waitFor(() => expect(updateFilters).toHaveBeenCalledTimes(1));
    const [{ mlLensLevel }] = updateFilters.mock.lastCall!;
    expect(mlLensLevel.toQueryValue()).toBe('Defined');
    expect(mlLensLevel.getCatalogFilters()).toEqual({
      'metadata.annotations.ml-lens.io/workload': ['fraud', 'churn'],
    });
    await open();
    await userEvent.click(await screen.findByRole('option', { name: 'All' }));
    expect(updateFilters).toHaveBeenLastCalledWith({ mlLensLevel: undefined });
  });
});
