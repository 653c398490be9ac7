// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import fc from 'fast-check';
import { compileQuestion, CompiledQuestion } from './compile';
import { conditionOver } from '../rules/__testUtils__/arbitraries';
import { analyzeQuestion, RuleFinding } from './analyze';
import { evaluateRule } from '../rules/node';
import { printRule } from '../rules/print';

type Rules = readonly (readonly [
  condition: string,
  risk: 'NO' | 'MEDIUM' | 'HIGH',
])[];

function question(choices: readonly string[], rules: Rules): CompiledQuestion {
  return compileQuestion(
    {
      id: 'question',
      title: 'Question?',
      choices: choices.map(id => ({ id, title: id })),
      riskRules: rules.map(([condition, risk]) => ({
        condition,
        risk: `${risk}_RISK` as const,
      })),
    },
    'pillar',
  );
}

const analyze = (choices: readonly string[], rules: Rules) =>
  analyzeQuestion(question(choices, rules));

const RANK = { NONE: 0, MEDIUM: 1, HIGH: 2 };

/** The same findings by trying every answer one after another. */
function bruteForce({ choices, rules, noneOfTheseId }: CompiledQuestion) {
  const real = choices.map(({ id }) => id).filter(id => id !== noneOfTheseId);
  const decide = (selected: ReadonlySet<string>) =>
    rules.findIndex(({ node }) => evaluateRule(node, id => selected.has(id)));
  const risk = (selected: ReadonlySet<string>) =>
    rules[decide(selected)]?.risk ?? 'HIGH';
  const answers = Array.from(
    { length: 2 ** real.length - 1 },
    (_, i) => new Set(real.filter((_id, bit) => (i + 1) & (1 << bit))),
  );
  const none = noneOfTheseId === null ? [] : [new Set([noneOfTheseId])];
  const fired = new Set([...answers, ...none].map(decide));
  return {
    dead: rules.flatMap((_, i) => (fired.has(i) ? [] : [i])),
    worse: answers.some(answer =>
      real.some(
        id => RANK[risk(new Set([...answer, id]))] > RANK[risk(answer)],
      ),
    ),
    best: risk(new Set(real)),
    risk,
  };
}

describe('analyzeQuestion', () => {
  it('finds nothing in ordinary rules', () => {
    expect(
      analyze(
        ['a', 'b', 'c_no'],
        [
          ['a && b', 'NO'],
          ['a', 'MEDIUM'],
          ['default', 'HIGH'],
        ],
      ),
    ).toEqual([]);
    expect(analyze(['a'], [['default', 'NO']])).toEqual([]);
    expect(analyze(['a'], [])).toEqual([]);
  });

  it('finds a default that can never be reached', () => {
    expect(
      analyze(
        ['a', 'b'],
        [
          ['a && b', 'NO'],
          ['(!a) || (!b)', 'HIGH'],
          ['default', 'MEDIUM'],
        ],
      ),
    ).toEqual([{ kind: 'NEVER_FIRES', ruleIndex: 2, risk: 'MEDIUM' }]);
  });

  it('knows that an answer selects something, or none of these', () => {
    const rules: Rules = [
      ['a', 'NO'],
      ['default', 'HIGH'],
    ];
    expect(
      analyze(
        ['a'],
        [
          ['a', 'NO'],
          ['!a', 'HIGH'],
          ['default', 'MEDIUM'],
        ],
      ),
    ).toEqual([
      { kind: 'ONLY_UNANSWERED', ruleIndex: 1, risk: 'HIGH' },
      { kind: 'NEVER_FIRES', ruleIndex: 2, risk: 'MEDIUM' },
    ]);
    expect(analyze(['a', 'b_no'], rules)).toEqual([]);
    expect(analyze(['a', 'unnamed'], rules)).toEqual([]);
  });

  it('takes a default for what the format wants, though one choice leaves it nothing', () => {
    const rules: Rules = [
      ['a', 'NO'],
      ['default', 'HIGH'],
    ];
    expect(analyze(['a'], rules)).toEqual([]);
    expect(analyze(['a', 'b'], [['a || b', 'NO'], rules[1]])).toEqual([]);
  });

  it('finds a best answer that stays risky', () => {
    expect(
      analyze(
        ['a', 'b'],
        [
          ['a && !b', 'NO'],
          ['default', 'HIGH'],
        ],
      )[0],
    ).toEqual({ kind: 'BEST_NOT_NONE', risk: 'HIGH', reachable: true });
    expect(
      analyze(
        ['a', 'b'],
        [
          ['a && b', 'MEDIUM'],
          ['default', 'HIGH'],
        ],
      ),
    ).toEqual([{ kind: 'BEST_NOT_NONE', risk: 'MEDIUM', reachable: false }]);
  });

  it('shows the smallest selection that one choice more makes worse', () => {
    expect(
      analyze(
        ['a', 'b', 'c'],
        [
          ['a && b && c', 'NO'],
          ['c', 'HIGH'],
          ['default', 'MEDIUM'],
        ],
      ),
    ).toContainEqual({
      kind: 'NOT_MONOTONE',
      selected: ['a'],
      choiceId: 'c',
      before: 'MEDIUM',
      after: 'HIGH',
    });
  });

  it('samples questions with more than 12 choices the same way each time', () => {
    const ids = Array.from({ length: 15 }, (_, i) => `c${i}`);
    const rules: Rules = [
      [ids.slice(0, 14).join(' && '), 'NO'],
      ['c0 && !c14', 'MEDIUM'],
      [`default`, 'HIGH'],
    ];
    const findings = analyze(ids, rules);
    expect(findings.map(({ kind }) => kind)).toEqual(['NOT_MONOTONE']);
    expect(findings[0]).toMatchObject({ selected: ['c0'], choiceId: 'c14' });
    expect(analyze(ids, rules)).toEqual(findings);
  });

  it('calls no rule dead that a sample may have missed', () => {
    const ids = Array.from({ length: 16 }, (_, i) => `c${i}`);
    const once = ids.map((id, i) => (i % 2 ? id : `!${id}`)).join(' && ');
    const rules: Rules = [
      [ids.join(' && '), 'NO'],
      [once, 'MEDIUM'],
      [`default`, 'MEDIUM'],
    ];
    expect(analyze(ids, rules)).toEqual([]);
  });

  it('calls a rule dead that holds for no answer but an empty one', () => {
    const rules: Rules = [
      ['a', 'NO'],
      ['!a && !b_no', 'MEDIUM'],
      ['default', 'HIGH'],
    ];
    expect(analyze(['a', 'b_no'], rules)).toEqual([
      { kind: 'NEVER_FIRES', ruleIndex: 1, risk: 'MEDIUM' },
    ]);
  });

  it('agrees with trying every answer', () => {
    const ids = ['a', 'b', 'c', 'd', 'e', 'f', 'x_no'];
    const condition = conditionOver(ids).map(printRule);
    const rules = fc
      .tuple(condition, condition, fc.constantFrom('default', 'a'))
      .chain(conditions =>
        fc
          .shuffledSubarray(['NO', 'MEDIUM', 'HIGH'] as const, { minLength: 3 })
          .map(risks => conditions.map((text, i) => [text, risks[i]] as const)),
      );
    fc.assert(
      fc.property(fc.subarray(ids, { minLength: 1 }), rules, (used, given) => {
        const subject = question([...new Set([...used, 'a'])], given);
        const expected = bruteForce(subject);
        const found = analyzeQuestion(subject);
        const of = <K extends RuleFinding['kind']>(kind: K) =>
          found.filter(
            (finding): finding is Extract<RuleFinding, { kind: K }> =>
              finding.kind === kind,
          );
        const forNothing =
          subject.noneOfTheseId === null
            ? subject.rules.findIndex(({ node }) =>
                evaluateRule(node, () => false),
              )
            : -1;
        expect(of('NEVER_FIRES').map(({ ruleIndex }) => ruleIndex)).toEqual(
          expected.dead.filter(index => index !== forNothing),
        );
        expect(of('ONLY_UNANSWERED').map(({ ruleIndex }) => ruleIndex)).toEqual(
          expected.dead.filter(
            index =>
              index === forNothing &&
              subject.rules[index].node.type !== 'default',
          ),
        );
        expect(of('NOT_MONOTONE')).toHaveLength(expected.worse ? 1 : 0);
        for (const { selected, choiceId, before, after } of of(
          'NOT_MONOTONE',
        )) {
          expect(expected.risk(new Set(selected))).toBe(before);
          expect(expected.risk(new Set([...selected, choiceId]))).toBe(after);
        }
        expect(of('BEST_NOT_NONE').map(({ risk }) => risk)).toEqual(
          expected.best === 'NONE' ? [] : [expected.best],
        );
      }),
      { numRuns: 300 },
    );
  });
});
