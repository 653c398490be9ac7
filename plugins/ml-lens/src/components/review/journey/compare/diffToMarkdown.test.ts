// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { compileLens } from '@ml-lens/lens-model';
import type { Translate } from '../../../../translation/hooks';
import { fixtureLens } from '../../__testUtils__/lens';
import { diff } from '../__testUtils__/journeyApi';
import { diffToMarkdown } from './diffToMarkdown';

/** The last part of the key, and what fills it. */
const t = ((key: string, values?: Record<string, unknown>) =>
  [key.split('.').at(-1), ...Object.values(values ?? {})].join(
    ' ',
  )) as Translate;

const context = {
  title: 'Sales *forecast*',
  lens: compileLens(fixtureLens, { id: 'small-lens', version: '1' }),
  words: {
    t,
    levelName: (level: string) => level,
    percent: (share: number) => `${share * 100} %`,
    dateTime: (instant: string) => instant.slice(0, 16),
    date: (instant: string) => instant.slice(0, 10),
  },
};

describe('diffToMarkdown', () => {
  const lines = diffToMarkdown(diff, context).split('\n');

  it('names the points', () => {
    expect(lines[0]).toBe(
      '## markdownTitle Sales \\*forecast\\* milestone Kick-off done 2026-04-01 2026-06-30T12:00',
    );
  });

  it('names what was decided at gates', () => {
    expect(lines).toContain('- Data ready: GO, 2026-05-04');
  });

  it('says what the figures were, are, and how they moved', () => {
    expect(lines).toContain('| score | 20 | 60 | ▲ +40 |');
    expect(lines).toContain('| coverage | 50 % | 75 % | ▲ +25 % |');
    expect(lines).toContain('| HIGH | 1 | 0 | ▼ −1 |');
    expect(lines).toContain('| level | Initial | Defined |  |');
  });

  it('lists pillars and phases that moved, those without a score as a dash', () => {
    expect(lines).toContain('| Quality | 25 | 75 | ▲ +50 |');
    expect(lines.some(line => line.startsWith('| Cost'))).toBe(false);
    expect(lines).toContain('| Evaluation | – | 0 |  |');
  });

  it('lists questions with what was done, and nothing that formats', () => {
    const at = lines.indexOf(
      '- **How is data labelled?** (CHANGED; HIGH → MEDIUM)',
    );
    expect(lines.slice(at + 1, at + 4)).toEqual([
      '  - selected How is data labelled? – first practice',
      '  - deselected None of these',
      '  - notesAdded: By two people \\| \\*each\\*',
    ]);
    expect(lines).toContain('- **What is gone?** (REMOVED; NONE)');
  });

  it('says so where nothing changed', () => {
    const same = diffToMarkdown(
      {
        ...diff,
        to: diff.from,
        questions: [],
        pillars: [],
        phases: [],
        gates: [],
      },
      context,
    );
    expect(same).toContain('\nsame\n');
    expect(same).toContain('| score | 20 | 20 | ±0 |');
    expect(same).not.toContain('###');
  });
});
