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
        'Plan',
        'Overview',
        'Workloads',
        'Heatmap',
        'Gaps',
        'Trend',
        'Targets',
        'Compare',
        'Roll-up',
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
        'By team',
        'あなたへ',
        '計画',
        '概要',
        'ワークロード',
        'ヒートマップ',
        'ギャップ',
        '推移',
        '目標',
        '比較',
        'レンズ',
      ]),
    );
  });
});
