// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import fc from 'fast-check';
import { aLens } from './__testUtils__/lenses';
import {
  defaultLensId,
  defaultLensVersion,
  LENS_ID_PATTERN,
  nextVersion,
} from './identity';

describe('defaultLensId', () => {
  it.each([
    [{ id: 'own-id', name: 'Name' }, 'own-id'],
    [
      { name: 'AWS  Well-Architected (ML) Lens!' },
      'aws-well-architected-ml-lens',
    ],
    [{ name: 'Über Café' }, 'uber-cafe'],
  ])('of %j is %s', (more, id) => {
    expect(defaultLensId(aLens(more))).toBe(id);
  });

  it('tells names without Latin letters apart', () => {
    const [one, two] = ['責任あるAI'.slice(0, 4), '費用'].map(name =>
      defaultLensId(aLens({ name })),
    );
    expect(one).toMatch(/^lens-/);
    expect(one).not.toBe(two);
  });

  it('can always stand in a path and in a list', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1, unit: 'binary' }), name => {
        expect(defaultLensId(aLens({ name }))).toMatch(LENS_ID_PATTERN);
      }),
    );
  });
});

describe('nextVersion', () => {
  it.each([
    [[], '1'],
    [['1'], '2'],
    [['9', '10', '2'], '11'],
    [['v3.1.0', '2020-04', '-5', '1.9'], '1'],
  ])('after %j is %s', (existing, next) => {
    expect(nextVersion(existing)).toBe(next);
  });
});

describe('defaultLensVersion', () => {
  it.each([
    [{ version: '2020-04', _version: '1.0' }, '2020-04'],
    [{ _version: 'v3.1.0' }, 'v3.1.0'],
    [{ _version: ' 1.0 ' }, '1.0'],
    [{ _version: 2 }, '2'],
    [{ _version: 'a/b' }, '4'],
    [{ _version: { major: 1 } }, '4'],
    [{}, '4'],
  ])('of %j is %s', (more, version) => {
    expect(defaultLensVersion(aLens(more), ['3'])).toBe(version);
  });
});
