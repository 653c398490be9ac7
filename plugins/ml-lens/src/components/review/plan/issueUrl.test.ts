// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { issueKey, issueUrl } from './issueUrl';

const facts = {
  title: 'Plan & test',
  workload: 'Fraud',
  question: 'Why?',
  choice: 'Q_1',
  url: 'https://portal/x?question=q',
};

describe('issueUrl', () => {
  it('fills in what it knows, encoded, and leaves the rest', () => {
    expect(
      issueUrl(
        'https://example.com/new?t={title}&w={workload}&q={question}&c={choice}&u={url}&x={other}',
        facts,
      ),
    ).toBe(
      'https://example.com/new?t=Plan%20%26%20test&w=Fraud&q=Why%3F&c=Q_1&u=https%3A%2F%2Fportal%2Fx%3Fquestion%3Dq&x={other}',
    );
  });

  it.each([undefined, '', '{url}', `${'java'}script:alert({title})`])(
    'follows no %s',
    template => {
      expect(issueUrl(template, facts)).toBeUndefined();
    },
  );
});

describe('issueKey', () => {
  it.each([
    ['https://tracker.example/browse/ML-12', 'ML-12'],
    ['https://tracker.example/browse/ML_OPS2-7/', 'ML_OPS2-7'],
    ['https://github.com/acme/shop/issues/31', '#31'],
    ['https://gitlab.com/acme/shop/-/work_items/8?show=1', '#8'],
    ['https://dev.azure.com/acme/shop/_workitems/edit/99', '#99'],
    ['https://tracker.example/cards/31', undefined],
    ['https://tracker.example/', undefined],
    ['no address', undefined],
  ])('calls %s %s', (address, key) => {
    expect(issueKey(address)).toBe(key);
  });
});
