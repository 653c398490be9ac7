// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import type {
  WorkloadLinks,
  MlLensRequest,
} from '@ml-lens/backstage-plugin-ml-lens-common';

/** Decides on a link, in the fixture itself. */
export function withLink(
  links: WorkloadLinks,
  entityRef: string,
  state: MlLensRequest<'putLink'>['body']['state'],
): WorkloadLinks {
  return {
    ...links,
    items: links.items.map(link =>
      link.entityRef === entityRef
        ? { ...link, state: state === 'ALLOWED' ? 'JOINED' : state }
        : link,
    ),
  };
}
