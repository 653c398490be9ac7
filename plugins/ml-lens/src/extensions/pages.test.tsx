// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { mockApis, renderTestApp } from '@backstage/frontend-test-utils';
import { configure, screen, waitFor, within } from '@testing-library/react';
import { mlLensApiRef } from '../api';
import { createOrgApi } from '../components/org/__testUtils__/orgApi';
import mlLensPlugin from '../plugin';

jest.setTimeout(30_000);
configure({ asyncUtilTimeout: 10_000 });

function renderPage(extensions: object[] = [], path = '/ml-lens') {
  return renderTestApp({
    features: [mlLensPlugin],
    apis: [[mlLensApiRef, createOrgApi([])], mockApis.permission()],
    initialRouteEntries: [path],
    config: { app: { extensions } },
  });
}

function tabTitles() {
  return within(screen.getByRole('tablist'))
    .getAllByRole('tab')
    .map(tab => tab.textContent);
}

describe('the organisation page', () => {
  // Where the app keeps the language.
  beforeEach(() => window.localStorage.clear());

  it('has a header with a tab for every sub-page and opens the first', async () => {
    renderPage();
    await waitFor(() =>
      expect(tabTitles()).toEqual([
        'For you',
        'Overview',
        'Workloads',
        'Analysis',
        'Plan',
        'Lenses',
      ]),
    );
    expect(
      await screen.findByRole('heading', {
        name: 'Nothing waits for you',
      }),
    ).toBeInTheDocument();
  });

  it('has what a tab shows in the one landmark for it', async () => {
    renderPage();
    const main = await screen.findByRole('main');
    expect(
      await within(main).findByRole('tabpanel', { name: 'For you' }),
    ).toBeInTheDocument();
  });

  it.each([
    '/ml-lens/nothing',
    '/ml-lens/workloads/a/b',
    '/ml-lens/lenses/a/b',
  ])('says that %s is no page, and leads on', async path => {
    renderPage([], path);
    const main = await screen.findByRole('main');
    expect(
      await within(main).findByRole('heading', {
        name: 'There is no such page',
      }),
    ).toBeInTheDocument();
    expect(
      within(main).getByRole('link', { name: 'Go to the start page' }),
    ).toHaveAttribute('href', '/ml-lens');
  });

  it('shows the ways to look at one thing below their tab', async () => {
    renderPage([], '/ml-lens/gaps?owner=team-a');
    const ways = await screen.findByRole('navigation', { name: 'Analysis' });
    expect(
      within(ways)
        .getAllByRole('link')
        .map(link => [link.textContent, link.getAttribute('aria-current')]),
    ).toEqual([
      ['Heatmap', null],
      ['Timeline', null],
      ['Gaps', 'page'],
      ['Trend', null],
      ['Compare', null],
      ['Roll-up', null],
    ]);
    expect(within(ways).getByRole('link', { name: 'Trend' })).toHaveAttribute(
      'href',
      '/ml-lens/trend?owner=team-a',
    );
    // The header finds out which tab is shown once it is drawn.
    await waitFor(() =>
      expect(screen.getByRole('tab', { name: 'Analysis' })).toHaveAttribute(
        'aria-selected',
        'true',
      ),
    );
    expect(screen.queryByRole('navigation', { name: 'Plan' })).toBeNull();
  });

  it('has its tabs in the language of the app, those renamed as they are', async () => {
    renderPage([
      {
        'api:app/app-language': {
          config: { defaultLanguage: 'ja', availableLanguages: ['en', 'ja'] },
        },
      },
      { 'sub-page:ml-lens/rollup': { config: { title: 'By team' } } },
    ]);
    // Extensions named in the configuration come first.
    await waitFor(() =>
      expect(tabTitles()).toEqual([
        '分析',
        'あなたへ',
        '概要',
        'ワークロード',
        '計画',
        'レンズ',
      ]),
    );
  });
});
