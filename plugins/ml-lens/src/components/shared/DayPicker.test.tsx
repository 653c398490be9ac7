// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { screen } from '@testing-library/react';
import { renderInTestApp } from '@backstage/frontend-test-utils';
import userEvent from '@testing-library/user-event';
import { DayPicker } from './DayPicker';
import { instantOf } from './days';

async function renderPicker(value?: string) {
  const onPick = jest.fn();
  await renderInTestApp(
    <>
      <DayPicker label="As of" value={value} onPick={onPick} />
      <button type="button">Elsewhere</button>
    </>,
  );
  return onPick;
}

const segment = (name: RegExp) => screen.getByRole('spinbutton', { name });

describe('DayPicker', () => {
  it('takes a typed day with Enter, and not before', async () => {
    const onPick = await renderPicker(instantOf('2026-03-10'));
    await userEvent.click(segment(/month/));
    await userEvent.keyboard('0215');
    expect(onPick).not.toHaveBeenCalled();
    await userEvent.keyboard('{Enter}');
    expect(onPick).toHaveBeenCalledTimes(1);
    expect(onPick).toHaveBeenCalledWith(instantOf('2026-02-15'));
  });

  it('takes a typed day when the field is left', async () => {
    const onPick = await renderPicker(instantOf('2026-03-10'));
    await userEvent.click(segment(/day/));
    await userEvent.keyboard('{ArrowUp}');
    await userEvent.click(screen.getByRole('button', { name: 'Elsewhere' }));
    expect(onPick).toHaveBeenCalledWith(instantOf('2026-03-11'));
  });

  it('does not take a year that is not typed to its end', async () => {
    const onPick = await renderPicker(instantOf('2026-03-10'));
    await userEvent.click(segment(/year/));
    await userEvent.keyboard('20{Enter}');
    expect(onPick).not.toHaveBeenCalled();
    expect(segment(/year/)).toHaveTextContent('2026');
  });
});
