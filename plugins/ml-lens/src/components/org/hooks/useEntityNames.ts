import { parseEntityRef } from '@backstage/catalog-model';
import { useApiHolder } from '@backstage/frontend-plugin-api';
import { entityPresentationApiRef } from '@backstage/plugin-catalog-react';
import { useQuery } from '@tanstack/react-query';

function nameOf(ref: string): string {
  try {
    return parseEntityRef(ref).name;
  } catch {
    return ref;
  }
}

/**
 * Display names of entities, for places that need a text rather than a link:
 * filters, chips, groups. The name in the ref until the catalog has answered.
 */
export function useEntityNames(refs: string[]): (ref: string) => string {
  const presentation = useApiHolder().get(entityPresentationApiRef);
  const wanted = [...new Set(refs)].sort();
  const { data } = useQuery({
    queryKey: ['ml-lens', 'entity-names', wanted],
    enabled: presentation !== undefined && wanted.length > 0,
    staleTime: 10 * 60_000,
    placeholderData: previous => previous,
    queryFn: async () =>
      Object.fromEntries(
        await Promise.all(
          wanted.map(async ref => {
            try {
              const { kind } = parseEntityRef(ref);
              const { primaryTitle } = await presentation!.forEntity(ref, {
                defaultKind: kind,
              }).promise;
              return [ref, primaryTitle] as const;
            } catch {
              return [ref, nameOf(ref)] as const;
            }
          }),
        ),
      ),
  });
  return ref => data?.[ref] ?? nameOf(ref);
}
