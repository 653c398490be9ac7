// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

/**
 * A risk rule's condition as a tree. `default` always holds and stands alone.
 * @public
 */
export type RuleNode =
  | { type: 'default' }
  | { type: 'choice'; id: string }
  | { type: 'not'; operand: RuleNode }
  | { type: 'and' | 'or'; left: RuleNode; right: RuleNode };

/**
 * Whether a condition holds.
 *
 * @param node - the condition
 * @param isTrue - the truth of one choice; see `truthOfChoice` for the policy
 * @public
 */
export function evaluateRule(
  node: RuleNode,
  isTrue: (choiceId: string) => boolean,
): boolean {
  switch (node.type) {
    case 'default':
      return true;
    case 'choice':
      return isTrue(node.id);
    case 'not':
      return !evaluateRule(node.operand, isTrue);
    case 'and':
      return (
        evaluateRule(node.left, isTrue) && evaluateRule(node.right, isTrue)
      );
    default:
      return (
        evaluateRule(node.left, isTrue) || evaluateRule(node.right, isTrue)
      );
  }
}

/**
 * The ids of the choices a condition names, in order of first appearance.
 * @public
 */
export function choicesOf(node: RuleNode): Set<string> {
  const ids = new Set<string>();
  const visit = (part: RuleNode): void => {
    if (part.type === 'choice') {
      ids.add(part.id);
    } else if (part.type === 'not') {
      visit(part.operand);
    } else if (part.type === 'and' || part.type === 'or') {
      visit(part.left);
      visit(part.right);
    }
  };
  visit(node);
  return ids;
}
