// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

// An agent connects over MCP in the name of each person of the demo: it sees
// what they see, proposes, and a person decides in the browser.
import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { StreamableHTTPClientTransport } from '@modelcontextprotocol/sdk/client/streamableHttp.js';
import { api, tabOf } from './lib/browser.mjs';
import { expect, test } from './lib/test.mjs';

const PEOPLE = ['mika', 'lena', 'tomas', 'amara'];
const REVIEW = { workloadId: 'markdown-pricing', lensId: 'aws-ml-lens' };
const PATH = '/workloads/markdown-pricing/reviews/aws-ml-lens';
const QUESTION = 'mt_cost';
/** A workload that only its team, the lead and the platform team may see. */
const RESTRICTED = 'credit-limits';

const clients = [];

/** The tools of the portal, in the name of somebody. */
async function agentOf(user) {
  const { PORTAL_API_URL } = process.env;
  const session = await fetch(`${PORTAL_API_URL}/auth/demo/refresh`, {
    headers: { 'x-demo-user': user },
  }).then(response => response.json());
  const client = new Client({ name: 'e2e', version: '1' });
  await client.connect(
    new StreamableHTTPClientTransport(
      new URL(`${PORTAL_API_URL}/mcp-actions/v1`),
      {
        requestInit: {
          headers: {
            authorization: `Bearer ${session.backstageIdentity.token}`,
          },
        },
      },
    ),
  );
  clients.push(client);
  const call = async (name, input) => {
    const { content, isError } = await client.callTool({
      name: `ml-lens.${name}`,
      arguments: input,
    });
    return isError
      ? { error: content[0].text }
      : { data: JSON.parse(content[0].text).data };
  };
  return { client, call };
}

test.describe('agents', () => {
  test.afterAll(() => Promise.all(clients.map(client => client.close())));

  test('have at least 15 tools, told of within 8,000 tokens', async () => {
    const { client } = await agentOf('mika');
    const { tools } = await client.listTools();
    const own = tools.filter(({ name }) => name.startsWith('ml-lens.'));
    expect(own.length, `${own.length} tools`).toBeGreaterThanOrEqual(15);
    // With those the catalog brings.
    const tokens = Buffer.byteLength(JSON.stringify({ tools })) / 4;
    expect(tokens, `${tokens} tokens`).toBeLessThan(8_000);
  });

  for (const user of PEOPLE) {
    test(`see what ${user} sees, byte for byte`, async () => {
      const { call } = await agentOf(user);
      for (const [tool, input, path] of [
        ['list-workloads', { limit: 100 }, '/scorecards/by-query?limit=100'],
        ['get-org-summary', {}, '/scorecards/summary'],
        ['list-gaps', {}, '/scorecards/gaps'],
        ['get-improvement-plan', REVIEW, `${PATH}/improvements`],
        ['get-inbox', { scope: 'team' }, '/inbox?scope=team'],
      ]) {
        const rest = async () =>
          JSON.stringify((await api(user, 'GET', path)).body);
        // The demo still plays its scene: until nothing came in between.
        let before, given, after;
        for (
          let tries = 0;
          tries < 30 && (tries === 0 || before !== after);
          tries++
        ) {
          before = await rest();
          given = JSON.stringify((await call(tool, input)).data);
          after = await rest();
        }
        expect(before, `${tool}: nothing settles`).toBe(after);
        expect(given, tool).toBe(after);
      }
      const { status } = await api(user, 'GET', `/workloads/${RESTRICTED}`);
      const { error } = await call('get-review', {
        ...REVIEW,
        workloadId: RESTRICTED,
      });
      expect(error !== undefined).toBe(status === 404);
    });
  }

  test('propose, and a person decides', async ({ pageAs }) => {
    const { call } = await agentOf('mika');
    const before = await api('mika', 'GET', PATH);
    const { revision } = before.body.answers[QUESTION];
    const proposed = await call('propose-answers', {
      ...REVIEW,
      proposals: [
        {
          questionId: QUESTION,
          selectedChoices: ['MT04', 'MT06', 'MT08'],
          basedOn: revision,
          agent: { name: 'e2e <b>agent</b>' },
          citations: [
            {
              choiceId: 'MT06',
              repo: 'acme/pricing',
              commit: '0123abcdef',
              path: 'train.py',
              lines: '7',
              quote: 'EarlyStopping(patience=3) \u202e<script>',
            },
          ],
          key: `e2e/${revision}`,
        },
      ],
    });
    expect(proposed.data?.created, proposed.error).toBe(1);
    const meanwhile = await api('mika', 'GET', PATH);
    expect(meanwhile.body.scorecard).toEqual(before.body.scorecard);

    const page = await pageAs('mika');
    await page.goto(tabOf('markdown-pricing', `?question=${QUESTION}`));
    const panel = page.getByRole('region', { name: /proposed answer/ });
    await panel.getByText('e2e <b>agent</b>').waitFor();
    await panel.getByText('⟨U+202E⟩<script>').waitFor();
    await expect(page).toBeAccessible();
    await page.keyboard.press('a');
    await panel.getByText(/Accepted: it is the answer/).waitFor();
    const after1 = await api('mika', 'GET', PATH);
    expect(after1.body.answers[QUESTION].selectedChoices).toEqual([
      'MT04',
      'MT06',
      'MT08',
    ]);
    expect(after1.body.answers[QUESTION].updatedBy).toBe(
      'user:default/mika.sato',
    );
    await panel.getByRole('button', { name: 'Undo' }).click();
    await panel.getByRole('button', { name: /^Accept/ }).waitFor();
    await page.keyboard.press('r');
    await panel.getByText(/Rejected: the answer stays/).waitFor();
    const end = await api('mika', 'GET', PATH);
    expect(end.body.answers[QUESTION].selectedChoices).toEqual(
      before.body.answers[QUESTION].selectedChoices,
    );
  });
});
