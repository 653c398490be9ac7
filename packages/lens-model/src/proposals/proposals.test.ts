// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import {
  acceptedState,
  citationAddress,
  isFullyCited,
  isLineRange,
  isRepository,
  isRepositoryPath,
  practiceDifferences,
  visibleText,
  type Citation,
} from '.';

const SCRIPT = ['javascript', 'alert(1)'].join(':');
const answer = {
  selectedChoices: ['a'],
  notApplicableChoices: [{ choiceId: 'c', reason: 'OUT_OF_SCOPE' as const }],
  notApplicable: null,
  notes: 'As agreed',
  evidence: [{ title: 'Runbook' }],
};
const proposal = {
  selectedChoices: ['a', 'b'],
  notApplicableChoices: [],
  notApplicable: null,
  notes: null,
};
const file = {
  repo: 'acme/fraud',
  commit: '0123abc',
  path: 'src/a b.py',
  quote: 'x',
};

describe('an accepted proposal', () => {
  it('keeps what people said beside it', () => {
    expect(acceptedState(answer, proposal)).toEqual({
      ...answer,
      selectedChoices: ['a', 'b'],
      notApplicableChoices: [],
    });
    expect(acceptedState(answer, { ...proposal, notes: '' }).notes).toBe('');
    expect(acceptedState(null, proposal)).toMatchObject({
      notes: '',
      evidence: [],
    });
  });

  it('differs by practice', () => {
    const choices = ['a', 'b', 'c', 'd'].map(id => ({ id }));
    expect(
      practiceDifferences(choices, answer, proposal).map(
        ({ choiceId, before, after }) => [choiceId, before, after].join(' '),
      ),
    ).toEqual([
      'a SELECTED SELECTED',
      'b NONE SELECTED',
      'c NOT_APPLICABLE NONE',
      'd NONE NONE',
    ]);
    expect(practiceDifferences(choices, null, proposal)[0].before).toBe('NONE');
  });
});

describe('isFullyCited', () => {
  const cited = (...ids: (string | undefined)[]): Citation[] =>
    ids.map(choiceId => ({ choiceId, url: 'https://a.example', quote: 'q' }));

  it.each([
    [['a', 'b'], cited('a', 'b'), true],
    [['a', 'b'], cited('a'), false],
    [['a', 'b'], cited(undefined, undefined), false],
    [['a'], cited(undefined), true],
    [['a'], [], false],
    // Nothing shows that none of them is in place.
    [['x_no'], cited('x_no'), false],
    [[], [], false],
  ])('%j with %j: %s', (selectedChoices, citations, expected) => {
    expect(isFullyCited({ selectedChoices, citations })).toBe(expected);
  });
});

describe('citations', () => {
  it.each([
    ['acme/fraud', true],
    ['git.acme.example/ml/fraud', true],
    ['https://github.com/acme/fraud', true],
    [`${SCRIPT}//x`, false],
    ['file:///etc/passwd', false],
    ['../../etc', false],
    ['https://github.com/../..', false],
    ['fraud', false],
    ['acme/fraud\u202e', false],
    ['https://user:pw@evil.example/a/b', false],
  ])('repository %j: %s', (text, expected) => {
    expect(isRepository(text)).toBe(expected);
  });

  it.each([
    ['src/train.py', true],
    ['docs/モデル.md', true],
    ['a b/c', true],
    ['', false],
    ['/etc/passwd', false],
    ['../x', false],
    ['a/../../x', false],
    ['a//b', false],
    ['a\\..\\b', false],
    ['C:/x', false],
    [SCRIPT, false],
    ['a\u0000b', false],
    ['a\nb', false],
    ['a\u202egnp.exe', false],
  ])('path %j: %s', (text, expected) => {
    expect(isRepositoryPath(text)).toBe(expected);
  });

  it.each([
    ['1', true],
    ['12-40', true],
    ['40-12', false],
    ['0', false],
    ['1-', false],
    ['1,2', false],
    ['12345678', false],
  ])('lines %j: %s', (text, expected) => {
    expect(isLineRange(text)).toBe(expected);
  });

  it('open at the line', () => {
    expect(citationAddress({ ...file, lines: '3-9' })).toBe(
      'https://github.com/acme/fraud/blob/0123abc/src/a%20b.py#L3-L9',
    );
    expect(citationAddress({ ...file, lines: '3' })).toBe(
      'https://github.com/acme/fraud/blob/0123abc/src/a%20b.py#L3',
    );
    expect(
      citationAddress({
        ...file,
        repo: 'https://gitlab.acme.example/ml/x/fraud.git',
        lines: '3-9',
      }),
    ).toBe(
      'https://gitlab.acme.example/ml/x/fraud/-/blob/0123abc/src/a%20b.py#L3-9',
    );
    expect(citationAddress({ ...file, repo: 'a/b/c' })).toBeUndefined();
    expect(citationAddress({ url: SCRIPT, quote: 'q' })).toBeUndefined();
  });
});

describe('visibleText', () => {
  it('shows what would work instead of being seen', () => {
    expect(visibleText('a\u001b[31mred\u0007')).toBe(
      'a⟨U+001B⟩[31mred⟨U+0007⟩',
    );
    expect(visibleText('x\u202egnp\u200b.exe\u{e0041}\ufeff')).toBe(
      'x⟨U+202E⟩gnp⟨U+200B⟩.exe⟨U+E0041⟩⟨U+FEFF⟩',
    );
    expect(visibleText('half \ud800')).toBe('half ⟨U+D800⟩');
  });

  it('leaves everything else', () => {
    const text = 'Zwei Zeilen\n\tモデル <b>👩\u200d🔬 é</b>';
    expect(visibleText(text)).toBe(text);
  });
});
