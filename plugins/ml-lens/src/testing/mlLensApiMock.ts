// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import type {
  MlLensApi,
  OperationId,
} from '@ml-lens/backstage-plugin-ml-lens-common';

/** What each operation answers, or throws. */
export type MockAnswers = Partial<
  Record<OperationId, (request: any) => unknown>
>;

/** An API of answers said in a test or in the development app. */
export interface MlLensApiMock extends MlLensApi {
  /** Everything that was asked, in order. */
  readonly calls: { operation: OperationId; request: any }[];
  /** What an operation was asked with, in order. */
  sent(operation: OperationId): any[];
  /** The next call of an operation fails with this; twice, the next two. */
  refuseNext(operation: OperationId, error: Error): void;
}

function unanswered(operation: string): never {
  throw Object.assign(new Error(`Nothing is said to answer ${operation}`), {
    statusCode: 501,
  });
}

/**
 * The API with these answers.
 *
 * @param others - asked where no answer is given, the `call` of another API
 * for one
 */
export function mlLensApiMock(
  answers: MockAnswers,
  others: (operation: any, request: any) => unknown = unanswered,
): MlLensApiMock {
  const calls: MlLensApiMock['calls'] = [];
  const refusals: { operation: OperationId; error: Error }[] = [];
  const call = async (operation: OperationId, request: any = {}) => {
    calls.push({ operation, request });
    const at = refusals.findIndex(one => one.operation === operation);
    if (at >= 0) {
      throw refusals.splice(at, 1)[0].error;
    }
    const answer = answers[operation];
    return answer ? answer(request) : others(operation, request);
  };
  return {
    calls,
    call: call as MlLensApi['call'],
    urlOf: async (...[operation]: any[]) => `/api/ml-lens/${operation}`,
    sent: operation =>
      calls
        .filter(one => one.operation === operation)
        .map(({ request }) => request),
    refuseNext: (operation, error) => refusals.push({ operation, error }),
  };
}
