// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

// The API of a portal, past the browser.
import { setTimeout as delay } from 'node:timers/promises';
import { SERVICE, WORKLOAD } from './portal.mjs';

const REVIEW = `/workloads/${WORKLOAD}/reviews/aws-ml-lens`;
const SECONDS = 60;

/** Calls an API with a token. */
export async function call(base, token, method, path, body) {
  const response = await fetch(`${base}/api${path}`, {
    method,
    headers: {
      ...(token && { authorization: `Bearer ${token}` }),
      'content-type': 'application/json',
    },
    body: body && JSON.stringify(body),
    signal: AbortSignal.timeout(30_000),
  });
  const text = await response.text();
  return {
    status: response.status,
    body: /^[[{]/.test(text) ? JSON.parse(text) : text,
  };
}

/** Asks again until an answer is what it should be, a minute at most. */
async function until(ask, isRight) {
  const end = Date.now() + SECONDS * 1_000;
  for (;;) {
    const answer = await ask();
    if (isRight(answer)) return answer;
    if (Date.now() > end) throw new Error(JSON.stringify(answer));
    await delay(500);
  }
}

const guestToken = async base => {
  const { body } = await call(base, undefined, 'POST', '/auth/guest/refresh');
  return body.backstageIdentity.token;
};

/** The token of a guest, once the catalog knows which team they are of. */
export async function signIn(base) {
  const token = await guestToken(base);
  await until(
    () =>
      call(base, token, 'GET', '/catalog/entities/by-name/user/default/guest'),
    ({ body }) => body.relations?.some(({ type }) => type === 'memberOf'),
  );
  return guestToken(base);
}

/** The review of the linked service, once the catalog has been read. */
export async function readReview(base, token) {
  await until(
    () =>
      call(
        base,
        token,
        'GET',
        `/ml-lens/entities/component/default/${SERVICE}/workload`,
      ),
    ({ status }) => status === 200,
  );
  return reviewNow(base, token);
}

const reviewNow = async (base, token) =>
  (await call(base, token, 'GET', `/ml-lens${REVIEW}`)).body;

/**
 * Answers the first question of the lens with its first practice.
 *
 * @returns the answer to the request
 */
export async function answerFirst(base, token) {
  const { body: lens } = await call(
    base,
    token,
    'GET',
    '/ml-lens/lenses/aws-ml-lens',
  );
  const [question] = (lens.definition ?? lens).pillars[0].questions;
  const review = await reviewNow(base, token);
  return call(base, token, 'PUT', `/ml-lens${REVIEW}/answers/${question.id}`, {
    revision: review.answers[question.id]?.revision ?? 0,
    selectedChoices: [question.choices[0].id],
  });
}

/** Has the catalog read the linked service now, as its button does. */
export async function refreshService(base) {
  const token = await guestToken(base);
  await call(base, token, 'POST', '/catalog/refresh', {
    entityRef: `component:default/${SERVICE}`,
  });
  await until(
    () =>
      call(
        base,
        token,
        'GET',
        `/catalog/entities/by-name/component/default/${SERVICE}`,
      ),
    ({ body }) =>
      body.metadata?.annotations?.['ml-lens.io/workload'] === WORKLOAD,
  );
}

/** How many questions of a review have been answered. */
export const answeredIn = review =>
  Object.values(review.answers).filter(({ revision }) => revision > 0).length;

/**
 * Signs in, answers and reads the answer.
 *
 * @throws where any of that does not work
 */
export async function worksFor(base) {
  const token = await signIn(base);
  await readReview(base, token);
  const answered = await answerFirst(base, token);
  if (answered.status !== 200) {
    throw new Error(`Not answered: ${JSON.stringify(answered)}`);
  }
  const count = answeredIn(await readReview(base, token));
  if (count === 0) throw new Error('The answer is not there');
}
