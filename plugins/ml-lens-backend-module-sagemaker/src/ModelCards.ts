// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import type { SageMakerAccount } from './SageMakerAccount';

/** How long "there is no card" is believed, in milliseconds. */
const NONE_FOR_MS = 6 * 3_600_000;

/** Groups that a card names, and when it changed. */
interface NamedGroups {
  modifiedAt: number;
  groups: string[];
}

/** A group, and its newest version. */
interface Described {
  group: string;
  arn: string | undefined;
}

/**
 * Which groups have a model card: one of their name, one that names them, or one
 * that is a part of their newest version. Texts are read again when they change.
 */
export class ModelCards {
  /** By the name of the card. */
  #named = new Map<string, NamedGroups>();
  /** Whether a version has a card, and since when that is known. */
  readonly #versions = new Map<string, { present: boolean; at: number }>();

  constructor(private readonly account: SageMakerAccount) {}

  /** Those that have one, of some groups. */
  async of(
    groups: readonly Described[],
    signal: AbortSignal,
    now: number = Date.now(),
  ): Promise<Set<string>> {
    const found = await this.#listed(signal);
    const present = new Set<string>();
    for (const { group, arn } of groups) {
      if (found.has(group) || (arn && (await this.#hasOwn(arn, signal, now)))) {
        present.add(group);
      }
    }
    return present;
  }

  /** Groups that cards are about, or are called as. */
  async #listed(signal: AbortSignal): Promise<Set<string>> {
    const named = new Map<string, NamedGroups>();
    const groups = new Set<string>();
    for await (const card of this.account.cards(signal)) {
      const { ModelCardName: name, LastModifiedTime: changed } = card;
      if (name) {
        const modifiedAt = (changed ?? card.CreationTime)?.getTime() ?? NaN;
        const before = this.#named.get(name);
        const known =
          before?.modifiedAt === modifiedAt
            ? before
            : {
                modifiedAt,
                groups: groupsIn(await this.account.cardText(name, signal)),
              };
        named.set(name, known);
        [name, ...known.groups].forEach(group => groups.add(group));
      }
    }
    this.#named = named;
    return groups;
  }

  async #hasOwn(
    arn: string,
    signal: AbortSignal,
    now: number,
  ): Promise<boolean> {
    const known = this.#versions.get(arn);
    if (known?.present || (known && known.at > now - NONE_FOR_MS)) {
      return known.present;
    }
    const present = await this.account.hasCard(arn, signal);
    this.#versions.set(arn, { present, at: now });
    return present;
  }
}

/** Groups that the text of a card names, where SageMaker's schema has them. */
function groupsIn(text: string | undefined): string[] {
  try {
    const card = JSON.parse(text ?? '{}');
    return [
      card.model_package_details?.model_package_group_name,
      card.model_overview?.model_name,
    ].filter((name): name is string => typeof name === 'string' && name !== '');
  } catch {
    return [];
  }
}
