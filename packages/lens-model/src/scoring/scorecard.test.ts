// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import {
  answerOf,
  lensFixture,
  questionFixture,
} from '../__testUtils__/lensFixture';
import type { Risk } from '../model';
import { scorecardOf } from './scorecard';
import { standingsOf } from './standing';

const lens = lensFixture();

/** Where questions stand whose answers give these risks. */
const standing = (risks: Record<string, Risk>) =>
  standingsOf(id => (risks[id] ? answerOf(id, risks[id]) : undefined));
const everywhere = (risk: Risk) => standingsOf(id => answerOf(id, risk));

describe('scorecardOf', () => {
  it('gives the lens, its pillars, its phases and the cells that hold a question', () => {
    const card = scorecardOf(
      lens,
      standing({ q_one: 'HIGH', q_two: 'NONE', q_three: 'MEDIUM' }),
    );
    // 100 × (3×1 + 1×0.8×1÷2) ÷ (1 + 1 + 3 + 1)
    expect(card).toMatchObject({
      score: 57,
      coverage: 0.75,
      level: 'Defined',
      counts: { UNANSWERED: 1, HIGH: 1, MEDIUM: 1, NONE: 1, NOT_APPLICABLE: 0 },
      practices: { inPlace: 3, applicable: 8 },
    });
    expect(card.pillars.map(({ id, score }) => [id, score])).toEqual([
      ['security', 20],
      ['cost', 75],
    ]);
    expect(card.phases.map(({ id, score }) => [id, score])).toEqual([
      ['goal', 75],
      ['build', 40],
      ['retire', null],
    ]);
    expect(
      card.matrix.map(({ pillar, phase, score }) => [pillar, phase, score]),
    ).toEqual([
      ['security', 'goal', 0],
      ['security', 'build', 40],
      ['cost', 'goal', 100],
    ]);
  });

  it('has no score and no level when nothing applies or nothing is answered', () => {
    const nothing = { score: null, coverage: 0, level: 'Not assessed' };
    expect(scorecardOf(lens, everywhere('NOT_APPLICABLE'))).toMatchObject(
      nothing,
    );
    expect(scorecardOf(lens, everywhere('UNANSWERED'))).toMatchObject(nothing);
  });

  it('is 0 where every answer is none of these', () => {
    expect(scorecardOf(lens, everywhere('HIGH'))).toMatchObject({
      score: 0,
      coverage: 1,
      level: 'Initial',
      practices: { inPlace: 0, applicable: 8 },
    });
  });

  it('has no phases for a lens without', () => {
    const flat = lensFixture({
      phases: undefined,
      pillars: [
        { id: 'one', name: 'One', questions: [questionFixture('q_flat')] },
      ],
    });
    expect(scorecardOf(flat, everywhere('NONE'))).toMatchObject({
      score: 100,
      level: 'Optimizing',
      phases: [],
      matrix: [],
    });
  });

  it("uses the lens's own ladder unless told another", () => {
    const own = lensFixture({ levels: [{ name: 'Fine', from: 0 }] });
    expect(scorecardOf(own, everywhere('NONE')).level).toBe('Fine');
    expect(
      scorecardOf(own, everywhere('NONE'), [{ name: 'Other', from: 0 }]).level,
    ).toBe('Other');
  });
});
