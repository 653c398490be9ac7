// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

/** A group below a group, or a domain below a domain; refs in lower case. */
export interface ParentEdge {
  entityRef: string;
  parentRef: string;
}

/** Which groups lie below which, and which domains. */
export class Families {
  readonly #below: ReadonlyMap<string, ParentEdge[]>;

  constructor(edges: readonly ParentEdge[]) {
    this.#below = Map.groupBy(edges, ({ parentRef }) => parentRef);
  }

  /** These refs and all below them, however deep; circles end. */
  below(refs: Iterable<string>): Set<string> {
    const found = new Set(refs);
    // A set goes on to what is added to it meanwhile.
    for (const ref of found) {
      this.#below.get(ref)?.forEach(({ entityRef }) => found.add(entityRef));
    }
    return found;
  }
}
