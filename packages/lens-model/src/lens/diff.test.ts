// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { aChoice, aLens, aQuestion, aSuperset } from './__testUtils__/lenses';
import { diffLenses } from './diff';
import type { LensDocument } from './document';

const diff = (before: LensDocument, after: LensDocument) =>
  diffLenses(
    { version: '1', document: before },
    { version: '2', document: after },
  );

/** A lens with something changed in a deep copy. */
function changed(change: (lens: any) => void): LensDocument {
  const lens = structuredClone(aSuperset());
  change(lens);
  return lens;
}
const summary = (change: (lens: any) => void) => {
  const { major, changes } = diff(aSuperset(), changed(change));
  return {
    major,
    changes: changes.map(
      ({ kind, target, title }) => `${kind} ${target} ${title}`,
    ),
  };
};
const q = (lens: any, i = 0) => lens.pillars[0].questions[i];

describe('diffLenses', () => {
  it('finds nothing between equal lenses, however they are written', () => {
    expect(diff(aSuperset(), aSuperset())).toEqual({
      from: '1',
      to: '2',
      major: false,
      changes: [],
    });
    expect(
      summary(lens => {
        q(lens).riskRules[0].condition = '(first)&&second';
        q(lens).choices[0] = Object.fromEntries(
          Object.entries(q(lens).choices[0]).reverse(),
        );
      }),
    ).toEqual({ major: false, changes: [] });
  });

  it.each<[string, (lens: any) => void, string]>([
    [
      'the name',
      lens => {
        lens.name = 'Another';
      },
      'REWORDED lens Another',
    ],
    [
      'a translation',
      lens => {
        lens.locales.ja.name = '別';
      },
      'REWORDED lens A lens',
    ],
    [
      'the levels',
      lens => {
        lens.levels[1].from = 60;
      },
      'RULES_CHANGED lens A lens',
    ],
    [
      'a pillar',
      lens => {
        lens.pillars[0].name = 'Other';
      },
      'REWORDED pillar Other',
    ],
    [
      'a phase',
      lens => {
        lens.phases[0].activities.pop();
      },
      'REWORDED phase Goal',
    ],
    [
      'a phase that went',
      lens => {
        lens.phases.pop();
      },
      'REMOVED phase Build',
    ],
    [
      'a question',
      lens => {
        q(lens).title = 'Why?';
      },
      'REWORDED question Why?',
    ],
    [
      'a choice',
      lens => {
        q(lens).choices[0].improvementPlan.displayText = 'So';
      },
      'REWORDED choice Do first',
    ],
  ])('takes %s as minor', (_, change, expected) => {
    expect(summary(change)).toEqual({ major: false, changes: [expected] });
  });

  it.each<[string, (lens: any) => void, string[]]>([
    [
      'a new question',
      lens => lens.pillars[0].questions.push(aQuestion('new_q')),
      ['ADDED question How do you do it?'],
    ],
    [
      'a question less',
      lens => lens.pillars[0].questions.pop(),
      ['REMOVED question How do you do it?'],
    ],
    [
      'a new choice',
      lens => q(lens).choices.push(aChoice('third')),
      ['ADDED choice Do third'],
    ],
    [
      'a choice less',
      lens => q(lens).choices.pop(),
      ['REMOVED choice None of these'],
    ],
    [
      'another phase',
      lens => {
        q(lens).phase = 'build';
      },
      ['MOVED question How do you do it?'],
    ],
    [
      'another rule',
      lens => {
        q(lens).riskRules[1].condition = 'second';
      },
      ['RULES_CHANGED question How do you do it?'],
    ],
    [
      'another order of rules',
      lens => q(lens).riskRules.reverse(),
      ['RULES_CHANGED question How do you do it?'],
    ],
    [
      'another weight',
      lens => {
        q(lens).weight = 3;
      },
      ['RULES_CHANGED question How do you do it?'],
    ],
    [
      'another pillar',
      lens =>
        lens.pillars.push({
          id: 'other',
          name: 'Other',
          questions: [lens.pillars[0].questions.pop()],
        }),
      ['ADDED pillar Other', 'MOVED question How do you do it?'],
    ],
  ])('takes %s as major', (_, change, expected) => {
    expect(summary(change)).toEqual({ major: true, changes: expected });
  });

  it('shows before and after', () => {
    const { changes } = diff(
      aSuperset(),
      changed(lens => {
        q(lens).title = 'Why?';
        q(lens).phase = 'build';
        q(lens).weight = 1;
        q(lens).choices[0].title = 'One';
      }),
    );
    const about = { pillarId: 'pillar', questionId: 'goal_q' };
    const rules =
      'NO_RISK: first && second\nMEDIUM_RISK: first\nHIGH_RISK: default';
    expect(changes).toEqual([
      {
        kind: 'MOVED',
        target: 'question',
        ...about,
        title: 'Why?',
        before: 'pillar / goal',
        after: 'pillar / build',
      },
      {
        kind: 'REWORDED',
        target: 'question',
        ...about,
        title: 'Why?',
        before: 'How do you do it?',
        after: 'Why?',
      },
      {
        kind: 'RULES_CHANGED',
        target: 'question',
        ...about,
        title: 'Why?',
        before: `${rules}\nweight: 2`,
        after: rules,
      },
      {
        kind: 'REWORDED',
        target: 'choice',
        ...about,
        choiceId: 'first',
        title: 'One',
        before: 'Do first',
        after: 'One',
      },
    ]);
  });

  it('compares lenses without superset', () => {
    expect(diff(aLens(), aLens({ description: 'Other.' })).changes).toEqual([
      {
        kind: 'REWORDED',
        target: 'lens',
        title: 'A lens',
        before: 'For tests.',
        after: 'Other.',
      },
    ]);
  });
});
