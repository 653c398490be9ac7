// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { provider } from './__testUtils__/providers';
import { EvidenceProviders } from './EvidenceProviders';

describe('EvidenceProviders', () => {
  it('have an id of their own', () => {
    const providers = new EvidenceProviders();
    providers.add(provider('one'), provider('two'));
    expect([...providers].map(({ id }) => id)).toEqual(['one', 'two']);
    expect(() => providers.add(provider('one'))).toThrow(/'one' already/);
    expect(() => providers.add(provider('a b'))).toThrow(/letters/);
  });
});
