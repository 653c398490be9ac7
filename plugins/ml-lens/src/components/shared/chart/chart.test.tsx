// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { render, screen, within } from '@testing-library/react';
import { renderInTestApp } from '@backstage/frontend-test-utils';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { StatusLegend } from '../StatusLegend';
import { PointSlider } from './PointSlider';
import { timeTickLabel } from './timeTickLabel';

const POINTS = Array.from({ length: 30 }, (_, index) => `point ${index}`);

function Slider(props: { onPick?: (index: number) => void }) {
  const [shown, setShown] = useState<number>();
  const index = shown ?? POINTS.length - 1;
  return (
    <>
      <PointSlider
        label="Points"
        help="Arrow keys go from point to point."
        plot={{ x: 10, width: 290 }}
        height={100}
        count={POINTS.length}
        index={index}
        valueText={POINTS[index]}
        indexAt={x => Math.min(29, Math.max(0, Math.round((x - 10) / 10)))}
        onShow={setShown}
        onPick={props.onPick}
      />
      <output>{shown === undefined ? 'nothing' : POINTS[shown]}</output>
    </>
  );
}

describe('the cursor of a chart', () => {
  it('is led through points by keys, and says each in words', async () => {
    render(<Slider />);
    const slider = screen.getByRole('slider', { name: 'Points' });
    expect(slider).toHaveAccessibleDescription(
      'Arrow keys go from point to point.',
    );
    expect(slider).toHaveAttribute('aria-valuemax', '29');
    await userEvent.tab();
    expect(slider).toHaveFocus();
    for (const [key, point] of [
      ['{ArrowLeft}', 28],
      ['{PageUp}', 29],
      ['{Home}', 0],
      ['{ArrowDown}', 0],
      ['{ArrowUp}', 1],
      ['{PageDown}', 0],
      ['{ArrowRight}', 1],
      ['{End}', 29],
    ] as const) {
      await userEvent.keyboard(key);
      expect(slider).toHaveAttribute('aria-valuetext', `point ${point}`);
      expect(screen.getByRole('status')).toHaveTextContent(`point ${point}`);
    }
    await userEvent.keyboard('{Escape}');
    expect(screen.getByRole('status')).toHaveTextContent('nothing');
  });

  it('chooses the point it is at', async () => {
    const onPick = jest.fn();
    render(<Slider onPick={onPick} />);
    await userEvent.tab();
    await userEvent.keyboard('{Home}{ArrowRight}{Enter}');
    await userEvent.keyboard('{ArrowRight} ');
    expect(onPick.mock.calls).toEqual([[1], [2]]);
  });

  it('shows nothing once the focus has gone', async () => {
    render(<Slider />);
    await userEvent.tab();
    await userEvent.keyboard('{Home}');
    await userEvent.tab();
    expect(screen.getByRole('status')).toHaveTextContent('nothing');
  });
});

describe('labels of the time axis', () => {
  it.each([
    ['2026-03-01', 0, 'en', 'Mar 2026'],
    ['2026-03-01', 1, 'en', 'Mar'],
    ['2027-01-01', 4, 'en', 'Jan 2027'],
    ['2026-03-15', 0, 'en', 'Mar 15'],
    ['2027-01-01', 4, 'ja', '2027年1月'],
  ])('are short: %s as number %i in %s', (day, index, locale, label) => {
    const date = new Date(`${day}T00:00:00`);
    expect(timeTickLabel(date, index, locale)).toBe(label);
  });
});

describe('the legend of phases', () => {
  it('says what each status looks like, and what is late', async () => {
    await renderInTestApp(<StatusLegend title="Phases" hasLate />);
    const legend = screen.getByRole('list', {
      name: 'What the marks of phases mean',
    });
    expect(
      within(legend)
        .getAllByRole('listitem')
        .map(({ textContent }) => textContent),
    ).toEqual([
      'Phases',
      'Complete',
      'At risk',
      'In progress',
      'Not started',
      'Late',
    ]);
  });
});
