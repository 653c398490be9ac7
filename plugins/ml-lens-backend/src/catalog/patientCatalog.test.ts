// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { mockServices } from '@backstage/backend-test-utils';
import { InputError, ResponseError } from '@backstage/errors';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { UnavailableError } from '../errors';
import { patientCatalog } from './patientCatalog';

const credentials = { credentials: {} as any };
const REF = 'component:default/a';
const entity = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: { name: 'a', namespace: 'default' },
};

/** An answer that never comes. */
const never = () => new Promise<never>(() => {});

function catalogOf(fields: object = {}) {
  const logger = mockServices.logger.mock();
  const inner = Object.assign(
    catalogServiceMock({ entities: [entity] }),
    fields,
  );
  return { catalog: patientCatalog(inner, logger, 20), logger };
}

describe('patientCatalog', () => {
  it('passes on answers, and lists page by page', async () => {
    const { catalog } = catalogOf();
    expect(await catalog.getEntityByRef(REF, credentials)).toEqual(entity);
    const pages = catalog.streamEntities({ pageSize: 1 }, credentials);
    const read = [];
    for await (const page of pages) {
      read.push(page);
    }
    expect(read).toEqual([[entity]]);
  });

  it('gives up an answer that does not come', async () => {
    const { catalog, logger } = catalogOf({ getEntityByRef: never });
    await expect(catalog.getEntityByRef(REF, credentials)).rejects.toThrow(
      UnavailableError,
    );
    expect(logger.warn).toHaveBeenCalledTimes(1);
  });

  it('gives up a list that stops coming', async () => {
    const { catalog } = catalogOf({
      async *streamEntities() {
        yield [entity];
        await never();
      },
    });
    const pages = catalog
      .streamEntities({}, credentials)
      [Symbol.asyncIterator]();
    expect(await pages.next()).toEqual({ done: false, value: [entity] });
    await expect(pages.next()).rejects.toThrow(UnavailableError);
  });

  it.each([
    [502, UnavailableError],
    [500, UnavailableError],
    [403, ResponseError],
  ])(
    'says of a catalog that answers %s whose fault it is',
    async (code, type) => {
      const refused = await ResponseError.fromResponse(
        new Response('', { status: code }) as any,
      );
      const { catalog } = catalogOf({
        getEntityByRef: () => Promise.reject(refused),
      });
      await expect(catalog.getEntityByRef(REF, credentials)).rejects.toThrow(
        type as jest.Constructable,
      );
    },
  );

  it('leaves alone what the question itself is to blame for', async () => {
    const { catalog } = catalogOf({
      getEntityByRef: () => Promise.reject(new InputError('no ref')),
    });
    await expect(catalog.getEntityByRef('', credentials)).rejects.toThrow(
      InputError,
    );
  });
});
