// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { emptyAnswer } from '@ml-lens/lens-model';
import Ajv2020 from 'ajv/dist/2020';
import addFormats from 'ajv-formats';
import { mlLensRoutes } from './routes';
import { createOpenApiDocument } from './openapi';

const document = createOpenApiDocument();
const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, operation]) => ({
    path,
    method,
    operation,
  })),
);

/** Every value under this key, anywhere. */
function collect(value: unknown, key: string): unknown[] {
  if (typeof value !== 'object' || value === null) {
    return [];
  }
  return Object.entries(value).flatMap(([name, inner]) => [
    ...(name === key ? [inner] : []),
    ...collect(inner, key),
  ]);
}

function resolve(pointer: string): unknown {
  return pointer
    .replace('#/', '')
    .split('/')
    .reduce<any>((value, key) => value?.[key], document);
}

function createAjv() {
  const ajv = new Ajv2020({
    strict: true,
    strictRequired: false,
    allowUnionTypes: true,
  });
  addFormats(ajv);
  // OpenAPI's own place for schemas; what is there is known by its address.
  ajv.addVocabulary(['components']);
  ajv.addSchema({ $id: 'openapi', components: document.components } as object);
  return ajv;
}

const inDocument = (schema: unknown) =>
  JSON.parse(
    JSON.stringify(schema).replaceAll(
      '"#/components/',
      '"openapi#/components/',
    ),
  );

describe('createOpenApiDocument', () => {
  it('has the structure of an OpenAPI 3.1 document', () => {
    expect(document).toMatchObject({
      openapi: expect.stringMatching(/^3\.1\.\d+$/),
      info: { title: 'ml-lens', version: expect.any(String) },
      security: [{ backstage: [] }],
      components: { securitySchemes: { backstage: { type: 'http' } } },
    });
    for (const { path, method, operation } of operations) {
      expect(path).toMatch(/^\/[^?]*$/);
      expect(['get', 'put', 'post', 'delete']).toContain(method);
      expect(operation).toMatchObject({
        summary: expect.any(String),
        tags: [expect.any(String)],
        responses: { default: { $ref: '#/components/responses/Error' } },
      });
    }
    for (const { description } of document.tags as { description: string }[]) {
      expect(description).toEqual(expect.any(String));
    }
    // JSON all the way: nothing is lost on the way to a file.
    expect(JSON.parse(JSON.stringify(document))).toEqual(document);
  });

  it('has every route of the contract under an id of its own', () => {
    const ids = operations.map(({ operation }) => operation.operationId);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.sort()).toEqual(
      Object.keys(mlLensRoutes)
        .map(id => id[0].toUpperCase() + id.slice(1))
        .sort(),
    );
  });

  it('describes every parameter, and every one of the path', () => {
    for (const { path, operation } of operations) {
      const parameters = (operation.parameters ?? []) as {
        name: string;
        in: string;
        required: boolean;
        description: string;
      }[];
      const inPath = parameters.filter(parameter => parameter.in === 'path');
      expect(inPath.map(({ name }) => `{${name}}`)).toEqual(
        path.match(/\{\w+\}/g) ?? [],
      );
      expect(inPath.every(({ required }) => required)).toBe(true);
      expect(parameters.filter(({ description }) => !description)).toEqual([]);
    }
  });

  it('resolves every reference, and describes every named shape', () => {
    const refs = collect(document, '$ref') as string[];
    expect(refs.length).toBeGreaterThan(50);
    for (const ref of refs) {
      expect([ref, resolve(ref)]).toEqual([ref, expect.any(Object)]);
    }
    for (const schema of Object.values(document.components.schemas)) {
      expect(schema.description).toEqual(expect.any(String));
    }
  });

  it('has schemas that a validator of the 2020-12 dialect compiles', () => {
    const ajv = createAjv();
    const schemas = collect(document.paths, 'schema');
    expect(schemas.length).toBeGreaterThan(50);
    for (const schema of [
      ...schemas,
      ...Object.values(document.components.schemas),
    ]) {
      expect(() => ajv.compile(inDocument(schema))).not.toThrow();
    }
  });

  it('tells a good answer from a bad one', () => {
    const validate = createAjv().compile({
      $ref: 'openapi#/components/schemas/Answer',
    });
    expect(validate(emptyAnswer())).toBe(true);
    expect(validate({ ...emptyAnswer(), later: 'field' })).toBe(true);
    expect(validate({ ...emptyAnswer(), risk: 'LOW' })).toBe(false);
    expect(validate({ ...emptyAnswer(), updatedAt: 'today' })).toBe(false);
  });
});
