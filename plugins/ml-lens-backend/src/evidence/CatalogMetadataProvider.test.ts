// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { mockServices } from '@backstage/backend-test-utils';
import type { Entity } from '@backstage/catalog-model';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { mlLensEvidenceContext } from '@ml-lens/backstage-plugin-ml-lens-node/testUtils';
import { component } from './__testUtils__/providers';
import { CatalogMetadataProvider } from './CatalogMetadataProvider';

describe('CatalogMetadataProvider', () => {
  const context = (entity: Entity, lensId: string) =>
    mlLensEvidenceContext({
      workload: {
        id: 'pricing',
        title: 'Pricing',
        owner: 'group:default/science',
        lifecycle: 'production',
      },
      lens: { id: lensId, version: '1' },
      entity,
    });
  const resource = (name: string, type: string): Entity => ({
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Resource',
    metadata: { namespace: 'default', name },
    spec: { type },
  });

  it('says what the catalog shows, without naming anything', async () => {
    const fromCatalog = new CatalogMetadataProvider({
      catalog: catalogServiceMock({
        entities: [
          resource('secret-orders', 'dataset'),
          resource('weather', 'dataset'),
          resource('ranker', 'model'),
          resource('bucket', 's3-bucket'),
        ],
      }),
      auth: mockServices.auth(),
    });
    const entity = component('pricing', {
      metadata: {
        namespace: 'default',
        name: 'pricing',
        annotations: { 'backstage.io/techdocs-ref': 'dir:.' },
      },
      relations: ['secret-orders', 'weather', 'ranker', 'bucket', 'gone'].map(
        name => ({ type: 'dependsOn', targetRef: `resource:default/${name}` }),
      ),
    });
    const found = await fromCatalog.collect(context(entity, 'aws-ml-lens'));
    expect(
      found.map(({ choiceId, verdict, title }) => [choiceId, verdict, title]),
    ).toEqual([
      ['DC04', 'INFO', 'The catalog names an owner'],
      ['BG01', 'INFO', 'Documentation is published in TechDocs'],
      ['ME03', 'INFO', 'The catalog says that it is in production'],
      ['DC01', 'SUPPORTS', 'The catalog lists 2 data sets it depends on'],
      ['DC05', 'INFO', 'The catalog lists one model it depends on'],
    ]);
    expect(JSON.stringify(found)).not.toContain('secret');
    expect(await fromCatalog.collect(context(entity, 'own-lens'))).toEqual([]);
  });
});
