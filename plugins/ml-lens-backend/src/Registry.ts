// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

const ID = /^[a-zA-Z0-9][a-zA-Z0-9-]{0,62}$/;

/** What modules bring, each with an id of its own. */
export class Registry<Item extends { id: string }> implements Iterable<Item> {
  readonly #items = new Map<string, Item>();

  /** @param name - of one of them, for messages, behind its article */
  constructor(
    private readonly article: 'a' | 'an',
    private readonly name: string,
  ) {}

  /** @throws Error for an id that is taken or cannot be used */
  add(...items: Item[]): void {
    for (const item of items) {
      if (!ID.test(item.id)) {
        throw new Error(
          `The ${this.name} id '${item.id}' is not made of up to 63 letters, digits and dashes`,
        );
      }
      if (this.#items.has(item.id)) {
        throw new Error(
          `There is ${this.article} ${this.name} '${item.id}' already`,
        );
      }
      this.#items.set(item.id, item);
    }
  }

  /** Whether there is any. */
  get any(): boolean {
    return this.#items.size > 0;
  }

  [Symbol.iterator](): Iterator<Item> {
    return this.#items.values();
  }
}
