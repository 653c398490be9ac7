// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { renderInTestApp } from '@backstage/frontend-test-utils';
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { ErrorState } from './States';

describe('ErrorState', () => {
  it('says what the server said, and asks again', async () => {
    const onRetry = jest.fn();
    const error = Object.assign(new Error('Request failed with 500'), {
      statusCode: 500,
      body: { error: { message: 'The disk is full' } },
    });
    await renderInTestApp(<ErrorState error={error} onRetry={onRetry} />);
    expect(screen.getByRole('alert')).toHaveTextContent(
      'The server said: The disk is full',
    );
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(onRetry).toHaveBeenCalledTimes(1);
  });

  it('does not put words into the mouth of a server that does not answer', async () => {
    await renderInTestApp(
      <ErrorState
        error={new TypeError('Failed to fetch')}
        onRetry={() => {}}
      />,
    );
    expect(screen.getByRole('alert')).toHaveTextContent(
      'The server cannot be reached',
    );
    expect(screen.queryByText(/Failed to fetch/)).not.toBeInTheDocument();
  });

  it.each([
    [502, 'The server cannot be reached'],
    [500, 'This did not work'],
  ])('does not print the error page of a proxy (%i)', async (status, title) => {
    const message = `Request failed with status ${status}, <html></html>`;
    const error = Object.assign(new Error(message), {
      statusCode: status,
      response: { headers: new Headers({ 'content-type': 'text/html' }) },
      body: { error: { message } },
    });
    await renderInTestApp(<ErrorState error={error} onRetry={() => {}} />);
    expect(screen.getByRole('alert')).toHaveTextContent(title);
    expect(screen.queryByText(/html/)).not.toBeInTheDocument();
    expect(
      screen.getByRole('button', { name: 'Try again' }),
    ).toBeInTheDocument();
  });

  it('does not offer to ask for what there cannot be again', async () => {
    const error = Object.assign(new Error('Request failed with 400'), {
      statusCode: 400,
      body: { error: { message: 'score must be from 0 to 100' } },
    });
    await renderInTestApp(<ErrorState error={error} onRetry={() => {}} />);
    expect(screen.getByRole('alert')).toHaveTextContent(
      'score must be from 0 to 100',
    );
    expect(screen.queryByRole('button')).not.toBeInTheDocument();
  });

  it.each([403, 404])('shows %i alike, without asking again', async status => {
    const error = Object.assign(new Error('no'), { statusCode: status });
    await renderInTestApp(<ErrorState error={error} onRetry={() => {}} />);
    expect(
      screen.getByRole('heading', { name: 'Nothing to see here for you' }),
    ).toBeInTheDocument();
    expect(screen.queryByRole('button')).not.toBeInTheDocument();
  });
});
