// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { parseLens } from '@ml-lens/lens-model';
import japanese from '../../../translation/ja';
import type { Translate } from '../../../translation';
import { problemText } from './ProblemMessage';

const ja: Record<string, string> = japanese;

/** Fills placeholders as the framework does: unknown ones stay. */
const t = ((key: string, values: Record<string, unknown> = {}) =>
  ja[key].replace(/\{\{ (\w+) \}\}/g, (all, name) =>
    name in values ? String(values[name]) : all,
  )) as Translate;

const PROBLEM = {
  pointer: '/nam',
  code: 'UNKNOWN_KEY',
  message: 'A lens has no key "nam". Did you mean "name"?',
  params: { key: 'nam', similar: 'name' },
};

describe('problemText', () => {
  it('keeps the words of the check in English, and says them in Japanese', () => {
    expect(problemText(PROBLEM, 'en', t)).toBe(PROBLEM.message);
    expect(problemText(PROBLEM, 'ja', t)).toBe(
      '「nam」はこの形式にないキーです。保存はされますが、効果はありません(「name」ではありませんか)',
    );
  });

  it('falls back where it does not know the code, or what the text names', () => {
    for (const problem of [
      { ...PROBLEM, code: 'OF_TOMORROW' },
      { ...PROBLEM, params: undefined },
    ]) {
      expect(problemText(problem, 'ja', t)).toBe(PROBLEM.message);
    }
  });

  it('has all that the texts name, for what is wrong with a file', () => {
    const { errors, warnings } = parseLens(
      JSON.stringify({
        schemaVersion: '2020',
        nam: 'x',
        id: 'a b',
        version: '1/2',
        description: '[x](ftp://x)',
        locales: { 'not one': {} },
        phases: [{ id: 'one', name: 'x'.repeat(129), services: ['gone'] }],
        stackLayers: [{ id: 'two', name: 'x', moot: [{ question: 'gone' }] }],
        pillars: [
          { id: 'Security', name: 'P', questions: [] },
          {
            id: 'ab',
            name: 'P',
            questions: [
              {
                id: 'question',
                title: '',
                phase: 'gone',
                choices: [
                  {
                    id: 'one',
                    title: 'None of it',
                    additionalResources: [{ type: 'LINK' }],
                  },
                  {
                    id: 'one',
                    title: 'x',
                    improvementPlan: { displayText: 'x', url: 'ftp://x' },
                  },
                  { id: 'a_no', title: 'x' },
                  { id: 'b_no', title: 'x' },
                ],
                riskRules: [
                  { condition: 'onee', risk: 'LOW' },
                  { condition: 'one', risk: 'NO_RISK' },
                  { condition: 'one', risk: 'NO_RISK' },
                  {},
                ],
              },
              { id: 'other', title: 'x', choices: [], riskRules: [] },
            ],
          },
        ],
      }),
    );
    const problems = [...errors, ...warnings];
    expect(new Set(problems.map(({ code }) => code)).size).toBeGreaterThan(20);
    const unsaid = problems.filter(
      problem => problemText(problem, 'ja', t) === problem.message,
    );
    expect(unsaid).toEqual([]);
  });
});
