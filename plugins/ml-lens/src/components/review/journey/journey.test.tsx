// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { ConflictError } from '@backstage/errors';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { mockWidth, renderReview } from '../__testUtils__/renderReview';
import { EntityReviewContent } from '../EntityReviewContent';
import { createJourneyApi, kickOff } from './__testUtils__/journeyApi';

jest.setTimeout(60_000);

beforeEach(() => mockWidth(1000));

function address() {
  return new URLSearchParams(screen.getByTestId('address').textContent ?? '');
}

function renderJourney(search = '?view=journey', api = createJourneyApi()) {
  return renderReview(EntityReviewContent, { search, api });
}

async function slider() {
  return screen.findByRole('slider', { name: 'Score over time' });
}

describe('score over time', () => {
  it('is read with the arrow keys, and leads to what was', async () => {
    await renderJourney();
    const chart = await slider();
    expect(chart).toHaveAttribute(
      'aria-valuetext',
      expect.stringContaining('score 60, 75% answered, Lens version 0.9 → 1'),
    );
    chart.focus();
    await userEvent.keyboard('{ArrowLeft}');
    expect(chart).toHaveAttribute(
      'aria-valuetext',
      expect.stringContaining('50% answered, Milestone Kick-off done'),
    );
    await userEvent.keyboard('{Enter}');
    expect(address().get('at')).toBe(kickOff.recordedAt);
    expect(
      await screen.findByText('You are looking at it'),
    ).toBeInTheDocument();
    // The tab is another one, the keyboard goes on where it was.
    expect(await slider()).toHaveFocus();
  });

  it('says the same in a table', async () => {
    await renderJourney();
    await slider();
    await userEvent.click(screen.getByRole('radio', { name: 'Table' }));
    const table = await screen.findByRole('grid', { name: 'Score over time' });
    expect(within(table).getAllByRole('row')).toHaveLength(4);
    expect(within(table).getByText('Kick-off done')).toBeInTheDocument();
  });
});

describe('milestones', () => {
  async function open() {
    await userEvent.click(
      await screen.findByRole('button', { name: 'Record milestone' }),
    );
    const dialog = await screen.findByRole('dialog');
    return {
      dialog,
      name: within(dialog).getByRole('textbox', { name: /Name/ }),
      record: () =>
        userEvent.click(
          within(dialog).getByRole('button', { name: 'Record milestone' }),
        ),
    };
  }

  it('records one under a name', async () => {
    const { api } = await renderJourney();
    const { name, record } = await open();
    await userEvent.type(name, ' Launch ');
    await record();
    await waitFor(() =>
      expect(screen.queryByRole('dialog')).not.toBeInTheDocument(),
    );
    expect(
      api.calls.find(({ operation }) => operation === 'recordMilestone')
        ?.request.body,
    ).toEqual({ name: 'Launch', note: '' });
  });

  it('says at the field when the name is too short or taken', async () => {
    const { api } = await renderJourney();
    await screen.findByText('Agreed with sales.');
    const { dialog, name, record } = await open();
    await userEvent.type(name, 'ab');
    await record();
    expect(name).toHaveAccessibleDescription(/Give a name of 3 to 100/);
    await userEvent.clear(name);
    await userEvent.type(name, kickOff.name);
    expect(name).toHaveAccessibleDescription(/has a milestone of this name/);
    expect(api.calls.map(({ operation }) => operation)).not.toContain(
      'recordMilestone',
    );

    // Taken by somebody else meanwhile: only the server knows.
    await userEvent.clear(name);
    await userEvent.type(name, 'Launch');
    api.refuseNext('recordMilestone', new ConflictError('Taken'));
    await record();
    await waitFor(() =>
      expect(name).toHaveAccessibleDescription(/has a milestone of this name/),
    );
    expect(within(dialog).queryByRole('alert')).not.toBeInTheDocument();
  });

  it('cannot be recorded by those who only read', async () => {
    await renderJourney(
      '?view=journey',
      createJourneyApi({ mayUpdate: false }),
    );
    expect(await screen.findByText('Agreed with sales.')).toBeInTheDocument();
    expect(
      screen.queryByRole('button', { name: 'Record milestone' }),
    ).not.toBeInTheDocument();
  });
});

describe('comparison', () => {
  it('shows what has changed since a milestone', async () => {
    const { api } = await renderJourney();
    await userEvent.click(
      await screen.findByRole('button', {
        name: 'Compare with now: Kick-off done',
      }),
    );
    expect(address().get('from')).toBe('kick-off');
    expect(await screen.findByText('2 questions changed')).toBeInTheDocument();
    expect(
      api.calls.find(({ operation }) => operation === 'getReviewDiff')?.request
        .query,
    ).toEqual({ from: 'kick-off', to: 'now' });

    const changes = screen.getByRole('region', { name: 'Changed questions' });
    expect(
      within(changes).getByText(
        'Selected: How is data labelled? – first practice',
      ),
    ).toBeInTheDocument();
    expect(
      within(changes).getByText('No longer selected: None of these'),
    ).toBeInTheDocument();
    expect(within(changes).getByText('What is gone?')).toBeInTheDocument();
    // Up or down is said, not only coloured.
    const pillars = screen.getByRole('region', { name: 'Pillars' });
    expect(within(pillars).getByText('up by 50')).toBeInTheDocument();
  });

  it('is copied as Markdown', async () => {
    const user = userEvent.setup();
    const write = jest.spyOn(window.navigator.clipboard, 'writeText');
    await renderJourney('?view=journey&from=kick-off');
    await user.click(
      await screen.findByRole('button', { name: 'Copy as Markdown' }),
    );
    expect(write).toHaveBeenCalledWith(
      expect.stringContaining('## Sales forecast: Kick-off done'),
    );
  });
});

describe('history', () => {
  it('says who did what, and goes back page by page', async () => {
    await renderJourney();
    const list = await screen.findByRole('list', { name: 'History' });
    const items = () => within(list).getAllByRole('listitem');
    await waitFor(() =>
      expect(list).toHaveTextContent('mika moved the review'),
    );
    for (const text of [
      'mika moved the review to version 1 of the lens',
      'Before: version 0.9',
      'mika recorded the milestone Launch',
      'mika set the target of Preparation to Dec 15, 2026',
      'mika started an iteration of Evaluation',
    ]) {
      expect(list).toHaveTextContent(text);
    }
    const before = items().length;
    await userEvent.click(screen.getByRole('button', { name: 'Show older' }));
    await waitFor(() => expect(items().length).toBeGreaterThan(before));
    expect(list).toHaveTextContent(
      'mika changed the answer to How is data labelled?',
    );
    expect(list).toHaveTextContent('Imported');
    await userEvent.click(
      within(list).getAllByRole('link', {
        name: 'Open question: How is data labelled?',
      })[0],
    );
    expect(address().get('view')).toBeNull();
    expect(address().get('question')).toBe('label');
  });

  it('is there for one question, below its answer', async () => {
    await renderJourney('?question=label');
    await userEvent.click(
      await screen.findByRole('button', { name: 'History' }),
    );
    const list = await screen.findByRole('list', {
      name: 'History of this answer',
    });
    expect(list).toHaveTextContent('Note added');
    expect(list).toHaveTextContent('By hand');
  });
});

describe('report', () => {
  it('is a document of its own, and closes again', async () => {
    await renderJourney('?view=report');
    const report = await screen.findByRole('dialog', {
      name: 'Report of Sales forecast',
    });
    for (const name of [
      'Scorecard',
      'Phase timeline',
      'Risks',
      'Unanswered questions',
      'Waivers',
      'Not applicable',
    ]) {
      expect(within(report).getByRole('heading', { name })).toBeInTheDocument();
    }
    expect(
      within(report).getByText(/not applicable counts as done/),
    ).toBeInTheDocument();
    expect(
      await within(report).findByRole('table', { name: 'Plan' }),
    ).toHaveTextContent('Aug 1, 2026');

    const waivers = within(report).getByRole('table', {
      name: 'Waivers',
    });
    expect(waivers).toHaveTextContent(/How is data labelled\?.*bought anew/);
    expect(waivers).toHaveTextContent(/Approved.*lena.*May 2, 2026/i);
    expect(waivers).toHaveTextContent(/contract is signed.*Sep 1, 2026/);

    const print = jest.spyOn(window, 'print').mockImplementation(() => {
      expect(document.title).toMatch(/^Sales forecast – ML Lens report – /);
    });
    await userEvent.click(
      within(report).getByRole('button', { name: 'Print or save as PDF' }),
    );
    expect(print).toHaveBeenCalledTimes(1);

    await userEvent.keyboard('{Escape}');
    expect(address().get('view')).toBeNull();
    await waitFor(() =>
      expect(screen.queryByRole('dialog')).not.toBeInTheDocument(),
    );
  });
});

describe('report of the past', () => {
  it('knows the plan and the waivers of then', async () => {
    await renderJourney('?view=report&at=2026-05-01T12:00:00.000Z');
    const report = await screen.findByRole('dialog', {
      name: 'Report of Sales forecast',
    });
    const waivers = await within(report).findByRole('table', {
      name: 'Waivers',
    });
    expect(waivers).toHaveTextContent('Awaiting a decision');
    expect(waivers).not.toHaveTextContent(/contract is signed/);
    const plan = await within(report).findByRole('table', {
      name: 'Plan',
    });
    expect(plan).toHaveTextContent(/\+16/);
    // Planned later than that: nobody knows who it was before.
    expect(plan).not.toHaveTextContent('Aug 1, 2026');
  });
});

describe('views', () => {
  it('changes between them', async () => {
    await renderJourney('');
    await userEvent.click(
      await screen.findByRole('radio', { name: 'Journey' }),
    );
    expect(address().get('view')).toBe('journey');
    await slider();
    await userEvent.click(screen.getByRole('radio', { name: 'Review' }));
    expect(address().get('view')).toBeNull();
  });
});
