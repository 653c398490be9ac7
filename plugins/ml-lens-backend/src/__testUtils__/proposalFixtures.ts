// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { mockServices } from '@backstage/backend-test-utils';
import type { LensDocument } from '@ml-lens/lens-model';
import type { Citation, ProposedAnswer } from '@ml-lens/lens-model/proposals';
import type { Knex } from 'knex';
import { randomUUID } from 'node:crypto';
import type { CallerCredentials } from '../auth/caller';
import { ProposalDesk } from '../proposals/ProposalDesk';
import { ProposalExpiry } from '../proposals/ProposalExpiry';
import { ProposalIntake } from '../proposals/ProposalIntake';
import { ProposalService } from '../proposals/ProposalService';
import { ProposalStore } from '../proposals/ProposalStore';
import { caller, phasedLens, quiet } from './reviewFixtures';
import { KEY, reviewInUse } from './serviceFixtures';

/** Lines of a file. */
export const citation: Citation = {
  repo: 'acme/pricing',
  commit: '0123abcdef',
  path: 'docs/model-card.md',
  lines: '3-9',
  quote: 'We train on sales of two years.',
};

/** A proposal for the question `goal`, unless told otherwise. */
export function proposed(
  changes: Partial<ProposedAnswer> = {},
): ProposedAnswer {
  const questionId = changes.questionId ?? 'goal';
  return {
    questionId,
    selectedChoices: [`${questionId}_a`],
    basedOn: 0,
    agent: { name: 'reader', version: '1.2', model: 'some-model' },
    citations: [citation],
    confidence: 0.8,
    key: randomUUID(),
    ...changes,
  };
}

/** A review in use with everything that takes and decides on proposals. */
export async function proposalsOn(
  knex: Knex,
  options: Partial<
    Pick<
      ConstructorParameters<typeof ProposalIntake>[0],
      'clock' | 'expireAfter' | 'perHour'
    >
  > = {},
) {
  const used = await reviewInUse(knex, { clock: options.clock });
  const proposals = new ProposalStore(knex);
  const deps = {
    clock: used.clock,
    reviews: used.store,
    writer: used.writer,
    proposals,
    changes: quiet,
    logger: mockServices.logger.mock(),
    expireAfter: options.expireAfter ?? { days: 30 },
    perHour: options.perHour ?? 5_000,
  };
  const intake = new ProposalIntake(deps);
  const desk = new ProposalDesk(deps);
  const service = new ProposalService(deps);
  return {
    ...used,
    proposals,
    intake,
    desk,
    list: service,
    expiry: new ProposalExpiry(deps),
    propose: async (...sent: ProposedAnswer[]) =>
      (await intake.propose(KEY, { proposals: sent }, caller)).items,
    decide: (
      proposalId: string,
      body: Parameters<ProposalDesk['decide']>[1],
      by: CallerCredentials = caller,
    ) => desk.decide({ ...KEY, proposalId }, body, by),
    undoDecision: (proposalId: string, revision: number) =>
      desk.undo({ ...KEY, proposalId }, { revision }, caller),
    /** Status by id, in the order they were proposed. */
    statuses: async () => {
      const { items } = await service.list(KEY, { limit: 100 });
      return Object.fromEntries(items.map(({ id, status }) => [id, status]));
    },
  };
}

/** The phased lens with another version's title; its questions are the same. */
export function nextVersion(): LensDocument {
  return phasedLens({ version: '2', name: 'Phased lens, again' });
}
