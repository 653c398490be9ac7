// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { mockCredentials } from '@backstage/backend-test-utils';
import { catalogEntityReadPermission } from '@backstage/plugin-catalog-common/alpha';
import {
  mlLensGateDecidePermission,
  mlLensLensManagePermission,
  mlLensLensReadPermission,
  mlLensLinkManagePermission,
  mlLensReviewApprovePermission,
  mlLensReviewProposePermission,
  mlLensReviewReadPermission,
  mlLensReviewUpdatePermission,
  mlLensTargetManagePermission,
} from '@ml-lens/backstage-plugin-ml-lens-common';
import {
  mlLensRoutes,
  type RouteAccess,
  type RouteDefinition,
} from '@ml-lens/backstage-plugin-ml-lens-common/contract';
import type { Response } from 'supertest';
import {
  ALLOW,
  as,
  componentOf,
  DENY,
  startMlLens,
  type TestPolicy,
} from '../__testUtils__/startMlLens';

jest.setTimeout(120_000);

const BASE = '/api/ml-lens';

/** What each of the people may do, beside being signed in. */
const PEOPLE = {
  /** Sees nothing of the workload. */
  hidden: [mlLensLensReadPermission],
  reader: [mlLensLensReadPermission, mlLensReviewReadPermission],
  owner: [
    mlLensLensReadPermission,
    mlLensReviewReadPermission,
    mlLensReviewUpdatePermission,
    mlLensReviewProposePermission,
    mlLensReviewApprovePermission,
  ],
  manager: [
    mlLensLensReadPermission,
    mlLensLensManagePermission,
    mlLensTargetManagePermission,
    mlLensLinkManagePermission,
    mlLensReviewReadPermission,
    mlLensGateDecidePermission,
  ],
};
type Person = keyof typeof PEOPLE;

const policy: TestPolicy = (permission, who) =>
  permission.name === catalogEntityReadPermission.name ||
  PEOPLE[who as Person]?.some(({ name }) => name === permission.name)
    ? ALLOW
    : DENY;

/** What becomes of a request by somebody, by what its route asks for. */
const OUTCOMES: Record<
  RouteAccess,
  Record<Person, 'in' | 'forbidden' | 'missing'>
> = {
  caller: { hidden: 'in', reader: 'in', owner: 'in', manager: 'in' },
  person: { hidden: 'in', reader: 'in', owner: 'in', manager: 'in' },
  entity: { hidden: 'missing', reader: 'in', owner: 'in', manager: 'in' },
  'workload.read': {
    hidden: 'missing',
    reader: 'in',
    owner: 'in',
    manager: 'in',
  },
  'workload.update': {
    hidden: 'missing',
    reader: 'forbidden',
    owner: 'in',
    manager: 'forbidden',
  },
  'workload.propose': {
    hidden: 'missing',
    reader: 'forbidden',
    owner: 'in',
    manager: 'forbidden',
  },
  'workload.approve': {
    hidden: 'missing',
    reader: 'forbidden',
    owner: 'in',
    manager: 'forbidden',
  },
  'workload.gate': {
    hidden: 'missing',
    reader: 'forbidden',
    owner: 'in',
    manager: 'in',
  },
  'workload.links': {
    hidden: 'missing',
    reader: 'forbidden',
    owner: 'in',
    manager: 'in',
  },
  'lens.read': { hidden: 'in', reader: 'in', owner: 'in', manager: 'in' },
  'lens.manage': {
    hidden: 'forbidden',
    reader: 'forbidden',
    owner: 'forbidden',
    manager: 'in',
  },
  'target.manage': {
    hidden: 'forbidden',
    reader: 'forbidden',
    owner: 'forbidden',
    manager: 'in',
  },
};

/** The path with values for its parameters; none but the workload exists. */
function pathOf({ path }: RouteDefinition): string {
  const values: Record<string, string> = {
    kind: 'component',
    namespace: 'default',
    name: 'fraud',
    workloadId: 'fraud',
    lensId: 'aws-ml-lens',
  };
  return `${BASE}${path.replace(
    /\{(\w+)\}/g,
    (_, name: string) => values[name] ?? 'none',
  )}`;
}

/** What the caller was told, as far as it is about who they are. */
function outcomeOf({ status, body }: Response) {
  if (status === 403) {
    return 'forbidden';
  }
  const hidden = "There is no workload 'fraud'";
  return status === 404 && body.error.message === hidden ? 'missing' : 'in';
}

describe('every route', () => {
  let backend: Awaited<ReturnType<typeof startMlLens>>;

  beforeAll(async () => {
    backend = await startMlLens({
      policy,
      entities: [componentOf('fraud')],
    });
    await backend.api
      .get(`${BASE}/entities/component/default/fraud/review`)
      .set(as('owner'))
      .expect(200);
  });

  // The requests say nothing beside who asks: whoever is let in is told so.
  const ask = (route: RouteDefinition, headers: { authorization: string }) =>
    backend.api[route.method](pathOf(route)).set(headers);

  it.each<[string, RouteDefinition]>(Object.entries(mlLensRoutes))(
    'lets in those who may: %s',
    async (_, route) => {
      const nobody = { authorization: mockCredentials.none.header() };
      expect((await ask(route, nobody)).status).toBe(401);

      for (const person of Object.keys(PEOPLE) as Person[]) {
        const expected =
          [route.access]
            .flat()
            .map(access => OUTCOMES[access][person])
            .find(outcome => outcome !== 'in') ?? 'in';
        const response = await ask(route, as(person));
        expect([person, outcomeOf(response)]).toEqual([person, expected]);
        expect(response.status).toBeLessThan(500);
      }
    },
  );

  it.each<[string, RouteDefinition]>(
    Object.entries(mlLensRoutes).filter(
      ([, { access }]) => access === 'person',
    ),
  )('keeps services out of what people have: %s', async (_, route) => {
    const service = { authorization: mockCredentials.service.header() };
    expect((await ask(route, service)).status).toBe(403);
  });

  it.each<[string, RouteDefinition]>(
    Object.entries<RouteDefinition>(mlLensRoutes).filter(
      ([, { method, reads }]) => method !== 'get' && !reads,
    ),
  )(
    'changes nothing without an audit event of the contract: %s',
    (_, route) => {
      expect(route.audit).toBeDefined();
      expect(route.access).not.toBe('entity');
    },
  );
});
