// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import type { Entity } from '@backstage/catalog-model';
import { EntityProvider } from '@backstage/plugin-catalog-react';
import { configure, screen, waitFor, within } from '@testing-library/react';
import { createOrgApi } from '../__testUtils__/orgApi';
import { renderOrg } from '../__testUtils__/renderOrg';
import { EntityOrganisation } from './EntityOrganisation';

jest.setTimeout(30_000);
configure({ asyncUtilTimeout: 10_000 });

const entityOf = (kind: string, name: string): Entity => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind,
  metadata: { name, namespace: 'default' },
});

function pageOf(entity: Entity) {
  return function EntityPage() {
    return (
      <EntityProvider entity={entity}>
        <EntityOrganisation />
      </EntityProvider>
    );
  };
}

describe('the tab of groups, systems and domains', () => {
  it.each([
    ['Group', 'payments-risk', 'owner', 'group:default/payments-risk'],
    ['System', 'storefront', 'system', 'system:default/storefront'],
    ['Domain', 'retail', 'domain', 'domain:default/retail'],
  ])(
    'asks for the workloads of a %s, whatever the address says',
    async (kind, name, key, ref) => {
      const { lastQuery } = await renderOrg(pageOf(entityOf(kind, name)), {
        search: `?${key}=somebody-else`,
      });
      await waitFor(() =>
        expect(lastQuery('queryScorecards')).toMatchObject({ [key]: [ref] }),
      );
      expect(lastQuery('getSummary')).toMatchObject({ [key]: [ref] });
      expect(await screen.findByRole('grid')).toBeInTheDocument();
      // On to the page of the organisation, about the same workloads.
      const { pathname, searchParams } = new URL(
        screen
          .getByRole('link', { name: 'Open in ML Lens' })
          .getAttribute('href')!,
        'http://localhost',
      );
      expect(pathname).toBe('/ml-lens/overview');
      expect(searchParams.getAll(key)).toEqual([ref]);
    },
  );

  it('says that there are none', async () => {
    await renderOrg(pageOf(entityOf('System', 'empty')), {
      api: createOrgApi([]),
    });
    expect(
      await screen.findByRole('heading', { name: 'No ML workload here' }),
    ).toBeInTheDocument();
    expect(screen.queryByRole('grid')).not.toBeInTheDocument();
  });

  it('keeps the order a reader chooses in the address', async () => {
    const { lastQuery } = await renderOrg(
      pageOf(entityOf('System', 'storefront')),
      { search: '?sort=-score' },
    );
    const grid = await screen.findByRole('grid');
    expect(lastQuery('queryScorecards')).toMatchObject({ sort: '-score' });
    expect(
      within(grid).getByRole('columnheader', { name: /^Score/ }),
    ).toHaveAttribute('aria-sort', 'descending');
  });
});
