import type {
  PutLinkBody,
  WorkloadLinks,
} from '@ml-lens/backstage-plugin-ml-lens-common';

/** Decides on a link, in the fixture itself. */
export function withLink(
  links: WorkloadLinks,
  entityRef: string,
  state: PutLinkBody['state'],
): WorkloadLinks {
  const link = links.items.find(one => one.entityRef === entityRef)!;
  link.state = state === 'ALLOWED' ? 'JOINED' : state;
  return links;
}
