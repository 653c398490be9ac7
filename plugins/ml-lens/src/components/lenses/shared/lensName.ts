import type { LensListItem } from '@ml-lens/backstage-plugin-ml-lens-common';

/** Name of a lens in a language, or in that language without its region. */
export function lensName(
  item: Pick<LensListItem, 'name' | 'names'>,
  language: string,
): string {
  return (
    item.names[language] ?? item.names[language.split('-')[0]] ?? item.name
  );
}
