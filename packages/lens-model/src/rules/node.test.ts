// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import fc from 'fast-check';
import { conditionOver } from './__testUtils__/arbitraries';
import { choicesOf, evaluateRule, RuleNode } from './node';
import { parseRule } from './parse';

const IDS = ['a', 'b', 'c', 'd'];
const holds = (node: RuleNode, selected: readonly string[]) =>
  evaluateRule(node, id => selected.includes(id));
const selections = fc.subarray(IDS);
const not = (operand: RuleNode): RuleNode => ({ type: 'not', operand });

describe('evaluateRule', () => {
  // The rules and answers are the worked examples of the format's description.
  it.each([
    ['a && b', ['a', 'b'], true],
    ['a && b', ['b'], false],
    ['(a || b) && c', ['a', 'c'], true],
    ['(a || b) && c', ['a', 'b'], false],
    ['!a', ['b'], true],
    ['(!a) || (!b)', ['a'], true],
    ['!a || b || !c', ['a', 'c'], false],
    ['x_no || (a && b && c)', ['x_no'], true],
    ['x_no || (a && b && c)', ['a'], false],
    ['b && !a || c', ['a', 'c'], true],
    ['default', [], true],
  ])('%s with %j selected is %s', (condition, selected, expected) => {
    expect(holds(parseRule(condition), selected)).toBe(expected);
  });

  it('obeys the laws of De Morgan', () => {
    const node = conditionOver(IDS);
    fc.assert(
      fc.property(node, node, selections, (left, right, selected) => {
        expect(holds(not({ type: 'and', left, right }), selected)).toBe(
          holds({ type: 'or', left: not(left), right: not(right) }, selected),
        );
        expect(holds(not({ type: 'or', left, right }), selected)).toBe(
          holds({ type: 'and', left: not(left), right: not(right) }, selected),
        );
      }),
    );
  });

  it('distributes "&&" over "||"', () => {
    const node = conditionOver(IDS);
    fc.assert(
      fc.property(node, node, node, selections, (a, b, c, selected) => {
        const or: RuleNode = { type: 'or', left: b, right: c };
        expect(holds({ type: 'and', left: a, right: or }, selected)).toBe(
          holds(
            {
              type: 'or',
              left: { type: 'and', left: a, right: b },
              right: { type: 'and', left: a, right: c },
            },
            selected,
          ),
        );
      }),
    );
  });
});

describe('choicesOf', () => {
  it('lists each choice once, in order of appearance', () => {
    expect([...choicesOf(parseRule('b && !(a || b) || c'))]).toEqual([
      'b',
      'a',
      'c',
    ]);
    expect(choicesOf(parseRule('default')).size).toBe(0);
  });

  it('names all an evaluation can depend on', () => {
    fc.assert(
      fc.property(conditionOver(IDS), selections, (node, selected) => {
        const named = choicesOf(node);
        expect(
          holds(
            node,
            selected.filter(id => named.has(id)),
          ),
        ).toBe(holds(node, selected));
      }),
    );
  });
});
