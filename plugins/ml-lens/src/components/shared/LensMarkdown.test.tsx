// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { renderInTestApp } from '@backstage/frontend-test-utils';
import { screen } from '@testing-library/react';
import { LensMarkdown } from './LensMarkdown';

describe('LensMarkdown', () => {
  it('fetches no picture, and runs nothing', async () => {
    const { container } = await renderInTestApp(
      <LensMarkdown
        content={[
          '**bold** ![a chart](https://elsewhere.example/a.png)',
          '<img src="https://elsewhere.example/b.png" onerror="alert(1)">',
          '<script>alert(1)</script>',
        ].join('\n\n')}
      />,
    );
    expect(await screen.findByText('bold')).toBeVisible();
    expect(screen.getByAltText('a chart')).toBeVisible();
    expect(container.innerHTML).not.toContain('elsewhere.example');
    expect(container.innerHTML).not.toContain('script');
  });
});
