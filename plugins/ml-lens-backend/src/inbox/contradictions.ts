// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { isNoneOfThese } from '@ml-lens/lens-model';
import type { Knex } from 'knex';
import { placeOf } from '../reviews/answerStates';

const SELECTED = placeOf('selectedChoices');
const NOT_APPLICABLE = placeOf('notApplicable');
/** How ids of "none of these" end; the same for every lens. */
const NONE_SUFFIX = '_no';
if (!isNoneOfThese(`any${NONE_SUFFIX}`)) {
  throw new TypeError(`"None of these" does not end with ${NONE_SUFFIX}`);
}

/**
 * Of some scorecards `s` the questions whose answer says otherwise than evidence
 * that still speaks, as on the tab: it claims a practice that does not hold,
 * denies one that does, or has no risk where the whole question fails. What was
 * observed before somebody confirmed the answer is dealt with.
 *
 * @returns since when and by what first each is contradicted
 */
export function contradictedAnswers(
  scorecards: Knex.QueryBuilder,
  now: string,
): Knex.QueryBuilder {
  const { client } = scorecards;
  const { applies, selected } = sqlOf(`${client.config.client}`);
  return scorecards
    .join('reported_evidence as e', 'e.review_id', 's.review_id')
    .join('answers as a', join =>
      join
        .on('a.review_id', 'e.review_id')
        .andOn('a.question_id', 'e.question_id'),
    )
    .where(live => {
      live.whereNull('e.expires_at').orWhere('e.expires_at', '>', now);
    })
    .whereRaw('(a.confirmed_at is null or e.observed_at > a.confirmed_at)')
    .whereRaw(applies)
    .where(either => {
      either
        .where(failed =>
          failed
            .where('e.verdict', 'CONTRADICTS')
            .whereRaw(
              `case when e.choice_id is null then a.risk = 'NONE' else exists (${selected} where chosen.value = e.choice_id) end`,
            ),
        )
        .orWhere(held =>
          held
            .where('e.verdict', 'SUPPORTS')
            .whereNotNull('e.choice_id')
            .whereRaw(
              `exists (${selected} where chosen.value like '%\\_no' escape '\\')`,
            ),
        );
    })
    .groupBy('a.review_id', 'a.question_id')
    .select('a.review_id', 'a.question_id', {
      since: client.raw('min(e.observed_at)'),
      title: client.raw('min(e.title)'),
    });
}

function sqlOf(client: string) {
  return client === 'pg'
    ? {
        applies: `(a.state::json ->> ${NOT_APPLICABLE}) is null`,
        selected: `select 1 from json_array_elements_text(a.state::json -> ${SELECTED}) as chosen(value)`,
      }
    : {
        applies: `json_extract(a.state, '$[${NOT_APPLICABLE}]') is null`,
        selected: `select 1 from json_each(a.state, '$[${SELECTED}]') as chosen`,
      };
}
