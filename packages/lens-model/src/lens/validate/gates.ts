// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { LENS_LIMITS } from '../document';
import { pointerTo } from '../pointer';
import type { ProblemList } from '../problems';
import { checkOwnId, type SeenIds } from './ids';
import { checkPhaseId } from './phaseId';
import {
  checkBoolean,
  checkKeys,
  checkList,
  checkObject,
  checkText,
  field,
  type Fields,
  kindOf,
} from './values';

const WHAT = 'A gate';
const KEYS = ['id', 'phase', 'name', 'description', 'require'];
const REQUIRE = '"require"';
const REQUIRE_KEYS = [
  'noHigh',
  'coverage',
  'practices',
  'evidenceFresh',
  'maxWaivers',
];

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
export function checkGates(
  problems: ProblemList,
  lens: Fields,
  context: GateContext,
): void {
  const seen: SeenIds = new Map();
  checkList(problems, lens, 'gates', '', {
    what: 'The lens',
    items: 'gates',
  })?.forEach((value, index) => {
    const pointer = pointerTo('/gates', index);
    const gate = checkObject(problems, value, pointer, WHAT);
    if (!gate) {
      return;
    }
    checkKeys(problems, gate, pointer, WHAT, KEYS);
    checkOwnId(problems, gate, pointer, {
      what: WHAT,
      scope: 'among the gates',
      seen,
    });
    const text = { what: WHAT, max: LENS_LIMITS.name, required: true };
    checkText(problems, gate, 'name', pointer, text);
    checkText(problems, gate, 'description', pointer, {
      what: WHAT,
      max: LENS_LIMITS.description,
      blank: true,
    });
    if (field(gate, 'phase') === undefined) {
      problems.error(
        pointer,
        'MISSING',
        'A gate has no "phase". Add the id of the phase it stands before.',
        { key: 'phase' },
      );
    }
    const { order } = context;
    const phase = checkPhaseId(problems, gate, 'phase', pointer, order);
    checkRequire(problems, gate, pointer, phase, context);
  });
}

function checkRequire(
  problems: ProblemList,
  gate: Fields,
  pointer: string,
  phase: string | undefined,
  context: GateContext,
): void {
  const at = pointerTo(pointer, 'require');
  const require = checkObject(problems, field(gate, 'require'), at, REQUIRE);
  if (!require) {
    return;
  }
  checkKeys(problems, require, at, REQUIRE, REQUIRE_KEYS);
  checkBoolean(problems, require, 'noHigh', at);
  checkBoolean(problems, require, 'evidenceFresh', at);
  checkNumber(problems, require, at, 'coverage', '0 to 1', value => value <= 1);
  checkNumber(
    problems,
    require,
    at,
    'maxWaivers',
    '0 or more, without a fraction',
    Number.isSafeInteger,
  );
  checkList(problems, require, 'practices', at, {
    what: REQUIRE,
    items: 'practices',
  })?.forEach((practice, index) =>
    checkPractice(
      problems,
      practice,
      pointerTo(pointerTo(at, 'practices'), index),
      phase,
      context,
    ),
  );
}

function checkNumber(
  problems: ProblemList,
  require: Fields,
  pointer: string,
  key: string,
  range: string,
  fits: (value: number) => boolean,
): void {
  const value = field(require, key);
  if (
    value !== undefined &&
    !(typeof value === 'number' && value >= 0 && fits(value))
  ) {
    problems.error(
      pointerTo(pointer, key),
      'INVALID_VALUE',
      `"${key}" must be a number, ${range}, found ${kindOf(value)}.`,
      { options: range },
    );
  }
}

function checkPractice(
  problems: ProblemList,
  value: unknown,
  pointer: string,
  phase: string | undefined,
  { order, questionsOf, choicesOf, dueOf }: GateContext,
): void {
  if (typeof value !== 'string') {
    problems.error(
      pointer,
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
    problems.error(
      pointer,
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
    problems.error(
      pointer,
      'CIRCULAR_DUE',
      `The gate of "${phase}" waits for a practice that is due only from "${due}", which waits for the gate. Let the practice be due earlier, or move it to a later gate.`,
      { id: phase, other: due },
    );
  }
}
