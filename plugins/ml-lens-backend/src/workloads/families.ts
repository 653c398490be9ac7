// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

/** A group below a group, or a domain below a domain; refs in lower case. */
export interface ParentEdge {
  entityRef: string;
  parentRef: string;
}

/** Which groups lie below which, and which domains. */
export class Families {
  readonly #children = new Map<string, string[]>();

  constructor(edges: readonly ParentEdge[]) {
    for (const { entityRef, parentRef } of edges) {
      const children = this.#children.get(parentRef);
      if (children) {
        children.push(entityRef);
      } else {
        this.#children.set(parentRef, [entityRef]);
      }
    }
  }

  /** These refs and all below them, however deep; circles end. */
  below(refs: Iterable<string>): Set<string> {
    const found = new Set(refs);
    // A set goes on to what is added to it meanwhile.
    for (const ref of found) {
      this.#children.get(ref)?.forEach(child => found.add(child));
    }
    return found;
  }
}
