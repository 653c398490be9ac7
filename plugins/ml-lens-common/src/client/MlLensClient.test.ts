// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { emptyAnswer } from '@ml-lens/lens-model';
import { AnswerConflictError, problemsOf } from './errors';
import { MlLensClient, type MlLensApi } from './MlLensClient';

const BASE = 'http://localhost:7007/api/ml-lens';

function setup(status: number, body?: unknown) {
  const fetchMock = jest.fn(
    async (_url: string, _init: RequestInit) =>
      new Response(body === undefined ? null : JSON.stringify(body), {
        status,
        headers: { 'Content-Type': 'application/json; charset=utf-8' },
      }),
  );
  const getBaseUrl = jest.fn(async () => BASE);
  const client: MlLensApi = new MlLensClient({
    discoveryApi: { getBaseUrl },
    fetchApi: { fetch: fetchMock as unknown as typeof fetch },
  });
  return {
    client,
    getBaseUrl,
    sent: () => {
      const [url, init] = fetchMock.mock.calls[0];
      return { url, ...init };
    },
  };
}

const review = { workloadId: 'card-fraud', lensId: 'aws-ml-lens' };
const put = {
  path: { ...review, questionId: 'bg_goal' },
  body: { revision: 1, selectedChoices: ['BG01'] },
};

describe('MlLensClient', () => {
  it('leaves out the error page of a proxy', async () => {
    const client = new MlLensClient({
      discoveryApi: { getBaseUrl: async () => BASE },
      fetchApi: {
        fetch: async () =>
          new Response('\n<html><body>Bad Gateway</body></html>', {
            status: 502,
            statusText: 'Bad Gateway',
            headers: { 'Content-Type': 'text/html' },
          }),
      },
    });
    await expect(
      client.call('getWorkload', { path: { workloadId: 'card-fraud' } }),
    ).rejects.toMatchObject({
      statusCode: 502,
      body: {
        error: { message: 'Request failed with status 502 Bad Gateway' },
      },
    });
  });

  it('gets what the contract says', async () => {
    const { client, getBaseUrl, sent } = setup(200, { id: 'card-fraud' });
    const workload = await client.call('getWorkload', {
      path: { workloadId: 'card-fraud' },
    });
    expect(workload.id).toBe('card-fraud');
    expect(getBaseUrl).toHaveBeenCalledWith('ml-lens');
    expect(sent()).toEqual({
      url: `${BASE}/workloads/card-fraud`,
      method: 'GET',
      headers: {},
    });
  });

  it('sends a query in the body that is too long for an address', async () => {
    const owner = Array.from({ length: 300 }, (_, i) => `group:default/g${i}`);
    const { client, sent } = setup(200, {});
    await client.call('getSummary', { query: { owner, groupBy: 'owner' } });
    expect(sent()).toEqual({
      url: `${BASE}/scorecards/summary`,
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ owner, groupBy: 'owner' }),
    });
  });

  it('keeps a short query in the address', async () => {
    const { client, sent } = setup(200, {});
    await client.call('getSummary', { query: { owner: ['group:default/a'] } });
    expect(sent()).toMatchObject({
      url: `${BASE}/scorecards/summary?owner=group%3Adefault%2Fa`,
      method: 'GET',
    });
  });

  it('encodes path parameters', async () => {
    const { client, sent } = setup(200, {});
    await client.call('getReview', {
      path: { workloadId: 'a/b', lensId: 'lens ü?' },
      query: { at: '2026-03-01T09:30:00+02:00' },
    });
    expect(sent().url).toBe(
      `${BASE}/workloads/a%2Fb/reviews/lens%20%C3%BC%3F?at=2026-03-01T09%3A30%3A00%2B02%3A00`,
    );
  });

  it.each(['', '.', '..'])('refuses the path parameter "%s"', async lensId => {
    const { client } = setup(200, {});
    await expect(client.call('getLens', { path: { lensId } })).rejects.toThrow(
      TypeError,
    );
  });

  it('knows the contract at compile time', async () => {
    const { client } = setup(200, {});
    await expect(
      // @ts-expect-error the path parameter is missing
      client.call('getWorkload', {}),
    ).rejects.toThrow('"workloadId" is missing');
    // @ts-expect-error there is no such status
    await client.call('getSummary', { query: { groupBy: 'colour' } });
    const page = await client.call('queryScorecards');
    // @ts-expect-error rows are under items
    expect(page.rows).toBeUndefined();
  });

  it('repeats list parameters and leaves out what is not given', async () => {
    const { client, sent } = setup(200, {});
    await client.call('queryScorecards', {
      query: {
        owner: ['group:default/a', 'group:default/b'],
        lens: 'aws-ml-lens',
        limit: 50,
        q: undefined,
      },
    });
    expect(sent().url).toBe(
      `${BASE}/scorecards/by-query?owner=group%3Adefault%2Fa&owner=group%3Adefault%2Fb&lens=aws-ml-lens&limit=50`,
    );
  });

  it('sends a body as JSON, with the token and the signal', async () => {
    const { client, sent } = setup(200, {});
    const { signal } = new AbortController();
    await client.call('putAnswer', { ...put, signal }, { token: 't' });
    expect(sent()).toEqual({
      url: `${BASE}/workloads/card-fraud/reviews/aws-ml-lens/answers/bg_goal`,
      method: 'PUT',
      headers: {
        'Content-Type': 'application/json',
        Authorization: 'Bearer t',
      },
      body: '{"revision":1,"selectedChoices":["BG01"]}',
      signal,
    });
  });

  it.each([
    ['{"schemaVersion":"2021-11-01"}', 'application/json'],
    ['schemaVersion: 2021-11-01', 'application/yaml'],
  ])('sends a lens file as it is: %s', async (rawBody, type) => {
    const { client, sent } = setup(201, {});
    await client.call('importLens', { rawBody, query: { version: '2' } });
    expect(sent()).toMatchObject({
      url: `${BASE}/lenses?version=2`,
      method: 'POST',
      headers: { 'Content-Type': type },
      body: rawBody,
    });
  });

  it('sends history as JSON Lines', async () => {
    const { client, sent } = setup(201, {});
    await client.call('importHistory', { rawBody: '{}\n' });
    expect(sent().headers).toEqual({ 'Content-Type': 'application/x-ndjson' });
  });

  it('gives a file as the response, and nothing for 204', async () => {
    const file = await setup(200, { name: 'x' }).client.call('exportLens', {
      path: { lensId: 'x' },
    });
    expect(await file.text()).toBe('{"name":"x"}');
    expect(
      await setup(204).client.call('deleteLensDraft', {
        path: { lensId: 'x', version: '1' },
      }),
    ).toBeUndefined();
  });

  it('knows the address of a file', async () => {
    await expect(
      setup(200).client.urlOf('exportLens', {
        path: { lensId: 'x' },
        query: { format: 'aws' },
      }),
    ).resolves.toBe(`${BASE}/lenses/x/export?format=aws`);
  });
});

describe('failures', () => {
  it('are response errors with the cause of the server', async () => {
    const { client } = setup(404, {
      error: { name: 'NotFoundError', message: 'No such workload' },
      request: { method: 'GET', url: '/' },
      response: { statusCode: 404 },
    });
    await expect(
      client.call('getWorkload', { path: { workloadId: 'x' } }),
    ).rejects.toMatchObject({
      name: 'ResponseError',
      statusCode: 404,
      cause: { name: 'NotFoundError', message: 'No such workload' },
    });
  });

  it('keep every problem of a refused file', async () => {
    const problems = [{ pointer: '/name', code: 'MISSING', message: 'needed' }];
    const { client } = setup(400, {
      error: { name: 'InputError', message: 'bad' },
      problems,
    });
    const error = await client
      .call('importLens', { rawBody: '{}' })
      .catch(e => e);
    expect(error).toMatchObject({ name: 'ResponseError', statusCode: 400 });
    expect(problemsOf(error)).toEqual(problems);
    expect(problemsOf(new Error('other'))).toEqual([]);
    expect(problemsOf(undefined)).toEqual([]);
  });

  it('carry both versions of a stale answer', async () => {
    const current = { ...emptyAnswer(), revision: 2 };
    const { client } = setup(409, {
      error: { name: 'ConflictError', message: 'Somebody was faster' },
      response: { statusCode: 409 },
      current,
      attempted: put.body,
    });
    const error = await client.call('putAnswer', put).catch(e => e);
    expect(error).toBeInstanceOf(AnswerConflictError);
    expect(error).toMatchObject({
      name: 'ConflictError',
      message: 'Somebody was faster',
      current,
      attempted: put.body,
    });
  });

  it('of other conflicts stay response errors', async () => {
    const { client } = setup(409, {
      error: { name: 'ConflictError', message: 'Published already' },
      response: { statusCode: 409 },
    });
    await expect(
      client.call('importLens', { rawBody: '{}' }),
    ).rejects.toMatchObject({ name: 'ResponseError', statusCode: 409 });
  });
});
