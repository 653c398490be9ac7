// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { ConflictError, InputError } from '@backstage/errors';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import type {
  MlLensRequest,
  MlLensResponse,
  PracticeRef,
} from '@ml-lens/backstage-plugin-ml-lens-common';
import type { CompiledLens } from '@ml-lens/lens-model';
import { type Access, refusal } from '../auth/Access';
import { actorOf, type CallerCredentials } from '../auth/caller';
import type { Deps } from '../deps';
import type { LensService } from '../lenses/LensService';
import { noReview, reviewIdOf } from '../reviews/ReviewStore';
import type { ReviewRow, ScorecardRow } from '../reviews/rows';
import { requireAssignee } from './assignee';
import type { ImprovementRow, ImprovementStore } from './ImprovementStore';
import { requirePractice } from './practice';

type Body = MlLensRequest<'planMany'>['body'];
type Item = Body['items'][number];
type Line = MlLensResponse<'planMany'>['items'][number];

/** What is known of all items before any is planned. */
interface Known {
  outcomes: Awaited<ReturnType<Access['outcomes']>>;
  reviews: Map<string, ReviewRow>;
  scorecards: Map<string, ScorecardRow>;
  lenses: Map<string, CompiledLens | Error>;
  plans: Map<string, ImprovementRow>;
}

/** Plans practices of many workloads at once. */
export class PlanMany {
  constructor(
    private readonly deps: Pick<
      Deps,
      'access' | 'clock' | 'lenses' | 'reviews'
    > & {
      catalog: Pick<CatalogService, 'getEntityByRef'>;
      improvements: ImprovementStore;
    },
  ) {}

  /**
   * Sets what is said for each of the items and leaves the rest of its plan as
   * it is. An item that cannot be planned says why and hinders no other.
   *
   * @throws InputError when the assignee is nobody the caller can see
   */
  async plan(
    { items, set }: Body,
    credentials: CallerCredentials,
  ): Promise<MlLensResponse<'planMany'>> {
    const assignee = set.assignee
      ? await requireAssignee(this.deps.catalog, set.assignee, credentials)
      : set.assignee;
    const known = await this.#known(items, credentials);
    const rows = new Map<string, ImprovementRow>();
    const lines = items.map((item): Line => {
      const { revision: _, ...ref } = item;
      const seen = known.outcomes.get(item.workloadId) !== 'hidden';
      const line = {
        ...ref,
        title: seen
          ? known.scorecards.get(reviewIdOf(item.workloadId, item.lens))
              ?.title ?? null
          : null,
      };
      try {
        const row = this.#row(item, { ...set, assignee }, known, credentials);
        if (rows.has(idOf(item))) {
          throw new InputError('It is named twice');
        }
        rows.set(idOf(item), row);
        return { ...line, ok: true, revision: row.revision };
      } catch (error) {
        return { ...line, ok: false, error: wordsOf(error) };
      }
    });
    const saved = new Set(
      (await this.deps.improvements.saveAll([...rows.values()])).map(key =>
        idOf(refOf(key)),
      ),
    );
    return {
      items: lines.map(line => {
        if (!line.ok || saved.has(idOf(line))) {
          return line;
        }
        const { revision: _, ...rest } = line;
        return { ...rest, ok: false, error: wordsOf(changedMeanwhile()) };
      }),
    };
  }

  #row(
    item: Item,
    set: Body['set'],
    known: Known,
    credentials: CallerCredentials,
  ): ImprovementRow {
    const { workloadId, lens: lensId, questionId, choiceId } = item;
    const error = refusal(
      workloadId,
      'update',
      known.outcomes.get(workloadId)!,
    );
    if (error) {
      throw error;
    }
    const review = known.reviews.get(reviewIdOf(workloadId, lensId));
    const scorecard = known.scorecards.get(reviewIdOf(workloadId, lensId));
    if (!review || !scorecard) {
      throw noReview(workloadId, lensId);
    }
    const lens = known.lenses.get(versionOf(review))!;
    if (lens instanceof Error) {
      throw lens;
    }
    requirePractice(lens, questionId, choiceId);
    const before = known.plans.get(idOf(item));
    const revision = before?.revision ?? 0;
    if (item.revision !== undefined && item.revision !== revision) {
      throw changedMeanwhile();
    }
    if (set.assignOwner && scorecard.owner_ref === null) {
      throw new InputError(`The workload '${workloadId}' has no owner`);
    }
    const kept = <T>(next: T | undefined, old: T) =>
      next === undefined ? old : next;
    return {
      review_id: review.review_id,
      question_id: questionId,
      choice_id: choiceId,
      revision: revision + 1,
      status: kept(set.status, before?.status ?? 'NOT_STARTED'),
      assignee: set.assignOwner
        ? scorecard.owner_ref
        : kept(set.assignee, before?.assignee ?? null),
      due_date: kept(set.dueDate, before?.due_date ?? null),
      link: kept(set.link, before?.link ?? null),
      updated_at: this.deps.clock(),
      updated_by: actorOf(credentials),
    };
  }

  async #known(
    items: readonly Item[],
    credentials: CallerCredentials,
  ): Promise<Known> {
    const { access, improvements, lenses, reviews } = this.deps;
    const ids = [
      ...new Set(items.map(item => reviewIdOf(item.workloadId, item.lens))),
    ];
    const [outcomes, reviewRows, scorecards, plans] = await Promise.all([
      access.outcomes(
        [...new Set(items.map(({ workloadId }) => workloadId))],
        'update',
        credentials,
      ),
      reviews.reviews(ids),
      reviews.scorecards(ids),
      improvements.listAll(ids),
    ]);
    const versions = new Map<string, CompiledLens | Error>();
    for (const row of reviewRows) {
      if (!versions.has(versionOf(row))) {
        versions.set(versionOf(row), await usable(lenses, row));
      }
    }
    return {
      outcomes,
      lenses: versions,
      reviews: new Map(reviewRows.map(row => [row.review_id, row])),
      scorecards: new Map(scorecards.map(row => [row.review_id, row])),
      plans: new Map(plans.map(row => [idOf(refOf(row)), row])),
    };
  }
}

async function usable(
  lenses: LensService,
  { lens_id: id, lens_version: version }: ReviewRow,
): Promise<CompiledLens | Error> {
  try {
    await lenses.requireUsable(id, version);
  } catch (error) {
    if (error instanceof ConflictError) {
      return error;
    }
    throw error;
  }
  return await lenses.compiled(id, version);
}

function versionOf(row: ReviewRow): string {
  return `${row.lens_id}/${row.lens_version}`;
}

function idOf({ workloadId, lens, questionId, choiceId }: PracticeRef): string {
  return JSON.stringify([workloadId, lens, questionId, choiceId]);
}

function refOf(
  row: Pick<ImprovementRow, 'review_id' | 'question_id' | 'choice_id'>,
): PracticeRef {
  const slash = row.review_id.lastIndexOf('/');
  return {
    workloadId: row.review_id.slice(0, slash),
    lens: row.review_id.slice(slash + 1),
    questionId: row.question_id,
    choiceId: row.choice_id,
  };
}

function changedMeanwhile(): ConflictError {
  return new ConflictError('The plan has changed since it was read');
}

function wordsOf(error: unknown): { name: string; message: string } {
  if (!(error instanceof Error) || error.name === 'TypeError') {
    throw error;
  }
  return { name: error.name, message: error.message };
}
