// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { appLanguageApiRef } from '@backstage/frontend-plugin-api';
import { TestApiProvider } from '@backstage/frontend-test-utils';
import { act, render } from '@testing-library/react';
import { DocumentLanguage } from './DocumentLanguage';

describe('the document', () => {
  it('is in the language of the app', () => {
    let choose: (next: { language: string }) => void = () => {};
    const api = {
      language$: () => ({
        subscribe: (next: typeof choose) => {
          choose = next;
          next({ language: 'en' });
          return { unsubscribe: () => {}, closed: false };
        },
      }),
    };
    render(
      <TestApiProvider apis={[[appLanguageApiRef, api as any]]}>
        <DocumentLanguage />
      </TestApiProvider>,
    );
    expect(document.documentElement.lang).toBe('en');

    act(() => choose({ language: 'ja' }));
    expect(document.documentElement.lang).toBe('ja');
  });
});
