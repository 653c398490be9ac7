// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import type {
  LoggerService,
  SchedulerServiceTaskScheduleDefinition,
} from '@backstage/backend-plugin-api';
import { toError } from '@backstage/errors';
import { durationToMilliseconds, type HumanDuration } from '@backstage/types';

import { VERDICTS } from '@ml-lens/backstage-plugin-ml-lens-common';
import { CompiledLens, type ReviewState } from '@ml-lens/lens-model';
import { evidenceSchema } from '@ml-lens/lens-model/schemas';
import type {
  MlLensCollectedEvidence,
  MlLensEvidenceContext,
  MlLensEvidenceProvider,
} from '@ml-lens/backstage-plugin-ml-lens-node';
import { createHash } from 'node:crypto';
import { z } from 'zod';
import { laterBy } from '../clock';
import type { Deps } from '../deps';
import type { LensService } from '../lenses/LensService';
import type { ReviewRow } from '../reviews/rows';
import { doubtContradicted } from './contradictions';
import type { EvidenceRow, EvidenceStore } from './EvidenceStore';
import { EvidenceTarget, evidenceTargets } from './targets';

const SCHEDULE: SchedulerServiceTaskScheduleDefinition = {
  frequency: { hours: 6 },
  initialDelay: { seconds: 30 },
  timeout: { minutes: 60 },
  scope: 'global',
};
const TTL: HumanDuration = { days: 7 };

/** Reviews asked about, and kept, at once. */
const BATCH = 200;

/** A review, and what a provider is asked about it. */
interface Asked {
  review: ReviewRow;
  context: MlLensEvidenceContext;
}

/** Most pieces of evidence one provider may have about one review. */
const MAX_PIECES = 100;

const collectedSchema = z.object({
  questionId: z.string(),
  choiceId: z.string().optional(),
  key: z.string().max(255).optional(),
  observedAt: z.iso.datetime({ offset: true }).optional(),
  verdict: z.enum(VERDICTS),
  ...evidenceSchema.omit({ id: true }).shape,
  ttl: z.custom<HumanDuration>().optional(),
});

/**
 * What went wrong in one run, told in one line: a service that is down fails
 * for every review in the same way.
 */
class Failures {
  #count = 0;
  #first: { reviewId: string; error: Error } | undefined;

  add(reviewId: string, error: Error): void {
    this.#count += 1;
    this.#first ??= { reviewId, error };
  }

  report(logger: LoggerService): void {
    if (this.#first) {
      const others = this.#count - 1;
      logger.warn(
        `A provider could not look for evidence about '${
          this.#first.reviewId
        }'${
          others > 0 ? ` and ${others} more` : ''
        }; what it found before stays until it is out of date`,
        this.#first.error,
      );
    }
  }
}

/** Asks evidence providers about every review, and keeps what they found. */
export class EvidenceCollector {
  constructor(
    private readonly deps: Pick<
      Deps,
      'auth' | 'catalog' | 'changes' | 'clock' | 'knex' | 'logger' | 'reviews'
    > & {
      evidence: EvidenceStore;
      lenses: Pick<LensService, 'compiled'>;
    },
  ) {}

  /** Runs each provider when it wants to, on one replica at a time. */
  async schedule(
    scheduler: Deps['scheduler'],
    providers: Iterable<MlLensEvidenceProvider>,
  ): Promise<void> {
    for (const provider of providers) {
      await scheduler.scheduleTask({
        ...SCHEDULE,
        ...provider.schedule,
        id: `evidence-${provider.id}`,
        fn: async signal => await this.run(provider, signal),
      });
    }
  }

  /** Asks one provider about every review it knows the lens of. */
  async run(
    provider: MlLensEvidenceProvider,
    signal: AbortSignal,
  ): Promise<void> {
    const targets = evidenceTargets(this.deps);
    const failures = new Failures();
    let batch: Asked[] = [];
    const askAll = async () => {
      if (batch.length > 0 && !signal.aborted) {
        await this.#askAll(provider, batch, failures);
      }
      batch = [];
    };
    for await (const target of targets) {
      for (const review of target.reviews) {
        if (provider.lensIds?.includes(review.lens_id) ?? true) {
          batch.push({
            review,
            context: this.#contextOf(provider, target, review, signal),
          });
        }
        if (batch.length === BATCH) {
          await askAll();
        }
      }
      if (signal.aborted) {
        return;
      }
    }
    await askAll();
    failures.report(this.deps.logger.child({ provider: provider.id }));
  }

  #contextOf(
    provider: MlLensEvidenceProvider,
    { workload, entity, entities }: EvidenceTarget,
    review: ReviewRow,
    signal: AbortSignal,
  ): MlLensEvidenceContext {
    return {
      workload: {
        id: workload.workload_id,
        title: workload.title,
        owner: workload.owner_ref,
        lifecycle: workload.lifecycle,
      },
      lens: { id: review.lens_id, version: review.lens_version },
      entity,
      entities,
      logger: this.deps.logger.child({
        provider: provider.id,
        workload: review.workload_id,
      }),
      signal,
    };
  }

  /** Asks about some reviews, and keeps what was found. */
  async #askAll(
    provider: MlLensEvidenceProvider,
    batch: readonly Asked[],
    failures: Failures,
  ): Promise<void> {
    const found = await foundBy(provider, batch, failures);
    const rows = new Map<string, EvidenceRow[]>();
    for (const { review, context, items } of found) {
      try {
        rows.set(
          review.review_id,
          await this.#rowsOf(provider, review, items, context.logger),
        );
      } catch (error) {
        failures.add(review.review_id, toError(error));
      }
    }
    let changed: ReadonlySet<string>;
    try {
      changed = await this.deps.evidence.replaceAutomatic(provider.id, rows);
    } catch (error) {
      // A review that went meanwhile: the next run does not ask about it.
      rows.forEach((_, id) => failures.add(id, toError(error)));
      return;
    }
    const told = found
      .map(({ review }) => review)
      .filter(review => changed.has(review.review_id));
    const states = await this.deps.reviews.states(told);
    for (const review of told) {
      try {
        await this.#tell(review, {
          rows: rows.get(review.review_id)!,
          state: states.get(review.review_id)!,
        });
      } catch (error) {
        failures.add(review.review_id, toError(error));
      }
    }
  }

  /** What can be used of what was found, as it is kept. */
  async #rowsOf(
    provider: MlLensEvidenceProvider,
    review: ReviewRow,
    items: readonly MlLensCollectedEvidence[],
    logger: LoggerService,
  ): Promise<EvidenceRow[]> {
    const lens = await this.deps.lenses.compiled(
      review.lens_id,
      review.lens_version,
    );
    const usable = items.filter(item => {
      const problem = problemOf(item, lens);
      if (problem) {
        logger.debug(`Evidence is left out: ${problem}`);
      }
      return !problem;
    });
    const rows = new Map(
      usable
        .slice(0, MAX_PIECES)
        .map(item => toRow(provider, review, item, this.deps.clock()))
        .map(row => [row.evidence_key, row]),
    );
    return [...rows.values()];
  }

  async #tell(
    review: ReviewRow,
    { rows, state }: { rows: readonly EvidenceRow[]; state: ReviewState },
  ): Promise<void> {
    const { knex, lenses, clock } = this.deps;
    await doubtContradicted(
      knex,
      review.review_id,
      rows,
      {
        lens: await lenses.compiled(review.lens_id, review.lens_version),
        state,
      },
      clock(),
    );
    this.deps.changes.changed(review.review_id);
  }
}

/** What a provider found about each review; those it failed at are left out. */
async function foundBy(
  provider: MlLensEvidenceProvider,
  batch: readonly Asked[],
  failures: Failures,
): Promise<(Asked & { items: readonly MlLensCollectedEvidence[] })[]> {
  if (provider.collectAll) {
    try {
      const found = await provider.collectAll(
        batch.map(({ context }) => context),
      );
      return batch.map((asked, index) => ({
        ...asked,
        items: found[index] ?? [],
      }));
    } catch (error) {
      batch.forEach(({ review }) =>
        failures.add(review.review_id, toError(error)),
      );
      return [];
    }
  }
  const found: (Asked & { items: readonly MlLensCollectedEvidence[] })[] = [];
  for (const asked of batch) {
    if (asked.context.signal.aborted) {
      return found;
    }
    try {
      found.push({ ...asked, items: await provider.collect(asked.context) });
    } catch (error) {
      failures.add(asked.review.review_id, toError(error));
    }
  }
  return found;
}

function problemOf(
  item: MlLensCollectedEvidence,
  lens: CompiledLens,
): string | undefined {
  const parsed = collectedSchema.safeParse(item);
  if (!parsed.success) {
    return z.prettifyError(parsed.error);
  }
  const question = lens.question(item.questionId);
  if (!question || (item.choiceId && !question.choice(item.choiceId))) {
    return `the lens '${lens.id}' version '${lens.version}' has no '${
      item.choiceId ?? item.questionId
    }'`;
  }
  return undefined;
}

function toRow(
  provider: MlLensEvidenceProvider,
  review: ReviewRow,
  item: MlLensCollectedEvidence,
  at: string,
): EvidenceRow {
  const observed = observedAt(item, at);
  const key = JSON.stringify([
    provider.id,
    item.questionId,
    item.choiceId ?? null,
    ...(item.key === undefined ? [] : [item.key]),
  ]);
  const said = {
    verdict: item.verdict,
    title: item.title,
    url: item.url ?? null,
    note: item.note ?? null,
  };
  return {
    // The same piece of evidence keeps its id from run to run.
    evidence_id: hash([review.review_id, key]),
    review_id: review.review_id,
    source: 'AUTOMATIC',
    evidence_key: key,
    body_hash: hash(said),
    question_id: item.questionId,
    choice_id: item.choiceId ?? null,
    provider: provider.id,
    ...said,
    observed_at: observed,
    expires_at: laterBy(observed, durationToMilliseconds(item.ttl ?? TTL)),
  };
}

/** When it was so; a provider's clock that is ahead makes nothing last longer. */
function observedAt(item: MlLensCollectedEvidence, latest: string): string {
  const said = item.observedAt
    ? new Date(item.observedAt).toISOString()
    : latest;
  return said < latest ? said : latest;
}

function hash(value: unknown): string {
  return createHash('sha256').update(JSON.stringify(value)).digest('base64url');
}
