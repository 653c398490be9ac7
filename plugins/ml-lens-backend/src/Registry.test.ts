// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { provider } from './evidence/__testUtils__/providers';
import { Registry } from './Registry';

describe('what modules bring', () => {
  it('has an id of its own', () => {
    const providers = new Registry('an', 'evidence provider');
    providers.add(provider('one'), provider('two'));
    expect([...providers].map(({ id }) => id)).toEqual(['one', 'two']);
    expect(() => providers.add(provider('one'))).toThrow(/'one' already/);
    expect(() => providers.add(provider('a b'))).toThrow(/letters/);
  });
});
