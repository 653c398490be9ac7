// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { mockServices } from '@backstage/backend-test-utils';
import { testDatabases } from '../../__testUtils__/databases';
import {
  caller,
  projectionsOf,
  reviewsOn,
  workloadRecord,
} from '../../__testUtils__/reviewFixtures';
import { SCORED_AS } from '../rows';
import { Rescoring } from './Rescoring';

const databases = testDatabases();

describe.each(databases.ids)('scoring anew on %s', id => {
  it('makes what earlier rules made as if today had, once', async () => {
    const knex = await databases.create(id);
    const { lenses, editor, store, addWorkloads } = reviewsOn(knex);
    await addWorkloads(workloadRecord('one'), workloadRecord('two'));
    await editor.putAnswer(
      { workloadId: 'one', lensId: 'phased', questionId: 'goal' },
      { revision: 0, selectedChoices: ['goal_a'] },
      caller,
    );
    const right = await projectionsOf(knex);
    expect(await knex('reviews').pluck('scored_as')).toEqual([
      SCORED_AS,
      SCORED_AS,
    ]);

    await knex('reviews').update({ scored_as: SCORED_AS - 1 });
    await knex('scorecards').update({ score: 50, practices_applicable: 0 });
    await knex('scorecard_history').update({ score: 50, states: 'U..' });
    const logger = mockServices.logger.mock();
    const rescoring = new Rescoring({ store, lenses, logger });
    const stopped = AbortSignal.abort();
    expect(await rescoring.run(stopped)).toBe(0);
    expect(await rescoring.run()).toBe(2);
    expect(await projectionsOf(knex)).toEqual(right);
    expect(logger.info).toHaveBeenCalledWith('Reviews scored anew: 2');
    expect(await rescoring.run()).toBe(0);
  });
});
