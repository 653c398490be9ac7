// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { RuleNode } from './node';

const BINDING = { or: 1, and: 2, not: 3, choice: 4, default: 4 } as const;
const SYMBOL = { or: '||', and: '&&' } as const;

/**
 * Writes a condition in the file's grammar with no more parentheses than it
 * needs. Parsing the text gives the same tree again, so two conditions that
 * differ only in white space or needless parentheses print alike.
 * @public
 */
export function printRule(node: RuleNode): string {
  switch (node.type) {
    case 'default':
      return 'default';
    case 'choice':
      return node.id;
    case 'not':
      return `!${wrap(node.operand, BINDING.not)}`;
    default: {
      const own = BINDING[node.type];
      const left = wrap(node.left, own);
      // Operators group to the left: the same operator on the right side was
      // written in parentheses.
      const right = wrap(node.right, own + 1);
      return `${left} ${SYMBOL[node.type]} ${right}`;
    }
  }
}

function wrap(node: RuleNode, least: number): string {
  const text = printRule(node);
  return BINDING[node.type] < least ? `(${text})` : text;
}
