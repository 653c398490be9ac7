// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { groupOfExtension } from './orgTabs';
import { groupTabs } from './tabGroups';

describe('tabs of the header', () => {
  it('stand together where they look at one thing', () => {
    expect(
      groupTabs(['inbox', 'heatmap', 'own', 'gaps', 'plan'], name =>
        groupOfExtension(`sub-page:ml-lens/${name}`),
      ),
    ).toEqual([
      { group: undefined, tabs: ['inbox'] },
      { group: 'analysis', tabs: ['heatmap', 'gaps'] },
      { group: undefined, tabs: ['own'] },
      { group: undefined, tabs: ['plan'] },
    ]);
  });
});
