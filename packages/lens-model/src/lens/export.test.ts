// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import fc from 'fast-check';
import { stringify } from 'yaml';
import { aChoice, aLens, aQuestion, aSuperset } from './__testUtils__/lenses';
import { LENS_LIMITS, LensDocument } from './document';
import { exportLens } from './export';
import { parseLens } from './parse';

const text = fc
  .string({ unit: 'grapheme', minLength: 1, maxLength: 40 })
  .filter(value => value.trim() !== '' && !/[<\]]/.test(value));
const idOf = (prefix: string) => (_: unknown, i: number) => `${prefix}_${i}`;

const resource = fc.record(
  { displayText: text, url: fc.constantFrom('https://example.com/a?b=c', '') },
  { requiredKeys: ['displayText'] },
);

/** Questions of some choices in any order, rules in any order, odd extra keys. */
const question = fc
  .record({
    title: text,
    texts: fc.array(text, { minLength: 1, maxLength: 4 }),
    plan: resource,
    help: resource,
    none: fc.boolean(),
    risks: fc.shuffledSubarray(
      ['NO_RISK', 'MEDIUM_RISK', 'HIGH_RISK'] as const,
      { minLength: 1 },
    ),
    weight: fc.double({ min: 0.25, max: 9, noNaN: true }),
    extra: fc.dictionary(
      fc.string({ minLength: 1 }).map(key => `_${key}`),
      fc.jsonValue({ maxDepth: 3 }),
      { maxKeys: 3 },
    ),
  })
  .map(
    ({ title, texts, plan, help, none, risks, weight, extra }) =>
      (id: string) => {
        const ids = texts.map(idOf('choice'));
        return {
          ...extra,
          ...aQuestion(id, {
            title,
            weight,
            phase: 'phase',
            helpfulResource: help,
            choices: [
              ...texts.map((value, i) =>
                aChoice(ids[i], {
                  title: value,
                  improvementPlan: plan,
                  origin: value,
                }),
              ),
              ...(none ? [{ id: 'none_no', title }] : []),
            ],
            riskRules: risks.map((risk, i) => ({
              condition:
                i === risks.length - 1
                  ? 'default'
                  : ids.slice(i).join(' || ') || ids[0],
              risk,
            })),
          }),
        };
      },
  );

const lenses = fc
  .record({
    name: text,
    pillars: fc.array(fc.array(question, { minLength: 1, maxLength: 3 }), {
      minLength: 1,
      maxLength: 3,
    }),
    locale: fc.dictionary(fc.constantFrom('name', 'description'), text),
  })
  .map(
    ({ name, pillars, locale }): LensDocument => ({
      ...aLens({
        name,
        phases: [{ id: 'phase', name }],
        locales: { ja: locale },
      }),
      pillars: pillars.map((questions, p) => ({
        id: `pillar_${p}`,
        name,
        questions: questions.map((make, q) => make(`question_${p}_${q}`)),
      })),
    }),
  );

describe('exportLens', () => {
  it('loses nothing as ml-lens: import, export, import is the same', () => {
    fc.assert(
      fc.property(lenses, lens => {
        for (const source of [JSON.stringify(lens), stringify(lens)]) {
          const first = parseLens(source);
          expect(first.errors).toEqual([]);
          const exported = exportLens(first.document!, 'ml-lens');
          const second = parseLens(exported).document!;
          expect(second).toEqual(JSON.parse(JSON.stringify(lens)));
          // Equal as text too: the order of keys and lists is kept.
          expect(JSON.stringify(second)).toBe(JSON.stringify(lens));
          expect(exportLens(second, 'ml-lens')).toBe(exported);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('stays a valid lens as aws, with the same questions and rules', () => {
    fc.assert(
      fc.property(lenses, lens => {
        const { document, errors } = parseLens(exportLens(lens, 'aws'));
        expect(errors).toEqual([]);
        expect(
          document!.pillars.map(({ questions }) =>
            questions.map(({ id, riskRules }) => [id, riskRules]),
          ),
        ).toEqual(
          lens.pillars.map(({ questions }) =>
            questions.map(({ id, riskRules }) => [id, riskRules]),
          ),
        );
      }),
      { numRuns: 60 },
    );
  });

  it('drops the superset as aws, and keeps what published files carry', () => {
    const lens = { ...aSuperset(), _version: '1.0', ready: true };
    const aws = JSON.parse(exportLens(lens, 'aws'));
    expect(Object.keys(aws)).toEqual([
      'schemaVersion',
      'name',
      'description',
      'pillars',
      '_version',
      'ready',
    ]);
    const [goal, build] = aws.pillars[0].questions;
    for (const exported of [goal, build]) {
      expect(Object.keys(exported)).toEqual([
        'id',
        'title',
        'description',
        'choices',
        'riskRules',
      ]);
    }
    expect(goal.choices[0]).not.toHaveProperty('origin');
    expect(goal.choices[0]).not.toHaveProperty('riskLevel');
    expect(goal.choices[1].additionalResources).toHaveLength(1);
  });

  it('writes compactly, as aws, what AWS would else refuse', () => {
    const bytes = (content: string) => new TextEncoder().encode(content).length;
    const most = LENS_LIMITS.documentBytes;
    const lensOf = (length: number) => {
      const lens = aLens();
      const [first] = lens.pillars[0].questions;
      lens.pillars[0].questions = Array.from({ length: 20 }, (_, q) => ({
        ...first,
        id: `question_${q}`,
        choices: Array.from({ length: 12 }, (_none, c) => ({
          id: `choice_${q}_${c}`,
          title: 'A practice',
          improvementPlan: { displayText: '質'.repeat(length) },
        })),
        riskRules: [{ condition: 'default', risk: 'HIGH_RISK' as const }],
      }));
      return lens;
    };
    let length = 600;
    while (bytes(exportLens(lensOf(length), 'ml-lens')) <= most) {
      length += 5;
    }
    const lens = lensOf(length);
    const aws = exportLens(lens, 'aws');
    expect(bytes(exportLens(lens, 'ml-lens'))).toBeGreaterThan(most);
    expect(bytes(aws)).toBeLessThanOrEqual(most);
    expect(parseLens(aws).errors).toEqual([]);
    expect(JSON.parse(aws)).toEqual(lens);
  });

  it('writes plain text, as aws, where ours is Markdown', () => {
    const description = 'See [the **lens**](https://example.com/a) for *all*.';
    const aws = JSON.parse(exportLens(aLens({ description }), 'aws'));
    expect(aws.description).toBe(
      'See the lens (https://example.com/a) for *all*.',
    );
  });

  it('gives an AWS lens back as it came', () => {
    expect(JSON.parse(exportLens(aLens(), 'aws'))).toEqual(aLens());
    expect(exportLens(aLens(), 'aws')).toBe(exportLens(aLens(), 'ml-lens'));
    expect(exportLens(aLens(), 'aws').endsWith('}\n')).toBe(true);
  });
});
