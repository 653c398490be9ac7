// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import type { MlLensResponse } from '@ml-lens/backstage-plugin-ml-lens-common';
import type { Knex } from 'knex';
import type { CallerCredentials } from '../auth/caller';
import { toNumber } from '../database/sql';
import type { Deps } from '../deps';

type AgentStats = MlLensResponse<'getProposalAgents'>['items'][number];

/** Most agents that are told of. */
const MAX_AGENTS = 200;

/** What became of the proposals of agents, for those who judge agents. */
export class AgentRecord {
  constructor(private readonly deps: Pick<Deps, 'access' | 'clock' | 'knex'>) {}

  /**
   * By agent, those that proposed most in front; of workloads the caller may
   * see, whoever the agents ran for.
   */
  async list(
    { lens }: { lens?: string },
    credentials: CallerCredentials,
  ): Promise<AgentStats[]> {
    const { access, clock, knex } = this.deps;
    const standing = knex.raw(
      `case when p.status = 'OPEN' and p.expires_at <= ? then 'EXPIRED' else p.status end`,
      [clock()],
    );
    const query: Knex.QueryBuilder = knex('proposals as p')
      .join('scorecards as s', 's.review_id', 'p.review_id')
      .select({ agent: 'p.agent_name', standing })
      .count({ count: '*' })
      // By place: two bindings would be two expressions for PostgreSQL.
      .groupByRaw('1, 2');
    if (lens !== undefined) {
      query.where('s.lens_id', lens);
    }
    const filter = await access.listFilter(credentials);
    filter?.apply(query, 's');
    const agents = new Map<string, AgentStats>();
    const rows: { agent: string; standing: string; count: unknown }[] =
      await query;
    for (const row of rows) {
      const stats = agents.get(row.agent) ?? noProposals(row.agent);
      const count = toNumber(row.count);
      stats[row.standing.toLocaleLowerCase('en') as 'open'] += count;
      stats.proposed += count;
      agents.set(row.agent, stats);
    }
    return [...agents.values()]
      .sort((a, b) => b.proposed - a.proposed || (a.agent < b.agent ? -1 : 1))
      .slice(0, MAX_AGENTS)
      .map(withOverruled);
  }
}

function noProposals(agent: string): AgentStats {
  return {
    agent,
    proposed: 0,
    open: 0,
    accepted: 0,
    changed: 0,
    rejected: 0,
    superseded: 0,
    expired: 0,
    overruled: null,
  };
}

function withOverruled(stats: AgentStats): AgentStats {
  const against = stats.changed + stats.rejected;
  const decided = stats.accepted + against;
  return { ...stats, overruled: decided === 0 ? null : against / decided };
}
