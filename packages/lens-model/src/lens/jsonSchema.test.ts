// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import Ajv from 'ajv';
import addFormats from 'ajv-formats';
import { aLens, aSuperset } from './__testUtils__/lenses';
import { lensJsonSchema } from './jsonSchema';

const ajv = new Ajv({ strict: false, allErrors: true });
addFormats(ajv);
const validate = ajv.compile(lensJsonSchema());
const placesOf = (value: unknown) => {
  validate(value);
  return (validate.errors ?? []).map(({ instancePath }) => instancePath);
};

describe('lensJsonSchema', () => {
  it('has no id, so that it can be referred to by any path', () => {
    expect(lensJsonSchema()).not.toHaveProperty('$id');
    expect(lensJsonSchema().title).toBe('ML Lens document');
  });

  it('takes lenses with all or nothing of the superset, and unknown keys', () => {
    for (const lens of [aLens(), aSuperset(), aLens({ _version: '1.0' })]) {
      expect(placesOf(lens)).toEqual([]);
    }
  });

  it('marks what the checks would refuse, limits included', () => {
    expect(placesOf(aLens({ name: 'x'.repeat(129) }))).toEqual(['/name']);
    expect(placesOf(aLens({ pillars: [] }))).toEqual(['/pillars']);
    expect(placesOf(aLens({ schemaVersion: 'x' }))).toEqual(['/schemaVersion']);
    const lens = structuredClone(aSuperset()) as any;
    lens.pillars[0].id = 'a-b';
    lens.pillars[0].questions[0].weight = 0;
    lens.pillars[0].questions[0].choices[0].improvementPlan.url = 'ftp://x';
    lens.services[0].statusCheckedOn = 'today';
    expect([...new Set(placesOf(lens))].sort()).toEqual([
      '/pillars/0/id',
      '/pillars/0/questions/0/choices/0/improvementPlan/url',
      '/pillars/0/questions/0/weight',
      '/services/0/statusCheckedOn',
    ]);
  });

  it('explains keys to editors', () => {
    expect(JSON.stringify(lensJsonSchema())).toContain('none of these');
  });
});
