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

/** The token of a guest. */
export async function signIn(base) {
  const { body } = await call(base, undefined, 'POST', '/auth/guest/refresh');
  return body.backstageIdentity.token;
}

/** The review of the linked service, once the catalog has been read. */
export async function readReview(base, token) {
  const end = Date.now() + SECONDS * 1_000;
  for (;;) {
    const linked = await call(
      base,
      token,
      'GET',
      `/ml-lens/entities/component/default/${SERVICE}/workload`,
    );
    if (linked.status === 200) {
      return (await call(base, token, 'GET', `/ml-lens${REVIEW}`)).body;
    }
    if (Date.now() > end) {
      throw new Error(`The service is not linked: ${JSON.stringify(linked)}`);
    }
    await delay(500);
  }
}

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
  const review = await readReview(base, token);
  return call(base, token, 'PUT', `/ml-lens${REVIEW}/answers/${question.id}`, {
    revision: review.answers[question.id]?.revision ?? 0,
    selectedChoices: [question.choices[0].id],
  });
}

/** Whether a portal works from the sign-in to a stored answer. */
export async function worksFor(base) {
  const token = await signIn(base);
  const answered = await answerFirst(base, token);
  if (answered.status !== 200) {
    throw new Error(`Not answered: ${JSON.stringify(answered)}`);
  }
  const { answers } = await readReview(base, token);
  return Object.keys(answers).length;
}
