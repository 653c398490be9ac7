import {
  type Entity,
  RELATION_PARENT_OF,
  parseEntityRef,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import type { CatalogApi } from '@backstage/plugin-catalog-react';

/** Groups of a tree at most: the address of a request has an end. */
export const MOST_GROUPS = 60;
/** Levels of a tree at most; also ends circles nobody meant. */
const MOST_LEVELS = 6;

function childrenOf(entity: Entity): string[] {
  return (entity.relations ?? [])
    .filter(
      ({ type, targetRef }) =>
        type === RELATION_PARENT_OF &&
        parseEntityRef(targetRef).kind.toLocaleLowerCase('en-US') === 'group',
    )
    .map(({ targetRef }) => targetRef);
}

/**
 * Refs of a group and of all groups below it, the group first; at most
 * {@link MOST_GROUPS}, nearest first.
 */
export async function groupTree(
  catalog: Pick<CatalogApi, 'getEntitiesByRefs'>,
  group: Entity,
): Promise<string[]> {
  const refs = new Set([stringifyEntityRef(group)]);
  let level: Entity[] = [group];
  for (let depth = 0; depth < MOST_LEVELS && level.length > 0; depth++) {
    const next = [...new Set(level.flatMap(childrenOf))]
      .filter(ref => !refs.has(ref))
      .slice(0, MOST_GROUPS - refs.size);
    if (next.length === 0) break;
    next.forEach(ref => refs.add(ref));
    const { items } = await catalog.getEntitiesByRefs({
      entityRefs: next,
      fields: ['kind', 'metadata.name', 'metadata.namespace', 'relations'],
    });
    level = items.filter((item): item is Entity => item !== undefined);
  }
  return [...refs];
}
