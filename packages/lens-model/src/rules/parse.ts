// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import jsep from 'jsep';
import { RuleNode } from './node';
import { RuleSyntaxError, tokenizeRule } from './tokens';

/**
 * Reads the condition of a risk rule: choice ids, `!`, `&&`, `||` and
 * parentheses, binding in that order of strength; or `default` alone.
 *
 * jsep does the parsing. It knows far more than this grammar (calls, members,
 * numbers, …) and keeps its settings in one global place, so it is neither
 * reconfigured nor shown the file's text: the tokens are checked first, and
 * jsep gets them with ids replaced by plain names (`1a` or `true` would not
 * be names to it).
 *
 * @throws {@link RuleSyntaxError} for everything that is not in the grammar,
 * that is nested more than 64 levels deep, or that is too long
 * @public
 */
export function parseRule(condition: string): RuleNode {
  const tokens = tokenizeRule(condition);
  if (tokens.length === 1 && tokens[0].text === 'default') {
    return { type: 'default' };
  }
  const ids: string[] = [];
  const source = tokens
    .map(token =>
      token.kind === 'id' ? `c${ids.push(token.text) - 1}` : token.text,
    )
    .join('');
  let expression: jsep.Expression;
  try {
    expression = jsep(source);
  } catch (error) {
    throw new RuleSyntaxError(
      `The condition cannot be read: ${(error as Error).message}`,
      0,
    );
  }
  return toNode(expression, ids);
}

function toNode(expression: jsep.Expression, ids: string[]): RuleNode {
  switch (expression.type) {
    case 'Identifier':
      return {
        type: 'choice',
        id: ids[Number(String(expression.name).slice(1))],
      };
    case 'UnaryExpression':
      return {
        type: 'not',
        operand: toNode(expression.argument as jsep.Expression, ids),
      };
    // jsep calls "&&" and "||" one or the other, depending on its version.
    case 'BinaryExpression':
    case 'LogicalExpression':
      return {
        type: expression.operator === '&&' ? 'and' : 'or',
        left: toNode(expression.left as jsep.Expression, ids),
        right: toNode(expression.right as jsep.Expression, ids),
      };
    default:
      throw new RuleSyntaxError(
        `The condition cannot be read: unexpected ${expression.type}`,
        0,
      );
  }
}
