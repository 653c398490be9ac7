// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import mcpActionsPlugin from '@backstage/plugin-mcp-actions-backend';
import {
  createMlLensConditionalDecision,
  mlLensConditions,
} from '@ml-lens/backstage-plugin-ml-lens-node';
import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { StreamableHTTPClientTransport } from '@modelcontextprotocol/sdk/client/streamableHttp.js';
import type { AddressInfo } from 'node:net';
import { proposed } from './proposalFixtures';
import {
  ALLOW,
  as,
  componentOf,
  DENY,
  startMlLens,
  type TestPolicy,
} from './startMlLens';

const BASE = '/api/ml-lens';
const SCRIPT = ['javascript', 'alert(1)'].join(':');
export const LENS = 'aws-ml-lens';
export const FRAUD = { workloadId: 'fraud', lensId: LENS };
export const HIDDEN = { workloadId: 'hidden', lensId: LENS };

/**
 * Four people as the demo has them: a platform engineer who may do everything,
 * a lead who sees all, and two developers who see what is not another team's
 * secret and change what is their own.
 */
export const PEOPLE = ['ada', 'lena', 'mika', 'otto'];
const TEAM_OF: Record<string, string> = {
  mika: 'group:default/risk',
  otto: 'group:default/search',
};

const policy: TestPolicy = (permission, who) => {
  if (!permission.name.startsWith('ml-lens.') || who === 'ada') {
    return ALLOW;
  }
  const team = TEAM_OF[who];
  if (permission.name === 'ml-lens.review.read' && team) {
    return createMlLensConditionalDecision(permission as never, {
      anyOf: [
        mlLensConditions.isOwner({ claims: [team] }),
        { not: mlLensConditions.hasLifecycle({ lifecycles: ['secret'] }) },
      ],
    });
  }
  if (permission.name === 'ml-lens.review.update') {
    return team
      ? createMlLensConditionalDecision(
          permission as never,
          mlLensConditions.isOwner({ claims: [team] }),
        )
      : DENY;
  }
  return permission.name === 'ml-lens.lens.manage' ? DENY : ALLOW;
};

/** A portal that serves its actions over MCP, and clients of it. */
export async function startMcp() {
  const backend = await startMlLens({
    policy,
    config: {
      backend: {
        baseUrl: 'http://localhost',
        actions: { pluginSources: ['ml-lens'] },
      },
    },
    features: [mcpActionsPlugin],
    entities: [
      componentOf('fraud', {
        owner: 'group:default/risk',
        annotations: { 'ml-lens.io/lenses': LENS },
      }),
      componentOf('hidden', {
        owner: 'group:default/search',
        annotations: { 'ml-lens.io/lenses': LENS },
        spec: { lifecycle: 'secret' },
      }),
    ],
  });
  for (const name of ['fraud', 'hidden']) {
    await backend.api
      .get(`${BASE}/entities/component/default/${name}/review`)
      .set(as('ada'))
      .expect(200);
  }
  const { port } = backend.server.address() as AddressInfo;
  const clients: Client[] = [];
  const connect = async (who: string) => {
    const client = new Client({ name: 'test', version: '1' });
    await client.connect(
      new StreamableHTTPClientTransport(
        new URL(`http://localhost:${port}/api/mcp-actions/v1`),
        { requestInit: { headers: as(who) } },
      ),
    );
    clients.push(client);
    const call = async (name: string, input: object) => {
      const result = await client.callTool({
        name: `ml-lens.${name}`,
        arguments: input as Record<string, unknown>,
      });
      const [{ text }] = result.content as { text: string }[];
      return {
        error: result.isError ? text : undefined,
        data: result.isError ? undefined : JSON.parse(text).data,
        text,
      };
    };
    return { client, call };
  };
  const rest = async (who: string, path: string) =>
    (await backend.api.get(`${BASE}${path}`).set(as(who))).body;
  return {
    ...backend,
    connect,
    rest,
    close: () => Promise.all(clients.map(client => client.close())),
  };
}

const waiver = () => ({
  questionId: 'bg_goal',
  reason: 'The goal is written down next month',
  expiresAt: new Date(Date.now() + 86_400_000).toISOString(),
});

/** For every tool: input that is taken, and input that is not, with why. */
export const TOOLS: Record<string, { good: object; bad: [object, RegExp][] }> =
  {
    'list-workloads': {
      good: { limit: 5, lens: [LENS] },
      bad: [[{ sort: 'colour' }, /InputError.*sort/s]],
    },
    'get-review': {
      good: FRAUD,
      bad: [
        [{ lensId: LENS }, /InputError/],
        [{ ...FRAUD, workloadId: 'none' }, /NotFoundError.*no workload 'none'/],
        [{ ...FRAUD, at: 'yesterday' }, /InputError.*at/s],
      ],
    },
    'list-questions': {
      good: { ...FRAUD, risk: 'HIGH' },
      bad: [[{ ...FRAUD, risk: 'LOW' }, /InputError/]],
    },
    'get-question': {
      good: { ...FRAUD, questionId: 'bg_goal' },
      bad: [[{ ...FRAUD, questionId: 'none' }, /NotFoundError.*no question/]],
    },
    'get-timeline': {
      good: FRAUD,
      bad: [[{ ...FRAUD, lensId: 'none' }, /NotFoundError/]],
    },
    'check-gate': {
      good: { ...FRAUD, gateId: 'data-ready' },
      bad: [[{ ...FRAUD, gateId: 'none' }, /NotFoundError.*no gate 'none'/]],
    },
    'get-improvement-plan': {
      good: FRAUD,
      bad: [[{ ...FRAUD, lensId: 'none' }, /NotFoundError/]],
    },
    'compare-review': {
      good: { ...FRAUD, from: '2026-01-01T00:00:00Z' },
      bad: [[FRAUD, /InputError/]],
    },
    'list-proposals': {
      good: { ...FRAUD, status: ['OPEN'] },
      bad: [[{ ...FRAUD, status: ['MAYBE'] }, /InputError/]],
    },
    'get-inbox': {
      good: { scope: 'team' },
      bad: [[{ scope: 'everybody' }, /InputError/]],
    },
    'get-org-summary': {
      good: { groupBy: 'owner' },
      bad: [[{ groupBy: 'colour' }, /InputError/]],
    },
    'list-gaps': {
      good: { limit: 3 },
      bad: [[{ limit: 0 }, /InputError/]],
    },
    'list-movers': {
      good: { from: '2026-01-01T00:00:00Z', direction: 'worse' },
      bad: [[{ direction: 'sideways' }, /InputError/]],
    },
    'list-lenses': {
      good: {},
      bad: [[{ cursor: 'x' }, /InputError.*cursor/s]],
    },
    'propose-answers': {
      good: {
        ...FRAUD,
        proposals: [
          proposed({
            questionId: 'bg_goal',
            selectedChoices: ['BG02'],
            basedOn: 1,
          }),
        ],
      },
      bad: [
        [{ ...FRAUD, proposals: [] }, /InputError.*proposals/s],
        [
          {
            ...FRAUD,
            proposals: [
              proposed({ questionId: 'none' }),
              proposed({
                questionId: 'bg_goal',
                selectedChoices: ['BG01'],
                basedOn: 1,
                citations: [{ url: SCRIPT, quote: 'x' }],
              }),
            ],
          },
          /InputError.*2 of 2.*proposals\/0\/questionId.*proposals\/1\/citations\/0\/url/s,
        ],
        [
          {
            ...FRAUD,
            proposals: [
              proposed({ questionId: 'bg_goal', selectedChoices: ['BG01'] }),
            ],
          },
          /ConflictError.*revision 1, not 0/s,
        ],
      ],
    },
    'report-evidence': {
      good: {
        ...FRAUD,
        questionId: 'bg_goal',
        title: 'Goal is in the card',
        idempotencyKey: 'run-1',
      },
      bad: [
        [
          { ...FRAUD, questionId: 'none', title: 'x', idempotencyKey: 'run-2' },
          /InputError.*questionId/s,
        ],
      ],
    },
    'plan-improvement': {
      good: {
        ...FRAUD,
        questionId: 'bg_goal',
        choiceId: 'BG02',
        revision: 0,
        status: 'IN_PROGRESS',
        assignee: null,
        dueDate: '2026-12-24',
        link: null,
      },
      bad: [
        [
          { ...FRAUD, questionId: 'bg_goal', choiceId: 'BG02', revision: 0 },
          /InputError/,
        ],
      ],
    },
    'request-waiver': {
      good: { ...FRAUD, ...waiver() },
      bad: [
        [
          { ...FRAUD, ...waiver(), expiresAt: 'soon' },
          /InputError.*expiresAt/s,
        ],
      ],
    },
    'record-milestone': {
      good: { ...FRAUD, name: 'Before the audit' },
      bad: [[{ ...FRAUD, name: 'x' }, /InputError.*name/s]],
    },
  };
