// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { ConflictError, InputError, NotFoundError } from '@backstage/errors';
import {
  UpgradePreview,
  type MlLensRequest,
} from '@ml-lens/backstage-plugin-ml-lens-common';
import {
  CompiledLens,
  initialReviewState,
  LensMapping,
} from '@ml-lens/lens-model';
import { lensAt } from '@ml-lens/lens-model/announced';
import { actorOf, type CallerCredentials } from '../auth/caller';
import type { Deps } from '../deps';
import { noSuchVersion } from '../lenses/LensStore';
import { beginReview } from '../reviews/beginReview';
import { reviewIdOf, type ReviewKey } from '../reviews/ReviewStore';
import { ReviewRow } from '../reviews/rows';
import { versionUpgrade } from './events';
import { planLens, planVersion, Standpoint } from './plans';
import { Undo } from './Undo';

/** Where reviews are to go: a version of their own lens, or another lens. */
export interface Destination {
  lens: CompiledLens;
  /** Whether the version was asked for, rather than being the latest. */
  explicit: boolean;
}

/** Moves reviews to another version of their lens, or to another lens. */
export class UpgradeService {
  readonly #undo: Undo;

  constructor(
    private readonly deps: Pick<
      Deps,
      'clock' | 'lenses' | 'mappings' | 'reviews' | 'workloads' | 'writer'
    >,
  ) {
    this.#undo = new Undo(deps);
  }

  /**
   * What an upgrade would keep, add and drop.
   *
   * @throws as {@link UpgradeService.upgrade}
   */
  async preview(
    key: ReviewKey,
    target: MlLensRequest<'upgradeReview'>['body'],
  ): Promise<UpgradePreview> {
    const from = await this.deps.reviews.requireReview(key);
    const destination = await this.destination(key.lensId, target);
    const previews = await this.previews([from], destination);
    const preview = previews.get(from.review_id)!;
    if (preview instanceof Error) {
      throw preview;
    }
    return preview;
  }

  /**
   * Moves a review to another published version of its lens, after recording a
   * milestone of how it stands; or fills in its review with another lens, as
   * far as a mapping says how, and leaves it where it is.
   *
   * @throws NotFoundError when there is no such review or version
   * @throws InputError when no mapping leads to the other lens
   * @throws ConflictError when the review is at the version already, or the
   *   version takes no answers
   */
  async upgrade(
    key: ReviewKey,
    target: MlLensRequest<'upgradeReview'>['body'],
    credentials: CallerCredentials,
  ): Promise<UpgradePreview> {
    const destination = await this.destination(key.lensId, target);
    return await this.move(key, destination, actorOf(credentials));
  }

  /**
   * Takes back the last upgrade, while nothing happened to the review since
   * (milestones aside).
   *
   * @throws ConflictError when there is nothing to take back
   */
  async undo(
    key: ReviewKey,
    credentials: CallerCredentials,
  ): Promise<UpgradePreview> {
    return await this.#undo.undo(
      await this.deps.reviews.requireReview(key),
      actorOf(credentials),
    );
  }

  /**
   * Looks up where an upgrade leads, before anything is changed.
   *
   * @throws NotFoundError, ConflictError as {@link UpgradeService.upgrade}
   */
  async destination(
    lensId: string,
    { toLens = lensId, toVersion }: MlLensRequest<'upgradeReview'>['body'],
  ): Promise<Destination> {
    if (toVersion === undefined) {
      const latest = await this.deps.lenses.latestPublished(toLens);
      if (!latest) {
        throw new NotFoundError(
          `There is no published version of a lens '${toLens}'`,
        );
      }
      return { lens: lensAt(latest, this.deps.clock()), explicit: false };
    }
    if ((await this.deps.lenses.status(toLens, toVersion)) === 'DRAFT') {
      throw noSuchVersion(toLens, toVersion);
    }
    await this.deps.lenses.requireUsable(toLens, toVersion);
    return {
      lens: await this.#compiled(toLens, toVersion),
      explicit: true,
    };
  }

  /** {@link UpgradeService.upgrade} for somebody known to be allowed to. */
  async move(
    key: ReviewKey,
    destination: Destination,
    by: string,
  ): Promise<UpgradePreview> {
    return destination.lens.id === key.lensId
      ? await this.#moveVersion(key, destination.lens, by)
      : await this.#moveLens(key, destination, by);
  }

  /**
   * What {@link UpgradeService.move} would do to each of some reviews of one
   * lens, read at once; an error where it cannot be done.
   *
   * @returns by review id
   */
  async previews(
    rows: readonly ReviewRow[],
    destination: Destination,
  ): Promise<Map<string, UpgradePreview | Error>> {
    const { lens } = destination;
    const across = rows.filter(row => row.lens_id !== lens.id);
    const others = new Map(
      (
        await this.deps.reviews.reviews(
          across.map(row => reviewIdOf(row.workload_id, lens.id)),
        )
      ).map(row => [row.workload_id, row]),
    );
    const states = await this.deps.reviews.states([
      ...rows,
      ...others.values(),
    ]);
    const standpointOf = async (row: ReviewRow): Promise<Standpoint> => ({
      lens: await this.#compiled(row.lens_id, row.lens_version),
      state: states.get(row.review_id)!,
    });
    const previewOf = async (row: ReviewRow): Promise<UpgradePreview> => {
      const from = await standpointOf(row);
      if (row.lens_id === lens.id) {
        requireAnother(from.lens, lens);
        return planVersion(from, lens, this.#levelsOf).preview;
      }
      return planLens(
        from,
        await this.#targetOf(
          others.get(row.workload_id),
          destination,
          standpointOf,
        ),
        this.#requireMapping(from.lens, lens),
        this.#levelsOf,
      ).preview;
    };
    const previews = new Map<string, UpgradePreview | Error>();
    for (const row of rows) {
      previews.set(row.review_id, await previewOf(row).catch(refusalOf));
    }
    return previews;
  }

  async #moveVersion(
    { workloadId, lensId }: ReviewKey,
    to: CompiledLens,
    by: string,
  ): Promise<UpgradePreview> {
    let preview: UpgradePreview | undefined;
    await this.deps.writer.write(
      workloadId,
      lensId,
      async ({ row, state, lens, tx }) => {
        requireAnother(lens, to);
        const planned = planVersion({ lens, state }, to, this.#levelsOf);
        preview = planned.preview;
        return versionUpgrade({
          from: lens,
          to,
          state,
          changes: planned.plan.answers,
          by,
          milestones: await this.deps.reviews.milestones(
            row.review_id,
            undefined,
            tx,
          ),
        });
      },
      { versions: [to], leaving: true },
    );
    return preview!;
  }

  async #moveLens(
    key: ReviewKey,
    destination: Destination,
    by: string,
  ): Promise<UpgradePreview> {
    const { workloadId } = key;
    const { lens } = destination;
    const from = await this.#standpoint(
      await this.deps.reviews.requireReview(key),
    );
    const mapping = this.#requireMapping(from.lens, lens);
    await this.#targetOf(
      await this.deps.reviews.review(workloadId, lens.id),
      destination,
    );
    await this.deps.workloads.transaction(tx =>
      beginReview(tx, workloadId, lens, this.deps.clock(), this.#levelsOf),
    );
    let preview: UpgradePreview | undefined;
    await this.deps.writer.write(workloadId, lens.id, to => {
      const planned = planLens(from, to, mapping, this.#levelsOf);
      preview = planned.preview;
      return [...planned.answers].map(([questionId, after]) => ({
        type: 'ANSWERED' as const,
        by,
        source: 'UPGRADE' as const,
        questionId,
        phaseId: to.lens.question(questionId)?.phaseId ?? null,
        after,
      }));
    });
    return preview!;
  }

  /** The other lens's review as it stands, or as it would begin. */
  async #targetOf(
    row: ReviewRow | undefined,
    { lens, explicit }: Destination,
    standpointOf = (known: ReviewRow) => this.#standpoint(known),
  ): Promise<Standpoint> {
    if (!row || row.last_seq === 0) {
      return { lens, state: initialReviewState(lens.version) };
    }
    if (explicit && row.lens_version !== lens.version) {
      throw new ConflictError(
        `The review with the lens '${lens.id}' is at version ${row.lens_version}, not ${lens.version}: upgrade that one first, or leave toVersion out`,
      );
    }
    return await standpointOf(row);
  }

  async #standpoint(row: ReviewRow): Promise<Standpoint> {
    return {
      lens: await this.#compiled(row.lens_id, row.lens_version),
      state: (await this.deps.reviews.states([row])).get(row.review_id)!,
    };
  }

  /** A version as it judges now. */
  async #compiled(lensId: string, version: string): Promise<CompiledLens> {
    return lensAt(
      await this.deps.lenses.compiled(lensId, version),
      this.deps.clock(),
    );
  }

  #requireMapping(from: CompiledLens, to: CompiledLens): LensMapping {
    const mapping = this.deps.mappings.find(from, to);
    if (!mapping) {
      throw new InputError(
        `toLens: no mapping says how answers of the lens '${from.id}' speak for '${to.id}'`,
      );
    }
    return mapping;
  }

  readonly #levelsOf = (lens: CompiledLens) => this.deps.lenses.levels(lens);
}

/** Why a review cannot be moved; anything else is no answer. */
function refusalOf(error: unknown): Error {
  if (error instanceof ConflictError || error instanceof InputError) {
    return error;
  }
  throw error;
}

function requireAnother(from: CompiledLens, to: CompiledLens): void {
  if (from.version === to.version) {
    throw new ConflictError(
      `The review is at version ${to.version} of the lens '${to.id}' already`,
    );
  }
}
