// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import fc from 'fast-check';
import type { WorkloadEntity } from './entities';
import {
  membershipOf,
  type EstablishedPrimary,
  type KnownLink,
  type LinkPolicy,
} from './membership';

const AT = '2026-03-02T00:00:00.000Z';
const LONG_AGO = '2026-01-01T00:00:00.000Z';

const entity = (
  name: string,
  owner: string | null,
  options: { primary?: boolean; kind?: string } = {},
): WorkloadEntity => ({
  entityRef: name,
  workloadId: 'w',
  facts: {
    kind: options.kind ?? 'component',
    title: name,
    description: null,
    owner,
    system: null,
    domain: null,
    lifecycle: null,
    tags: [],
    primary: options.primary ?? false,
    lenses: [],
    awsWorkloadArn: null,
  },
  factsHash: name,
  problems: [],
});
const known = (
  entityRef: string,
  decision: KnownLink['decision'],
  owner: string | null,
  by: string | null = null,
): KnownLink => ({ entityRef, decision, owner, by, at: LONG_AGO });

const decide = (
  entities: WorkloadEntity[],
  options: {
    established?: EstablishedPrimary;
    known?: KnownLink[];
    policy?: LinkPolicy;
    at?: string;
  } = {},
) => {
  const { established, policy = 'sameOwner', at = AT } = options;
  return membershipOf({
    entities,
    established,
    known: options.known ?? [],
    policy,
    at,
  });
};
const first: EstablishedPrimary = { entityRef: 'p', owner: 'a', since: null };
const standIn: EstablishedPrimary = { entityRef: 'z', owner: 'a', since: AT };
const wasPrimary = known('p', 'PRIMARY', 'a');

describe('who belongs to a workload', () => {
  it.each<[string, WorkloadEntity[], Parameters<typeof decide>[1], object]>([
    [
      'the first by kind and name stands for a new one',
      [
        entity('b', 'a'),
        entity('s', 'a', { kind: 'system' }),
        entity('c', 'x'),
      ],
      {},
      { b: 'JOINED', s: 'PRIMARY', c: 'PENDING' },
    ],
    [
      'one of another owner waits, whatever it says',
      [
        entity('p', 'a'),
        entity('evil', 'x', { primary: true, kind: 'system' }),
      ],
      { established: first },
      { p: 'PRIMARY', evil: 'PENDING' },
    ],
    [
      'one without an owner is not of the same owner as another without',
      [entity('p', null), entity('evil', null)],
      { established: { ...first, owner: null } },
      { p: 'PRIMARY', evil: 'PENDING' },
    ],
    [
      'one that joined under the owner and then changes it waits',
      [entity('p', 'a'), entity('evil', 'x')],
      { established: first, known: [known('evil', 'JOINED', 'a')] },
      { p: 'PRIMARY', evil: 'PENDING' },
    ],
    [
      'one of the same owner that says so takes the place',
      [entity('p', 'a'), entity('z', 'a', { primary: true })],
      { established: first, known: [wasPrimary] },
      { p: 'JOINED', z: 'PRIMARY' },
    ],
    [
      'but it cannot carry the workload off to another owner',
      [entity('p', 'a'), entity('z', 'x', { primary: true })],
      { established: { ...standIn, since: LONG_AGO }, known: [wasPrimary] },
      { p: 'PRIMARY', z: 'PENDING' },
    ],
    [
      'nor one that stood in for a primary that is being renamed',
      [entity('z', 'x')],
      { established: standIn, known: [wasPrimary] },
      { z: 'PENDING' },
    ],
    [
      'one that has stood in for long takes the workload along',
      [entity('z', 'x')],
      { established: { ...standIn, since: LONG_AGO } },
      { z: 'PRIMARY' },
    ],
    [
      'the first primary takes the workload along; who joined stays',
      [entity('p', 'b'), entity('q', 'a')],
      { established: first, known: [known('q', 'JOINED', 'a')] },
      { p: 'PRIMARY', q: 'JOINED' },
    ],
    [
      'a renamed primary is followed by the new name',
      [entity('p2', 'a'), entity('evil', 'x', { primary: true })],
      { established: first, known: [wasPrimary] },
      { p2: 'PRIMARY', evil: 'PENDING' },
    ],
    [
      'one that comes back regains its place',
      [entity('p', 'a'), entity('z', 'a')],
      { established: standIn, known: [wasPrimary] },
      { p: 'PRIMARY', z: 'JOINED' },
    ],
    [
      'but not under another owner',
      [entity('p', 'x', { primary: true }), entity('z', 'a')],
      { established: standIn, known: [wasPrimary] },
      { p: 'PENDING', z: 'PRIMARY' },
    ],
    [
      'an orphan is nobody else’s',
      [entity('evil', 'x', { primary: true })],
      { established: first, known: [wasPrimary] },
      { evil: 'PENDING' },
    ],
    [
      'who was allowed belongs, as long as its owner is the same',
      [entity('p', 'a'), entity('q', 'x'), entity('r', 'y')],
      {
        established: first,
        known: [
          known('q', 'ALLOWED', 'x', 'user:default/lena'),
          known('r', 'ALLOWED', 'x', 'user:default/lena'),
        ],
      },
      { p: 'PRIMARY', q: 'JOINED', r: 'PENDING' },
    ],
    [
      'who was refused stays out, under whatever owner',
      [entity('p', 'a'), entity('q', 'a', { primary: true })],
      {
        established: first,
        known: [known('q', 'REFUSED', 'x', 'user:default/lena')],
      },
      { p: 'PRIMARY', q: 'REFUSED' },
    ],
    [
      'the primary a person chose is not replaced by an annotation',
      [entity('p', 'a'), entity('q', 'a', { primary: true })],
      {
        established: first,
        known: [known('p', 'PRIMARY', 'a', 'user:default/petra')],
      },
      { p: 'PRIMARY', q: 'JOINED' },
    ],
    [
      'everybody joins where annotations are trusted, but for who was refused',
      [entity('p', 'a'), entity('q', 'x'), entity('r', 'x')],
      {
        established: first,
        policy: 'anyEntity',
        known: [known('r', 'REFUSED', 'x', 'user:default/lena')],
      },
      { p: 'PRIMARY', q: 'JOINED', r: 'REFUSED' },
    ],
  ])('%s', (_, entities, options, expected) => {
    const { primary, states } = decide(entities, options);
    expect(Object.fromEntries(states)).toEqual(expected);
    const chosen = Object.entries(expected).find(([, is]) => is === 'PRIMARY');
    expect(primary?.entityRef).toBe(chosen?.[0]);
  });

  it('lets no stranger in, whatever comes, goes and is written', () => {
    const owners = fc.constantFrom('a', 'x', null);
    const scenes = fc.array(
      fc.record({
        present: fc.boolean(),
        strangers: fc.array(
          fc.record({
            name: fc.constantFrom('a0', 'p0', 'z0'),
            owner: owners,
            primary: fc.boolean(),
            kind: fc.constantFrom('system', 'component'),
          }),
          { maxLength: 3 },
        ),
      }),
      { minLength: 1, maxLength: 8 },
    );
    fc.assert(
      fc.property(scenes, steps => {
        let established: EstablishedPrimary = first;
        const links = new Map([['p', wasPrimary]]);
        for (const { present, strangers } of steps) {
          const named = new Map(strangers.map(one => [one.name, one]));
          const entities = [
            ...(present ? [entity('p', 'a')] : []),
            ...[...named.values()].map(one => entity(one.name, one.owner, one)),
          ];
          // All within a day: nobody has stood in for long.
          const { primary, since, states, remember } = decide(entities, {
            established,
            known: [...links.values()],
          });
          remember.forEach(link => links.set(link.entityRef, link));
          const strangersIn = entities.filter(
            ({ entityRef, facts }) =>
              facts.owner !== 'a' && states.get(entityRef) !== 'PENDING',
          );
          expect(strangersIn).toEqual([]);
          const own = states.get('p');
          expect(!present || own === 'PRIMARY' || own === 'JOINED').toBe(true);
          if (primary) {
            const { entityRef, facts } = primary;
            established = { entityRef, owner: facts.owner, since };
          }
        }
      }),
    );
  });
});
