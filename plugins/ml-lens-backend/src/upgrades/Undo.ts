// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { ConflictError } from '@backstage/errors';
import { UpgradePreview } from '@ml-lens/backstage-plugin-ml-lens-common';
import { AnswerState, CompiledLens, ReviewEvent } from '@ml-lens/lens-model';
import { ReviewStore } from '../reviews/ReviewStore';
import type { NewEvent } from '../reviews/ReviewWriter';
import { ReviewRow } from '../reviews/rows';
import { UpgradePayload, versionChange } from './events';
import { planUndo } from './plans';
import type { Deps } from '../deps';

/** How many events an upgrade and the milestones after it can be. */
const LOOK_BACK = 1000;

/** What an undo takes back: a move to a version, or answers filled in. */
type LastUpgrade =
  | { kind: 'version'; seq: number; before: UpgradePayload }
  | { kind: 'answers'; seq: number; before: Map<string, AnswerState | null> };

/** Takes upgrades back while nothing happened since. */
export class Undo {
  constructor(
    private readonly deps: Pick<Deps, 'lenses' | 'reviews' | 'writer'>,
  ) {}

  /**
   * @throws ConflictError when the last thing that happened is no upgrade, or
   *   the version before takes no answers any more
   */
  async undo(row: ReviewRow, by: string): Promise<UpgradePreview> {
    // Looked up first: a transaction must not wait for a lens to be read.
    const seen = await lastUpgrade(this.deps.reviews, row.review_id);
    const old =
      seen.kind === 'version'
        ? await this.#usable(row.lens_id, seen.before.lensVersion)
        : undefined;
    let preview: UpgradePreview | undefined;
    await this.deps.writer.write(
      row.workload_id,
      row.lens_id,
      async ({ state, lens, tx }): Promise<NewEvent[]> => {
        const last = await lastUpgrade(new ReviewStore(tx), row.review_id);
        if (last.seq !== seen.seq) {
          throw nothingToUndo();
        }
        const restored =
          last.kind === 'version'
            ? last.before.answers
            : Object.fromEntries(last.before);
        preview = planUndo({ lens, state }, old ?? lens, restored, version =>
          this.deps.lenses.levels(version),
        );
        return last.kind === 'version'
          ? [
              versionChange({
                from: lens,
                to: old!,
                state,
                changes: restored,
                by,
                source: 'UNDO',
              }),
            ]
          : [...last.before].map(([questionId, after]) => ({
              type: 'ANSWERED',
              by,
              source: 'UNDO',
              questionId,
              phaseId: lens.question(questionId)?.phaseId ?? null,
              before: state.answers.get(questionId)?.state ?? null,
              after,
            }));
      },
      { versions: old ? [old] : [], leaving: true },
    );
    return preview!;
  }

  async #usable(lensId: string, version: string): Promise<CompiledLens> {
    await this.deps.lenses.requireUsable(lensId, version);
    return await this.deps.lenses.compiled(lensId, version);
  }
}

async function lastUpgrade(
  store: ReviewStore,
  reviewId: string,
): Promise<LastUpgrade> {
  const events = (
    await store.events.before(reviewId, { limit: LOOK_BACK })
  ).filter(({ type }) => type !== 'MILESTONE_RECORDED');
  const last = events.at(0);
  if (last?.source !== 'UPGRADE') {
    throw nothingToUndo();
  }
  if (last.type === 'LENS_UPGRADED') {
    return {
      kind: 'version',
      seq: last.seq,
      before: last.before as UpgradePayload,
    };
  }
  return { kind: 'answers', seq: last.seq, before: filledIn(events, last) };
}

/** What the answers that came with the last one were before, oldest first. */
function filledIn(
  events: readonly ReviewEvent[],
  { at, by }: ReviewEvent,
): Map<string, AnswerState | null> {
  const before = new Map<string, AnswerState | null>();
  for (const event of events) {
    if (
      event.type !== 'ANSWERED' ||
      event.source !== 'UPGRADE' ||
      event.at !== at ||
      event.by !== by
    ) {
      break;
    }
    before.set(event.questionId!, event.before as AnswerState | null);
  }
  return new Map([...before].reverse());
}

function nothingToUndo(): ConflictError {
  return new ConflictError(
    'There is no upgrade to take back: it can be, until something else happens to the review',
  );
}
