// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { aLens, aQuestion, aSuperset } from './__testUtils__/lenses';
import { countLens, isNoneOfThese } from './choices';
import { compileLens } from './compile';
import { webAddress } from './webAddress';

// In parts, because the linter takes it for code.
const SCRIPT = 'javascript';

describe('compileLens', () => {
  const document = aSuperset();
  const lens = compileLens(document, { id: 'stored', version: '7' });

  it('goes by the id and version it is stored under', () => {
    expect([lens.id, lens.version]).toEqual(['stored', '7']);
    expect(lens.document).toBe(document);
  });

  it('lists pillars, phases and questions in file order', () => {
    expect(lens.pillars).toEqual([{ id: 'pillar', name: 'A pillar' }]);
    expect(lens.phases.map(({ id }) => id)).toEqual(['goal', 'build']);
    expect(lens.questions.map(({ id }) => id)).toEqual(['goal_q', 'build_q']);
  });

  it('prepares questions', () => {
    const question = lens.question('goal_q')!;
    expect(question).toMatchObject({
      pillarId: 'pillar',
      phaseId: 'goal',
      weight: 2,
      announced: new Set(),
      noneOfTheseId: 'goal_q_no',
    });
    expect(question.choice('first')?.origin).toBe('article');
    expect(question.choice('nowhere')).toBeUndefined();
    expect(question.rules.map(({ risk }) => risk)).toEqual([
      'NONE',
      'MEDIUM',
      'HIGH',
    ]);
    expect(question.rules[2].node).toEqual({ type: 'default' });
    expect(lens.question('nowhere')).toBeUndefined();
  });

  it('fills in what AWS lenses lack', () => {
    const aws = compileLens(
      aLens({}, [
        aQuestion('one', { choices: aQuestion('one').choices.slice(0, 2) }),
      ]),
      { id: 'aws', version: '1' },
    );
    expect(aws.phases).toEqual([]);
    expect(aws.question('one')).toMatchObject({
      phaseId: null,
      weight: 1,
      announced: new Set(),
      noneOfTheseId: null,
    });
  });

  it('knows no more ids than the lens has', () => {
    expect(lens.question('constructor')).toBeUndefined();
    expect(lens.question('goal_q')!.choice('__proto__')).toBeUndefined();
  });
});

describe('countLens', () => {
  it('counts', () => {
    expect(countLens(aSuperset())).toEqual({
      pillars: 1,
      questions: 2,
      choices: 6,
    });
  });
});

describe('isNoneOfThese', () => {
  it('goes by the suffix', () => {
    expect(isNoneOfThese('x_no')).toBe(true);
    expect(isNoneOfThese('_no')).toBe(true);
    expect(isNoneOfThese('x_NO')).toBe(false);
    expect(isNoneOfThese('no_x')).toBe(false);
  });
});

describe('webAddress', () => {
  it('lets only addresses of the web through', () => {
    expect(webAddress('https://example.com')).toBe('https://example.com');
    expect(webAddress('HTTP://EXAMPLE.COM')).toBe('HTTP://EXAMPLE.COM');
    for (const url of [
      undefined,
      '',
      'https://',
      `${SCRIPT}:x`,
      '//example.com',
    ]) {
      expect(webAddress(url)).toBeUndefined();
    }
  });
});
