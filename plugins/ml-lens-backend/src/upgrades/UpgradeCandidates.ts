// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import type {
  MlLensResponse,
  UpgradeCandidate,
  UpgradePreview,
} from '@ml-lens/backstage-plugin-ml-lens-common';
import type { CallerCredentials } from '../auth/caller';
import { readableRefs } from '../auth/readableRefs';
import type { QueryOf } from '../http/bindRoutes';
import { keysetPage, type KeysetRow, listKeyOf } from '../database/keyset';
import type { Deps } from '../deps';
import type { ReviewRow, ScorecardRow } from '../reviews/rows';
import { countOf, reviewsElsewhere } from './begunReviews';
import type { UpgradeService } from './UpgradeService';

type CandidateRow = KeysetRow &
  ReviewRow &
  Pick<
    ScorecardRow,
    | 'title'
    | 'owner_ref'
    | 'primary_entity_ref'
    | 'score'
    | 'coverage'
    | 'level'
  >;

/** The reviews that an upgrade of many is about, before anything is moved. */
export class UpgradeCandidates {
  constructor(
    private readonly deps: Pick<Deps, 'access' | 'knex'> & {
      upgrades: UpgradeService;
    },
  ) {}

  /**
   * The begun reviews that the caller may see and that are not there yet, by
   * title, with what moving each would do.
   *
   * @throws NotFoundError, ConflictError when the target cannot be used
   * @throws InputError for a cursor of another list
   */
  async list(
    lensId: string,
    { cursor, limit, ...target }: QueryOf<'listUpgradeCandidates'>,
    credentials: CallerCredentials,
  ): Promise<MlLensResponse<'listUpgradeCandidates'>> {
    const { knex, access, upgrades } = this.deps;
    const destination = await upgrades.destination(lensId, target);
    const seen = await access.listFilter(credentials);
    const all = () => reviewsElsewhere(knex, lensId, destination, seen);
    const { id, version } = destination.lens;
    const { rows, pageInfo } = await keysetPage<CandidateRow>(
      {
        select: () =>
          all().select(
            'reviews.*',
            {
              sort_value: 'scorecards.title_sort',
              row_id: 'reviews.review_id',
            },
            'scorecards.title',
            'scorecards.owner_ref',
            'scorecards.primary_entity_ref',
            'scorecards.score',
            'scorecards.coverage',
            'scorecards.level',
          ),
        column: {
          expression: 'scorecards.title_sort',
          type: 'text',
          nullable: false,
        },
        id: 'reviews.review_id',
        descending: false,
      },
      {
        key: listKeyOf(['upgrade-candidates', lensId, id, version]),
        cursor,
        limit,
      },
    );
    const [previews, outcomes, shown] = await Promise.all([
      upgrades.previews(rows, destination),
      access.outcomes(
        rows.map(row => row.workload_id),
        'update',
        credentials,
      ),
      readableRefs(
        access,
        rows.map(row => row.primary_entity_ref),
        credentials,
      ),
    ]);
    return {
      items: rows.map(row => ({
        workloadId: row.workload_id,
        title: row.title,
        entityRef: shown(row.primary_entity_ref),
        owner: row.owner_ref,
        may: outcomes.get(row.workload_id) === 'allowed',
        before: {
          lens: row.lens_id,
          version: row.lens_version,
          score: row.score,
          coverage: row.coverage,
          level: row.level,
        },
        ...afterwards(previews.get(row.review_id)!),
      })),
      totalItems: await countOf(all()),
      pageInfo,
    };
  }
}

function afterwards(
  preview: UpgradePreview | Error,
): Pick<UpgradeCandidate, 'after' | 'problem' | 'toCheck' | 'dropped'> {
  if (preview instanceof Error) {
    const { name, message } = preview;
    return {
      after: null,
      problem: { name, message },
      toCheck: [],
      dropped: [],
    };
  }
  const { to, after, reduced, added, mapped, dropped } = preview;
  return {
    after: {
      ...to,
      score: after.score,
      coverage: after.coverage,
      level: after.level,
    },
    problem: null,
    toCheck: [
      ...new Set([
        ...reduced.map(({ questionId }) => questionId),
        ...mapped
          .filter(({ confidence }) => confidence === 'partial')
          .map(({ questionId }) => questionId),
        ...added,
      ]),
    ],
    dropped,
  };
}
