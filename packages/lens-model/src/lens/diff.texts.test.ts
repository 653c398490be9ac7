// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { aSuperset } from './__testUtils__/lenses';
import { diffLenses } from './diff';
import type { LensDocument } from './document';

/** What a change of the superset is, in full. */
function changes(
  change: (lens: any) => void,
  before: (lens: any) => void = () => {},
) {
  const [a, b] = [aSuperset(), aSuperset()].map(lens => {
    before(lens);
    return lens;
  });
  change(b);
  const found = diffLenses(
    { version: '1', document: a as LensDocument },
    { version: '2', document: b as LensDocument },
  );
  return found.changes.map(({ kind, target, before: was, after: is }) => ({
    what: `${kind} ${target}`,
    was,
    is,
  }));
}
const question = (lens: any) => lens.pillars[0].questions[0];
const choice = (lens: any, i = 0) => question(lens).choices[i];

describe('what was and what is', () => {
  it.each<[string, (lens: any) => void, string, string?, string?]>([
    [
      'a service',
      lens => (lens.services[0].name = 'SageMaker AI'),
      'REWORDED lens',
    ],
    ['a layer', lens => (lens.stackLayers[0].name = 'Other'), 'REWORDED lens'],
    ['gates', lens => (lens.gates = []), 'REWORDED lens'],
    ['the name', lens => (lens.name = 'B'), 'REWORDED lens', 'A lens', 'B'],
    [
      'the description',
      lens => (lens.description = 'New.'),
      'REWORDED lens',
      'For tests.',
      'New.',
    ],
    [
      'levels',
      lens => (lens.levels[1].from = 60),
      'RULES_CHANGED lens',
      'Low ≥ 0\nHigh ≥ 50',
      'Low ≥ 0\nHigh ≥ 60',
    ],
    [
      'levels that go',
      lens => delete lens.levels,
      'RULES_CHANGED lens',
      'Low ≥ 0\nHigh ≥ 50',
      '',
    ],
    [
      'activities of a phase',
      lens => lens.phases[0].activities.push('Act', 3),
      'REWORDED phase',
      'Ask\nDecide',
      'Ask\nDecide\nAct',
    ],
    [
      'the description of a phase',
      lens => delete lens.phases[0].description,
      'REWORDED phase',
      'Say **why**.',
    ],
    [
      'services of a phase',
      lens => (lens.phases[0].services = []),
      'REWORDED phase',
      'sage-maker',
    ],
    [
      'the process of a phase',
      lens => (lens.phases[0].crispDm = ['Modeling']),
      'REWORDED phase',
      'Business Understanding',
      'Modeling',
    ],
    [
      'the description of a question',
      lens => (question(lens).description = 'New.'),
      'REWORDED question',
      'About doing it.',
      'New.',
    ],
    [
      'the link of a question',
      lens =>
        (question(lens).helpfulResource = { displayText: 'Read', url: 'x' }),
      'REWORDED question',
      undefined,
      'Read',
    ],
    [
      'the process of a question',
      lens => (question(lens).crispDm = ['Modeling']),
      'REWORDED question',
      undefined,
      'Modeling',
    ],
    [
      'the phase of a question',
      lens => (question(lens).phase = 'build'),
      'MOVED question',
      'pillar / goal',
      'pillar / build',
    ],
    [
      'from when a question is due',
      lens => (question(lens).dueFrom = 'build'),
      'MOVED question',
      'pillar / goal',
      'pillar / goal / due from build',
    ],
    [
      'a question without a phase',
      lens => delete question(lens).phase,
      'MOVED question',
      'pillar / goal',
      'pillar',
    ],
    [
      'the description of a practice',
      lens => (choice(lens).description = 'New.'),
      'REWORDED choice',
      undefined,
      'New.',
    ],
    [
      'the link of a practice',
      lens => (choice(lens).helpfulResource.displayText = 'Read'),
      'REWORDED choice',
      'Why',
      'Read',
    ],
    [
      'how to do a practice',
      lens => (choice(lens).improvementPlan = { displayText: 4 }),
      'REWORDED choice',
      'How',
    ],
    [
      'more to read of a practice',
      lens => delete choice(lens, 1).additionalResources,
      'REWORDED choice',
    ],
    [
      'a practice due from a phase',
      lens => (choice(lens).dueFrom = 'build'),
      'MOVED choice',
      undefined,
      'due from build',
    ],
    [
      'a practice that counts from a day',
      lens => (choice(lens).countsFrom = '2027-01-01'),
      'MOVED choice',
      undefined,
      'counts from 2027-01-01',
    ],
  ])('%s', (...[, change, what, was, is]) => {
    expect(changes(change)).toEqual([{ what, was, is }]);
  });

  it('a practice no longer due later, and on another day', () => {
    const later = (lens: any) => {
      choice(lens).dueFrom = 'build';
      choice(lens).countsFrom = '2027-01-01';
    };
    expect(
      changes(lens => (choice(lens).countsFrom = '2028-01-01'), later),
    ).toEqual([
      {
        what: 'MOVED choice',
        was: 'due from build, counts from 2027-01-01',
        is: 'due from build, counts from 2028-01-01',
      },
    ]);
    expect(
      changes(lens => {
        delete choice(lens).dueFrom;
        delete choice(lens).countsFrom;
      }, later),
    ).toEqual([
      {
        what: 'MOVED choice',
        was: 'due from build, counts from 2027-01-01',
        is: undefined,
      },
    ]);
  });
});
