// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { LENS_LIMITS } from '../document';
import { gate as gateSchema } from '../schema';
import type { Entry } from './Entry';
import { checkOwnId, type SeenIds } from './ids';
import { checkPhaseId } from './phaseId';
import { kindOf } from './values';

const GATE = { a: 'A gate', schema: gateSchema };
const REQUIRE = { a: '"require"', schema: gateSchema.shape.require };

/** What is known of the lens when its gates are checked. */
interface GateContext {
  /** Ids of its phases, in order. */
  order: readonly string[];
  /** Ids of the questions that have a choice. */
  questionsOf: ReadonlyMap<string, readonly string[]>;
  choicesOf: ReadonlyMap<string, ReadonlySet<string>>;
  /** From which phase practices are due, by `question/choice`. */
  dueOf: ReadonlyMap<string, string>;
}

/** Checks `gates`: phases and practices there are, and limits that can be. */
export function checkGates(lens: Entry, context: GateContext): void {
  const seen: SeenIds = new Map();
  lens.each('gates', { items: 'gates' }, GATE, gate => {
    checkOwnId(gate, 'among the gates', seen);
    gate.text('name', { max: LENS_LIMITS.name, required: true });
    gate.text('description', { max: LENS_LIMITS.description, blank: true });
    if (gate.get('phase') === undefined) {
      gate.missing('phase', 'Add the id of the phase it stands before.');
    }
    const phase = checkPhaseId(gate, 'phase', context.order);
    const require = gate.entry('require', REQUIRE);
    if (require) {
      checkRequire(require, phase, context);
    }
  });
}

function checkRequire(
  require: Entry,
  phase: string | undefined,
  context: GateContext,
): void {
  require.boolean('noHigh');
  require.boolean('evidenceFresh');
  checkNumber(require, 'coverage', '0 to 1', value => value <= 1);
  checkNumber(
    require,
    'maxWaivers',
    '0 or more, without a fraction',
    Number.isSafeInteger,
  );
  require
    .list('practices', { items: 'practices' })
    ?.forEach((practice, index) =>
      checkPractice(require, practice, index, phase, context),
    );
}

function checkNumber(
  require: Entry,
  key: string,
  range: string,
  fits: (value: number) => boolean,
): void {
  const value = require.get(key);
  if (
    value !== undefined &&
    !(typeof value === 'number' && value >= 0 && fits(value))
  ) {
    require.error(
      key,
      'INVALID_VALUE',
      `"${key}" must be a number, ${range}, found ${kindOf(value)}.`,
      { options: range },
    );
  }
}

function checkPractice(
  require: Entry,
  value: unknown,
  index: number,
  phase: string | undefined,
  { order, questionsOf, choicesOf, dueOf }: GateContext,
): void {
  const at = ['practices', index];
  if (typeof value !== 'string') {
    require.error(
      at,
      'WRONG_TYPE',
      `A practice must be named by a text, found ${kindOf(value)}.`,
    );
    return;
  }
  const [first, second, ...more] = value.split('/');
  const questions =
    second === undefined
      ? questionsOf.get(first) ?? []
      : [first].filter(id => choicesOf.get(id)?.has(second));
  if (questions.length !== 1 || more.length > 0) {
    const hint =
      questions.length > 1
        ? `It is one of several questions; write "${questions[0]}/${first}".`
        : 'Name it as "question/choice".';
    require.error(
      at,
      'UNKNOWN_CHOICE',
      `"${value.slice(0, 80)}" is no single practice of this lens. ${hint}`,
      { id: value.slice(0, 80) },
    );
    return;
  }
  const due = dueOf.get(`${questions[0]}/${second ?? first}`);
  if (
    phase !== undefined &&
    due !== undefined &&
    order.indexOf(due) > order.indexOf(phase)
  ) {
    require.error(
      at,
      'CIRCULAR_DUE',
      `The gate of "${phase}" waits for a practice that is due only from "${due}", which waits for the gate. Let the practice be due earlier, or move it to a later gate.`,
      { id: phase, other: due },
    );
  }
}
