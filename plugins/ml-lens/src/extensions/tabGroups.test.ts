import { groupTabs, tabGroupOf } from './tabGroups';

describe('tabs of the header', () => {
  it('stand together where they look at one thing', () => {
    expect(
      groupTabs(['inbox', 'heatmap', 'own', 'gaps', 'plan'], tabGroupOf),
    ).toEqual([
      { group: undefined, tabs: ['inbox'] },
      { group: 'analysis', tabs: ['heatmap', 'gaps'] },
      { group: undefined, tabs: ['own'] },
      { group: undefined, tabs: ['plan'] },
    ]);
  });
});
