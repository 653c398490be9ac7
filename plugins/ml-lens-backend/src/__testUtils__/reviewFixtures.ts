// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { mockCredentials } from '@backstage/backend-test-utils';
import { ConflictError, NotFoundError } from '@backstage/errors';
import { LensDefinition } from '@ml-lens/backstage-plugin-ml-lens-common';
import {
  compileLens,
  CompiledLens,
  DEFAULT_LEVELS,
  LensDocument,
} from '@ml-lens/lens-model';
import { Knex } from 'knex';
import { type Clock, systemClock } from '../clock';
import type { Access, WorkloadFilter } from '../auth/Access';
import { HistoryExporter } from '../history/HistoryExporter';
import { HistoryImporter } from '../history/HistoryImporter';
import type { LensService } from '../lenses/LensService';
import type { LensRow } from '../lenses/rows';
import { OrgReader } from '../org/query/OrgReader';
import { ScorecardService } from '../org/ScorecardService';
import { ModelReader } from '../models/ModelReader';
import { ModelStore } from '../models/ModelStore';
import { DoubtStore } from '../reviews/DoubtStore';
import { ensureReviews, type PublishedLenses } from '../reviews/ensureReviews';
import { Freshness } from '../reviews/Freshness';
import { ProfileService } from '../reviews/ProfileService';
import { ReviewEditor } from '../reviews/ReviewEditor';
import { ReviewService } from '../reviews/ReviewService';
import { ReviewStore } from '../reviews/ReviewStore';
import { ReviewUpkeep } from '../reviews/ReviewUpkeep';
import { ReviewWriter } from '../reviews/ReviewWriter';
import type { ReviewChanges } from '../signals/ReviewSignals';
import { WaiverStore } from '../waivers/WaiverStore';
import type { EntityLinks } from '../workloads/EntityLinks';
import type { WorkloadRecord } from '../workloads/records';
import { WorkloadStore } from '../workloads/WorkloadStore';
import { RETIRED } from './orgModel';

/** Who acts in these tests. */
export const caller = mockCredentials.user('user:default/mei');

type Question = LensDocument['pillars'][number]['questions'][number];

function question(id: string, phase: string, weight?: number): Question {
  return {
    id,
    title: `Question ${id}`,
    phase,
    ...(weight !== undefined && { weight }),
    choices: [
      { id: `${id}_a`, title: 'First practice' },
      { id: `${id}_b`, title: 'Second practice' },
      { id: `${id}_no`, title: 'None of these' },
    ],
    riskRules: [
      { condition: `${id}_a && ${id}_b`, risk: 'NO_RISK' },
      { condition: `${id}_a`, risk: 'MEDIUM_RISK' },
      { condition: 'default', risk: 'HIGH_RISK' },
    ],
  };
}

/** A lens of two pillars and three phases; `prepare` has two questions. */
export function phasedLens(changes: Partial<LensDocument> = {}): LensDocument {
  return {
    schemaVersion: '2021-11-01',
    id: 'phased',
    version: '1',
    name: 'Phased lens',
    description: 'A lens to test with',
    phases: [
      { id: 'frame', name: 'Frame' },
      { id: 'prepare', name: 'Prepare' },
      { id: 'run', name: 'Run' },
    ],
    pillars: [
      {
        id: 'security',
        name: 'Security',
        questions: [question('goal', 'frame'), question('data', 'prepare', 3)],
      },
      {
        id: 'cost',
        name: 'Cost',
        questions: [question('label', 'prepare'), question('drift', 'run')],
      },
    ],
    ...changes,
  };
}

/** Lenses in memory, all published; the last one of an id is the latest. */
export function lensesOf(...documents: LensDocument[]): LensService {
  const lenses = documents.map(document =>
    compileLens(document, { id: document.id!, version: document.version! }),
  );
  const find = (lensId: string, version: string): CompiledLens => {
    const lens = lenses.find(l => l.id === lensId && l.version === version);
    if (!lens) {
      throw new NotFoundError(`No lens ${lensId} ${version}`);
    }
    return lens;
  };
  return {
    compiled: async (lensId, version) => find(lensId, version),
    compiledAlready: find,
    latestPublished: async lensId => lenses.findLast(l => l.id === lensId),
    definition: async (lensId, version) =>
      ({
        ...find(lensId, version ?? '1').document,
        id: lensId,
        version: version ?? '1',
        isMajor: true,
        publishedAt: '2026-01-01T00:00:00.000Z',
      } as unknown as LensDefinition),
    status: async (lensId, version) => {
      find(lensId, version);
      return version.endsWith('-draft') ? 'DRAFT' : 'PUBLISHED';
    },
    newerVersion: async (lensId, version) => {
      const latest = lenses.findLast(l => l.id === lensId);
      return latest && latest.version !== version
        ? { version: latest.version, isMajor: true }
        : null;
    },
    requireUsable: async (lensId, version) => {
      find(lensId, version);
      if (version.endsWith('-archived')) {
        throw new ConflictError('is archived');
      }
    },
    levels: lens => lens?.document.levels ?? DEFAULT_LEVELS,
  };
}

/** Stores what {@link lensesOf} has in memory alone: writers ask its status. */
export async function storeLens(
  knex: Knex,
  document: LensDocument,
  status: LensRow['status'],
): Promise<void> {
  await knex<LensRow>('lenses').insert({
    lens_id: document.id,
    version: document.version,
    status,
    seq: 1,
    is_major: true,
    origin: 'import',
    name: document.name,
    description: '',
    document: JSON.stringify(document),
    document_hash: '',
    pillar_count: 0,
    question_count: 0,
    choice_count: 0,
    created_at: '2026-01-01T00:00:00.000Z',
    created_by: 'user:default/mei',
  });
}

/** Everybody may do everything, unless told otherwise. */
export function accessOf(changes: Partial<Access> = {}): Access {
  return {
    requireWorkload: async () => {},
    requireLinks: async () => {},
    may: async () => true,
    outcomes: async ids => new Map(ids.map(id => [id, 'allowed'])),
    mayDecideLinks: async () => true,
    abilities: async () => ({ update: true, approve: true, links: true }),
    mayManageLinks: async () => true,
    readableEntities: async refs => new Set(refs),
    listFilter: async () => undefined,
    requireLens: async () => {},
    mayManageLenses: async () => true,
    mayManageTargets: async () => true,
    requireTargets: async () => {},
    ...changes,
  };
}

/** Lets see some workloads and no others. */
export function onlyWorkloads(ids: () => readonly string[]): WorkloadFilter {
  return {
    apply: (query, table) => query.whereIn(`${table}.workload_id`, [...ids()]),
    test: async () => {
      const seen = new Set(ids());
      return ({ workloadId }) => seen.has(workloadId);
    },
  };
}

/** A workload as the sync would store it. */
export function workloadRecord(
  workloadId: string,
  changes: Partial<WorkloadRecord> = {},
): WorkloadRecord {
  return {
    workloadId,
    title: workloadId,
    description: null,
    primaryEntityRef: `component:default/${workloadId}`,
    primarySince: null,
    owner: 'group:default/science',
    system: null,
    domain: null,
    lifecycle: 'production',
    tags: [],
    lensIds: ['phased'],
    awsWorkloadArn: null,
    problems: [],
    ...changes,
  };
}

/** Announces nothing to nobody. */
export const quiet: ReviewChanges = {
  topicOf: reviewId => `topic of ${reviewId}`,
  changed: () => {},
};

/** Everything that works on reviews, on one database. */
export function reviewsOn(
  knex: Knex,
  options: {
    lenses?: LensService;
    access?: Access;
    links?: EntityLinks;
    clock?: Clock;
  } = {},
) {
  const lenses = options.lenses ?? lensesOf(phasedLens());
  const access = options.access ?? accessOf();
  const clock = options.clock ?? systemClock;
  const workloads = new WorkloadStore(knex);
  const store = new ReviewStore(knex);
  const links: EntityLinks = options.links ?? {
    async resolve({ kind, namespace, name }) {
      return {
        entityRef: `${kind}:${namespace}/${name}`,
        workloadId: name,
        problems: [],
      };
    },
    changeMembers: (_, change) => workloads.transaction(change),
  };
  const writer = new ReviewWriter({ clock, store, lenses });
  const freshness = new Freshness({ days: 90 }, RETIRED);
  return {
    knex,
    clock,
    lenses,
    workloads,
    store,
    writer,
    editor: new ReviewEditor(writer),
    profiles: new ProfileService({
      clock,
      workloads,
      reviews: store,
      lenses,
    }),
    service: new ReviewService({
      clock,
      access,
      links,
      workloads,
      reviews: store,
      doubts: new DoubtStore(knex),
      lenses,
      upkeep: new ReviewUpkeep({
        reviews: store,
        knex,
        waivers: new WaiverStore(knex),
        models: new ModelReader(new ModelStore(knex)),
        freshness,
        changes: quiet,
      }),
    }),
    scorecards: new ScorecardService({
      reader: new OrgReader({ clock, knex, access, lenses, freshness }),
    }),
    importer: new HistoryImporter({ clock, workloads, reviews: store, lenses }),
    exporter: new HistoryExporter({
      knex,
      workloads,
      reviews: store,
      lenses,
    }),
    /** Stores workloads with their reviews, as the sync would. */
    async addWorkloads(...records: WorkloadRecord[]) {
      const at = '2026-01-01T00:00:00.000Z';
      const published = await resolvePublished(
        lenses,
        records.flatMap(record => record.lensIds),
      );
      await workloads.transaction(async tx => {
        await workloads.saveWorkloads(tx, records, at);
        await ensureReviews(
          tx,
          published,
          records.map(record => record.workloadId),
          at,
        );
      });
    },
  };
}

/** Looks up what {@link ensureReviews} needs; unpublished lenses are left out. */
async function resolvePublished(
  service: Pick<LensService, 'latestPublished' | 'levels'>,
  lensIds: Iterable<string>,
): Promise<PublishedLenses> {
  const lenses = new Map<string, CompiledLens>();
  for (const id of new Set(lensIds)) {
    const lens = await service.latestPublished(id);
    if (lens) {
      lenses.set(id, lens);
    }
  }
  return { lenses, levels: lens => service.levels(lens) };
}

/** Tables that follow from the events, in full and in a fixed order. */
export async function projectionsOf(knex: Knex) {
  const tables: Record<string, string[]> = {
    reviews: ['review_id'],
    answers: ['review_id', 'question_id'],
    scorecards: ['review_id'],
    scorecard_history: ['review_id', 'valid_from'],
    phase_iterations: ['review_id', 'phase_id', 'number'],
    phase_targets: ['review_id', 'phase_id'],
    milestones: ['milestone_id'],
  };
  const rows: Record<string, unknown[]> = {};
  for (const [table, key] of Object.entries(tables)) {
    rows[table] = await knex(table).select().orderBy(key);
  }
  return rows;
}
