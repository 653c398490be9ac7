// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { aLens, aQuestion, brief } from '../../__testUtils__/lenses';
import { type Locate, ProblemList } from '../../problems';
import { checkLens } from '../lens';

export const Q = '/pillars/0/questions/0';
export const DEFAULT = [{ condition: 'default', risk: 'NO_RISK' }];

/** What is said of a value as it came from JSON or YAML. */
export function validateLensDocument(value: unknown, locate?: Locate) {
  const problems = new ProblemList(locate);
  const document = checkLens(value, problems);
  return { ...(document && { document }), ...problems.result() };
}

export const check = (value: unknown) => {
  const { document, errors, warnings } = validateLensDocument(value);
  expect(document === undefined).toBe(errors.length > 0);
  return { errors, warnings };
};
export const errorsOf = (value: unknown) => brief(check(value).errors);
export const warningsOf = (value: unknown) => {
  const { errors, warnings } = check(value);
  expect(errors).toEqual([]);
  return brief(warnings);
};
export const question = (more: object, lens: object = {}) =>
  aLens(lens, [aQuestion('question', more)]);
export const phases = (...ids: string[]) => ({
  phases: ids.map(id => ({ id, name: id })),
});
/** A question whose first practice is due from a phase. */
export function dueChoice(more: object, dueFrom: string, lens: object) {
  const asked = aQuestion('question', more);
  const [first, ...others] = asked.choices;
  return aLens(lens, [
    { ...asked, choices: [{ ...first, dueFrom }, ...others] },
  ]);
}
export const choices = (...list: unknown[]) =>
  question({ choices: list, riskRules: DEFAULT });
export const rules = (...list: [condition: unknown, risk: unknown][]) =>
  question({
    riskRules: list.map(([condition, risk]) => ({ condition, risk })),
  });
export const times = <T>(count: number, item: (i: number) => T) =>
  Array.from({ length: count }, (_, i) => item(i));
