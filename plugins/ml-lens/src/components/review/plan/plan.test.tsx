// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import type { Waiver } from '@ml-lens/backstage-plugin-ml-lens-common';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { mockWidth } from '../__testUtils__/renderReview';
import { LABEL, NOW, renderPlan } from './__testUtils__/planApi';

beforeEach(() => mockWidth(1000));

/** Dialogs and forms of a whole tab take their time on a busy machine. */
jest.setTimeout(60_000);

/** Key by key would take long, and is not what is tested. */
async function fill(field: HTMLElement, text: string) {
  await userEvent.click(field);
  await userEvent.paste(text);
}

const first = 'How is data labelled? – first practice';

describe('PlanView', () => {
  it('lists practices by question with what they bring', async () => {
    await renderPlan();
    const list = await screen.findByRole('list', {
      name: 'How is data labelled?',
    });
    expect(within(list).getAllByText('+16 points')).toHaveLength(2);
    expect(within(list).getByText(first)).toBeInTheDocument();
  });

  it('shows the score the picked practices would bring', async () => {
    await renderPlan();
    await userEvent.click(
      await screen.findByRole('checkbox', {
        name: `Pick for the forecast: ${first}`,
      }),
    );
    const forecast = screen.getByRole('region', { name: 'Forecast' });
    expect(within(forecast).getByText('+16 points')).toBeInTheDocument();
    await userEvent.click(
      within(forecast).getByRole('button', { name: 'Clear' }),
    );
    expect(
      within(forecast).getByText(
        'Pick practices to see the score they would bring.',
      ),
    ).toBeInTheDocument();
  });

  it('plans what was picked for the forecast', async () => {
    const { api } = await renderPlan();
    await userEvent.click(
      await screen.findByRole('checkbox', {
        name: `Pick for the forecast: ${first}`,
      }),
    );
    await userEvent.click(screen.getByRole('button', { name: 'Plan it…' }));
    const dialog = await screen.findByRole('dialog', {
      name: 'Plan 1 practice',
    });
    expect(within(dialog).getByText(first)).toBeInTheDocument();
    const save = within(dialog).getByRole('button', {
      name: 'Plan 1 practice',
    });
    expect(save).toBeDisabled();
    await userEvent.click(
      await within(dialog).findByRole('button', { name: 'Assign to me' }),
    );
    await userEvent.click(save);
    await waitFor(() => expect(dialog).not.toBeInTheDocument());
    expect(api.sent('planMany')).toEqual([
      {
        body: {
          items: [
            {
              workloadId: 'forecast',
              lens: LABEL.lensId,
              questionId: 'label',
              choiceId: 'label_1',
              revision: 0,
            },
          ],
          set: { assignee: expect.stringMatching(/^user:/) },
        },
      },
    ]);
    // Nothing is picked any more.
    expect(
      screen.getByText('Pick practices to see the score they would bring.'),
    ).toBeInTheDocument();
  });

  it('saves a status at once and asks to answer again what is done', async () => {
    const { api } = await renderPlan();
    await userEvent.click(
      await screen.findByRole('button', {
        name: `Status of ${first}: Not started`,
      }),
    );
    await userEvent.click(
      await screen.findByRole('menuitemradio', { name: 'Complete' }),
    );
    await userEvent.click(
      await screen.findByRole('button', {
        name: 'Answer the question again: How is data labelled?',
      }),
    );
    expect(api.sent('putImprovement')).toEqual([
      {
        path: { ...LABEL, choiceId: 'label_1' },
        body: {
          revision: 0,
          status: 'COMPLETE',
          assignee: null,
          dueDate: null,
          link: null,
        },
      },
    ]);
    expect(screen.getByTestId('address')).toHaveTextContent(/question=label/);
    expect(screen.getByTestId('address')).not.toHaveTextContent(/view=/);
  });

  it('keeps what was typed when somebody else was faster', async () => {
    const { api } = await renderPlan();
    await userEvent.click(
      await screen.findByRole('button', { name: `Plan: ${first}` }),
    );
    await fill(
      screen.getByRole('textbox', { name: /Link to the work/ }),
      'https://example.com/1',
    );
    api.changeElsewhere({ status: 'IN_PROGRESS' });
    await userEvent.click(screen.getByRole('button', { name: 'Save' }));

    expect(await screen.findByRole('alert')).toHaveTextContent(
      /changed this meanwhile.*In progress/,
    );
    expect(
      screen.getByRole('textbox', { name: /Link to the work/ }),
    ).toHaveValue('https://example.com/1');
    await userEvent.click(screen.getByRole('button', { name: 'Save mine' }));
    expect(
      await screen.findByRole('link', { name: /Work item/ }),
    ).toHaveAttribute('href', 'https://example.com/1');
    expect(api.sent('putImprovement').at(-1)?.body).toMatchObject({
      revision: 1,
    });
  });

  it('says so when the filter leaves nothing', async () => {
    await renderPlan({ search: '?view=plan&planStatus=COMPLETE' });
    await userEvent.click(
      await screen.findByRole('button', { name: 'Clear filters' }),
    );
    expect(await screen.findByText(first)).toBeInTheDocument();
  });
});

describe('WaiverPanel', () => {
  const waiver: Waiver = {
    id: 'w1',
    questionId: 'label',
    status: 'REQUESTED',
    reason: 'Labels come next month',
    expiresAt: '2026-12-31T22:59:59.000Z',
    requestedAt: NOW,
    requestedBy: 'user:default/lena',
    decidedAt: null,
    decidedBy: null,
    decisionNote: null,
    endedAt: null,
  };

  it('asks to accept a risk with a reason', async () => {
    const { api } = await renderPlan({ search: '?question=label' });
    await userEvent.click(
      await screen.findByRole('button', {
        name: 'Ask for a waiver',
      }),
    );
    const dialog = await screen.findByRole('dialog');
    const send = within(dialog).getByRole('button', {
      name: 'Ask for approval',
    });
    await userEvent.click(send);
    expect(within(dialog).getByText('Give a reason.')).toBeInTheDocument();
    await fill(
      within(dialog).getByRole('textbox', { name: /Why is the risk/ }),
      'Labels come later',
    );
    await userEvent.click(send);
    const panel = await screen.findByRole('region', { name: 'Waiver' });
    expect(
      await within(panel).findByText('Waits for approval'),
    ).toBeInTheDocument();
    expect(api.sent('requestWaiver')[0].body).toMatchObject({
      questionId: 'label',
      reason: 'Labels come later',
    });
    expect(
      screen.getByText(
        'You asked for this yourself, so somebody else has to decide.',
      ),
    ).toBeInTheDocument();
    expect(
      screen.queryByRole('button', { name: 'Approve' }),
    ).not.toBeInTheDocument();
  });

  it('lets somebody else approve, and still calls it a risk', async () => {
    await renderPlan({ search: '?question=label', waivers: [waiver] });
    await userEvent.click(
      await screen.findByRole('button', { name: 'Approve' }),
    );
    const dialog = await screen.findByRole('dialog');
    await userEvent.click(
      within(dialog).getByRole('button', { name: 'Approve' }),
    );
    const panel = screen.getByRole('region', { name: 'Waiver' });
    expect(await within(panel).findByText(/^Waived until/)).toBeInTheDocument();
    expect(screen.getByText(/waived is not solved/)).toBeInTheDocument();
    expect(screen.getAllByText('High risk').length).toBeGreaterThan(0);
  });
});

describe('ReportedEvidence', () => {
  it('suggests a practice and leaves the decision to people', async () => {
    const { api } = await renderPlan({
      search: '?question=label',
      evidence: [
        {
          id: 'e1',
          questionId: 'label',
          choiceId: 'label_1',
          source: 'CI',
          provider: 'build',
          verdict: 'SUPPORTS',
          title: 'Labels are checked',
          url: null,
          note: null,
          observedAt: NOW,
          expiresAt: null,
          stale: false,
          contradictsAnswer: true,
          suggestsChoice: true,
        },
      ],
    });
    const reported = await screen.findByRole('region', {
      name: 'Evidence from systems',
    });
    expect(
      within(reported).getByText('Contradicts the answer'),
    ).toBeInTheDocument();
    expect(api.sent('putAnswer')).toEqual([]);
    await userEvent.click(
      within(reported).getByRole('button', {
        name: `Select the practice: ${first}`,
      }),
    );
    expect(api.sent('putAnswer')[0].body).toMatchObject({
      selectedChoices: ['label_1'],
    });
  });
});
