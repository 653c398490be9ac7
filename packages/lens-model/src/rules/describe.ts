// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { RuleNode } from './node';

/**
 * How a rule is said in one language.
 * @public
 */
export interface RuleWords {
  /** Said for `default`. */
  otherwise: string;
  choice(title: string): string;
  not(part: string): string;
  and(parts: string[]): string;
  or(parts: string[]): string;
  /** Keeps a part together inside a larger one. */
  group(part: string): string;
}

const ENGLISH_RULE_WORDS: RuleWords = {
  otherwise: 'otherwise',
  choice: title => `“${title}”`,
  not: part => `not ${part}`,
  and: parts => parts.join(' and '),
  or: parts => parts.join(' or '),
  group: part => `(${part})`,
};

/**
 * Says a condition in words, with the titles of the choices in place of ids.
 *
 * @param node - the condition
 * @param titleOf - the title to show for a choice
 * @param words - the language; English unless told
 * @public
 */
export function describeRule(
  node: RuleNode,
  titleOf: (choiceId: string) => string,
  words: RuleWords = ENGLISH_RULE_WORDS,
): string {
  const say = (part: RuleNode, inside: boolean): string => {
    switch (part.type) {
      case 'default':
        return words.otherwise;
      case 'choice':
        return words.choice(titleOf(part.id));
      case 'not':
        return words.not(say(part.operand, true));
      default: {
        const parts = chain(part, part.type).map(item => say(item, true));
        const text = part.type === 'and' ? words.and(parts) : words.or(parts);
        return inside ? words.group(text) : text;
      }
    }
  };
  return say(node, false);
}

/** `a && b && c` as one list, however it was grouped. */
function chain(node: RuleNode, type: 'and' | 'or'): RuleNode[] {
  return node.type === type
    ? [...chain(node.left, type), ...chain(node.right, type)]
    : [node];
}
