import type { Entity } from '@backstage/catalog-model';
import { MOST_GROUPS, groupTree } from './subgroups';

function group(name: string, children: string[] = []): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Group',
    metadata: { name, namespace: 'default' },
    relations: children.map(child => ({
      type: 'parentOf',
      targetRef: child.includes(':') ? child : `group:default/${child}`,
    })),
  };
}

/** A catalog with these groups that counts how often it is asked. */
function catalogOf(groups: Entity[]) {
  const byRef = new Map(
    groups.map(entity => [`group:default/${entity.metadata.name}`, entity]),
  );
  return {
    getEntitiesByRefs: jest.fn(
      async ({ entityRefs }: { entityRefs: string[] }) => ({
        items: entityRefs.map(ref => byRef.get(ref)),
      }),
    ),
  };
}

describe('groupTree', () => {
  it('lists a group and all below it, nearest first, one question a level', async () => {
    const catalog = catalogOf([
      group('data', ['science', 'platform']),
      group('science', ['vision']),
      group('platform'),
      group('vision'),
    ]);
    await expect(
      groupTree(catalog, group('root', ['data', 'user:default/somebody'])),
    ).resolves.toEqual([
      'group:default/root',
      'group:default/data',
      'group:default/science',
      'group:default/platform',
      'group:default/vision',
    ]);
    expect(catalog.getEntitiesByRefs).toHaveBeenCalledTimes(3);
  });

  it('asks nothing for a group without children', async () => {
    const catalog = catalogOf([]);
    await expect(groupTree(catalog, group('alone'))).resolves.toEqual([
      'group:default/alone',
    ]);
    expect(catalog.getEntitiesByRefs).not.toHaveBeenCalled();
  });

  it('ends where groups contain each other, and leaves unknown ones as they are', async () => {
    const catalog = catalogOf([group('b', ['a', 'gone'])]);
    await expect(groupTree(catalog, group('a', ['b']))).resolves.toEqual([
      'group:default/a',
      'group:default/b',
      'group:default/gone',
    ]);
  });

  it('keeps within what an address can hold', async () => {
    const many = Array.from({ length: 200 }, (_, index) => `g${index}`);
    const refs = await groupTree(catalogOf([]), group('root', many));
    expect(refs).toHaveLength(MOST_GROUPS);
    expect(refs[1]).toBe('group:default/g0');
  });
});
