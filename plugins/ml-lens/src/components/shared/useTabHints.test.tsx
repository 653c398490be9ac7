// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { act, fireEvent, render, screen } from '@testing-library/react';
import { useRef } from 'react';
import { HINTED_TABS, useTabHints } from './useTabHints';

function Example(props: { chosen: string }) {
  const around = useRef<HTMLDivElement>(null);
  useTabHints(around);
  return (
    <div ref={around} className={HINTED_TABS}>
      <div role="tablist">
        {['first', 'last'].map(name => (
          <button
            key={name}
            role="tab"
            type="button"
            aria-selected={name === props.chosen}
          >
            {name}
          </button>
        ))}
      </div>
    </div>
  );
}

/** Nothing has a size in tests: a list of 300 pixels with 500 of tabs. */
function giveSizes() {
  const of = (name: 'clientWidth' | 'scrollWidth', value: number) =>
    jest.spyOn(Element.prototype, name, 'get').mockReturnValue(value);
  of('clientWidth', 300);
  of('scrollWidth', 500);
  jest
    .spyOn(Element.prototype, 'getBoundingClientRect')
    .mockImplementation(function box(this: Element) {
      return this.getAttribute('role') === 'tab'
        ? new DOMRect(440, 0, 60, 40)
        : new DOMRect(0, 0, 300, 40);
    });
}

describe('useTabHints', () => {
  beforeAll(() => {
    window.ResizeObserver ??= class {
      observe() {}
      unobserve() {}
      disconnect() {}
    };
    window.DOMRect ??= class {
      constructor(
        readonly left: number,
        readonly top: number,
        readonly width: number,
        readonly height: number,
      ) {}
    } as unknown as typeof DOMRect;
  });
  afterEach(() => jest.restoreAllMocks());

  it('says at which ends there is more, and follows the chosen tab', async () => {
    giveSizes();
    const { rerender } = render(<Example chosen="" />);
    const list = screen.getByRole('tablist');
    expect(list).toHaveAttribute('data-more-after');
    expect(list).not.toHaveAttribute('data-more-before');

    // Observers are called once the change is done.
    await act(async () => rerender(<Example chosen="last" />));
    expect(list.scrollLeft).toBe(320);
    expect(list).toHaveAttribute('data-more-before');
    expect(list).not.toHaveAttribute('data-more-after');

    act(() => {
      list.scrollLeft = 0;
      fireEvent.scroll(list);
    });
    expect(list).toHaveAttribute('data-more-after');
  });
});
