// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { mockServices } from '@backstage/backend-test-utils';
import type { Entity } from '@backstage/catalog-model';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { LensDocument, LensMapping } from '@ml-lens/lens-model';
import { Knex } from 'knex';
import { ImprovementService } from '../improvements/ImprovementService';
import { PlanBoard } from '../improvements/PlanBoard';
import { PlanMany } from '../improvements/PlanMany';
import { ImprovementStore } from '../improvements/ImprovementStore';
import type { LensService } from '../lenses/LensService';
import { MilestoneService } from '../milestones/MilestoneService';
import { ScoreHistoryStore } from '../milestones/ScoreHistoryStore';
import { LensMappings } from '../lenses/LensMappings';
import { UpgradeCandidates } from '../upgrades/UpgradeCandidates';
import { UpgradeMany } from '../upgrades/UpgradeMany';
import { UpgradeService } from '../upgrades/UpgradeService';
import {
  accessOf,
  caller,
  lensesOf,
  phasedLens,
  reviewsOn,
  workloadRecord,
} from './reviewFixtures';

/** The review most tests are about. */
export const KEY = { workloadId: 'pricing', lensId: 'phased' };

/**
 * The phased lens a version later: `label` is gone, `audit` is new, and `data`
 * lost its second practice.
 */
export function laterLens(changes: Partial<LensDocument> = {}): LensDocument {
  const { pillars } = phasedLens();
  const [goal, data] = pillars[0].questions;
  const [label, drift] = pillars[1].questions;
  return phasedLens({
    version: '2',
    pillars: [
      {
        ...pillars[0],
        questions: [
          goal,
          {
            ...data,
            choices: data.choices.filter(choice => choice.id !== 'data_b'),
            riskRules: [
              { condition: 'data_a', risk: 'NO_RISK' },
              { condition: 'default', risk: 'HIGH_RISK' },
            ],
          },
        ],
      },
      {
        ...pillars[1],
        questions: [renamed(label, { label: 'audit' }), drift],
      },
    ],
    ...changes,
  });
}

/** Another lens with questions of its own. */
export function otherLens(changes: Partial<LensDocument> = {}): LensDocument {
  return {
    ...renamed(phasedLens(), { goal: 'aim', data: 'source' }),
    id: 'other',
    version: '7',
    ...changes,
  };
}

/** What answers of `phased` say about the other lens. */
export const phasedToOther: LensMapping = {
  from: { lens: 'phased', version: '1' },
  to: { lens: 'other', version: '7' },
  choices: [
    { from: ['goal/goal_a'], to: 'aim/aim_a', confidence: 'same' },
    {
      from: ['goal/goal_b', 'data/data_a'],
      to: 'source/source_b',
      confidence: 'partial',
      note: 'Ask again.',
    },
  ],
};

function renamed<T>(value: T, names: Record<string, string>): T {
  let text = JSON.stringify(value);
  for (const [from, to] of Object.entries(names)) {
    text = text.replaceAll(from, to);
  }
  return JSON.parse(text);
}

/** Lenses of which more are published later. */
function growingLenses(...documents: LensDocument[]) {
  const all = [...documents];
  let current = lensesOf(...all);
  const lenses: LensService = {
    compiled: (...args) => current.compiled(...args),
    compiledAlready: (...args) => current.compiledAlready(...args),
    latestPublished: (...args) => current.latestPublished(...args),
    definition: (...args) => current.definition(...args),
    status: (...args) => current.status(...args),
    newerVersion: (...args) => current.newerVersion(...args),
    requireUsable: (...args) => current.requireUsable(...args),
    levels: lens => current.levels(lens),
  };
  return {
    lenses,
    publish(document: LensDocument) {
      all.push(document);
      current = lensesOf(...all);
    },
  };
}

type Options = Parameters<typeof reviewsOn>[1] & {
  entities?: Entity[];
  mappings?: LensMapping[];
};

/** Everything `reviewsOn` gives, and what builds on it. */
function servicesOn(knex: Knex, options: Options = {}) {
  const base = reviewsOn(knex, options);
  const { clock, workloads, store: reviews, lenses, writer } = base;
  const access = options.access ?? accessOf();
  const upgrades = new UpgradeService({
    clock,
    workloads,
    reviews,
    lenses,
    writer,
    mappings: new LensMappings(options.mappings ?? [phasedToOther]),
  });
  return {
    ...base,
    upgrades,
    candidates: new UpgradeCandidates({ knex, access, upgrades }),
    many: new UpgradeMany({
      knex,
      access,
      upgrades,
      logger: mockServices.logger.mock(),
    }),
    milestones: new MilestoneService({
      clock,
      reviews,
      scores: new ScoreHistoryStore(knex),
      lenses,
      writer,
    }),
    improvements: new ImprovementService({
      clock,
      reviews,
      improvements: new ImprovementStore(knex),
      lenses,
      catalog: catalogServiceMock({ entities: options.entities ?? [] }),
    }),
    planMany: new PlanMany({
      access,
      clock,
      reviews,
      improvements: new ImprovementStore(knex),
      lenses,
      catalog: catalogServiceMock({ entities: options.entities ?? [] }),
    }),
    planBoard: new PlanBoard({
      access,
      clock,
      knex,
      userInfo: mockServices.userInfo({
        ownershipEntityRefs: ['user:default/mei', 'group:default/risk'],
      }),
    }),
  };
}

/**
 * Services with the review of {@link KEY} at version 1 of the phased lens, and
 * short words for what people do to it.
 */
export async function reviewInUse(knex: Knex, options: Options = {}) {
  const { lenses, publish } = growingLenses(phasedLens(), otherLens());
  const services = servicesOn(knex, { lenses, ...options });
  await services.addWorkloads(workloadRecord(KEY.workloadId));
  const { service, editor, milestones, upgrades } = services;
  const review = (at?: string) => service.review(KEY, at);
  return {
    ...services,
    publish,
    review,
    async answer(questionId: string, ...selectedChoices: string[]) {
      const { answers } = await review();
      const { revision } = answers[questionId];
      return await editor.putAnswer(
        { ...KEY, questionId },
        { revision, selectedChoices },
        caller,
      );
    },
    record: (name: string, note = '') =>
      milestones.record(KEY, { name, note }, caller),
    upgrade: (toVersion?: string) =>
      upgrades.upgrade(KEY, { toVersion }, caller),
    undo: () => upgrades.undo(KEY, caller),
    diff: (from: string, to = 'now') => milestones.diff(KEY, { from, to }),
  };
}

/** The statements sent to the database while a step runs. */
export async function statementsDuring(
  knex: Knex,
  step: () => Promise<unknown>,
): Promise<string[]> {
  const statements: string[] = [];
  const listen = ({ sql }: { sql: string }) => statements.push(sql);
  knex.on('query', listen);
  try {
    await step();
  } finally {
    knex.removeListener('query', listen);
  }
  return statements;
}
