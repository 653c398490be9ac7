// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { LENS_LIMITS, SERVICE_STATUSES } from '../document';
import { STACK_RATINGS } from '../../model';
import { pointerTo } from '../pointer';
import type { LensProblemCode, ProblemList } from '../problems';
import { checkOwnId, SeenIds } from './ids';
import { checkUrl } from './links';
import { nearest } from './nearest';
import { checkStrings } from './strings';
import {
  checkBoolean,
  checkDay,
  checkKeys,
  checkList,
  checkObject,
  checkOneOf,
  checkText,
  field,
  Fields,
  kindOf,
} from './values';

/** Longest text of the superset's own things; AWS sets no limit for them. */
const LONG_TEXT = 10_000;

const KEYS = {
  phases: ['id', 'name', 'description', 'crispDm', 'activities', 'services'],
  services: [
    'id',
    'name',
    'url',
    'status',
    'replacedBy',
    'note',
    'statusCheckedOn',
  ],
  stackLayers: [
    'id',
    'name',
    'description',
    'suits',
    'skill',
    'timeToMarket',
    'customization',
    'moot',
  ],
  levels: ['name', 'from', 'of', 'noHigh'],
  moot: ['question', 'choice', 'reason'],
};

/** Visits each object of a list at the top of the lens. */
function eachOf(
  problems: ProblemList,
  lens: Fields,
  key: 'phases' | 'services' | 'stackLayers' | 'levels',
  what: string,
  check: (item: Fields, pointer: string) => void,
): boolean {
  const list = checkList(problems, lens, key, '', {
    what: 'The lens',
    items: key,
  });
  list?.forEach((value, i) => {
    const pointer = pointerTo(pointerTo('', key), i);
    const item = checkObject(problems, value, pointer, what);
    if (item) {
      checkKeys(problems, item, pointer, what, KEYS[key]);
      check(item, pointer);
    }
  });
  return list !== undefined;
}

/** Checks `services`; their ids. */
export function checkServices(problems: ProblemList, lens: Fields): SeenIds {
  const seen: SeenIds = new Map();
  const what = 'A service';
  eachOf(problems, lens, 'services', what, (service, pointer) => {
    checkOwnId(problems, service, pointer, {
      what,
      scope: 'among the services',
      seen,
    });
    checkName(problems, service, pointer, what);
    if (field(service, 'url') !== undefined) {
      checkUrl(problems, field(service, 'url'), pointerTo(pointer, 'url'));
    }
    checkOneOf(problems, service, 'status', pointer, what, SERVICE_STATUSES);
    for (const key of ['replacedBy', 'note']) {
      checkText(problems, service, key, pointer, {
        what,
        max: LENS_LIMITS.description,
        blank: true,
      });
    }
    checkDay(problems, service, 'statusCheckedOn', pointer);
  });
  return seen;
}

/** Checks `phases`; their ids, or undefined for a lens without phases. */
export function checkPhases(
  problems: ProblemList,
  lens: Fields,
  services: SeenIds,
): SeenIds | undefined {
  const seen: SeenIds = new Map();
  const what = 'A phase';
  const present = eachOf(problems, lens, 'phases', what, (phase, pointer) => {
    checkOwnId(problems, phase, pointer, {
      what,
      scope: 'among the phases',
      seen,
    });
    checkName(problems, phase, pointer, what);
    checkText(problems, phase, 'description', pointer, {
      what,
      max: LONG_TEXT,
      blank: true,
    });
    checkStrings(problems, phase, 'crispDm', pointer, {
      what,
      max: LENS_LIMITS.name,
    });
    checkStrings(problems, phase, 'activities', pointer, {
      what,
      max: LENS_LIMITS.description,
    });
    const named = field(phase, 'services');
    checkStrings(problems, phase, 'services', pointer, {
      what,
      max: LENS_LIMITS.name,
    });
    if (Array.isArray(named)) {
      named.forEach((id, i) => {
        if (typeof id === 'string' && id.trim() && !services.has(id)) {
          unknownId(
            problems,
            pointerTo(pointerTo(pointer, 'services'), i),
            'UNKNOWN_SERVICE',
            'service',
            id,
            services.keys(),
          );
        }
      });
    }
  });
  return present ? seen : undefined;
}

/** Checks `stackLayers`, given the choices of each question. */
export function checkStackLayers(
  problems: ProblemList,
  lens: Fields,
  choicesOf: ReadonlyMap<string, ReadonlySet<string>>,
): void {
  const seen: SeenIds = new Map();
  const what = 'A stack layer';
  eachOf(problems, lens, 'stackLayers', what, (layer, pointer) => {
    checkOwnId(problems, layer, pointer, {
      what,
      scope: 'among the stack layers',
      seen,
    });
    checkName(problems, layer, pointer, what);
    for (const key of ['description', 'suits']) {
      checkText(problems, layer, key, pointer, {
        what,
        max: LONG_TEXT,
        blank: true,
      });
    }
    for (const [key, rating] of Object.entries(STACK_RATINGS)) {
      checkOneOf(problems, layer, key, pointer, what, rating);
    }
    checkList(problems, layer, 'moot', pointer, {
      what,
      items: 'practices',
    })?.forEach((value, i) => {
      const at = pointerTo(pointerTo(pointer, 'moot'), i);
      checkMoot(problems, value, at, choicesOf);
    });
  });
}

function checkMoot(
  problems: ProblemList,
  value: unknown,
  pointer: string,
  choicesOf: ReadonlyMap<string, ReadonlySet<string>>,
): void {
  const what = 'A moot practice';
  const moot = checkObject(problems, value, pointer, what);
  if (!moot) {
    return;
  }
  checkKeys(problems, moot, pointer, what, KEYS.moot);
  const rule = { what, max: LENS_LIMITS.title };
  const question = checkText(problems, moot, 'question', pointer, {
    ...rule,
    required: true,
  });
  const choice = checkText(problems, moot, 'choice', pointer, rule);
  checkText(problems, moot, 'reason', pointer, {
    what,
    max: LENS_LIMITS.description,
    required: true,
  });
  const choices = question === undefined ? undefined : choicesOf.get(question);
  if (question !== undefined && !choices) {
    const at = pointerTo(pointer, 'question');
    unknownId(
      problems,
      at,
      'UNKNOWN_QUESTION',
      'question',
      question,
      choicesOf.keys(),
    );
  } else if (choices && choice !== undefined && !choices.has(choice)) {
    const at = pointerTo(pointer, 'choice');
    unknownId(
      problems,
      at,
      'UNKNOWN_CHOICE',
      'choice of that question',
      choice,
      choices,
    );
  }
}

/** Checks `levels`: from 0 upwards, each name once. */
export function checkLevels(problems: ProblemList, lens: Fields): void {
  const what = 'A level';
  const names = new Map<string, string>();
  let last: number | undefined;
  let figure: unknown;
  eachOf(problems, lens, 'levels', what, (level, pointer) => {
    const name = checkName(problems, level, pointer, what);
    if (name !== undefined && names.has(name)) {
      problems.error(
        pointerTo(pointer, 'name'),
        'DUPLICATE_ID',
        `The level "${name}" is already listed at ${problems.describe(
          names.get(name)!,
        )}. Give every level its own name.`,
        { id: name.slice(0, 80), first: problems.describe(names.get(name)!) },
      );
    } else if (name !== undefined) {
      names.set(name, pointerTo(pointer, 'name'));
    }
    if (field(level, 'of') !== undefined) {
      checkOneOf(problems, level, 'of', pointer, what, ['score', 'readiness']);
    }
    const of = field(level, 'of') ?? 'score';
    figure ??= of;
    if (of !== figure) {
      problems.error(
        pointerTo(pointer, 'of'),
        'INVALID_LEVEL',
        'Levels must all be of the score, or all of the readiness.',
      );
    }
    checkBoolean(problems, level, 'noHigh', pointer);
    const from = field(level, 'from');
    const at = from === undefined ? pointer : pointerTo(pointer, 'from');
    if (typeof from !== 'number' || !(from >= 0 && from <= 100)) {
      problems.error(
        at,
        'INVALID_LEVEL',
        `"from" must be a score from 0 to 100, found ${kindOf(from)}.`,
      );
    } else if (last === undefined && from !== 0) {
      problems.error(
        at,
        'INVALID_LEVEL',
        `The first level must start from 0, found ${from}. Add a level for the lowest scores.`,
      );
    } else if (last !== undefined && from <= last) {
      problems.error(
        at,
        'INVALID_LEVEL',
        `Levels must be listed from low to high: ${from} follows ${last}.`,
      );
    }
    last = typeof from === 'number' ? from : last ?? 0;
  });
}

function checkName(
  problems: ProblemList,
  fields: Fields,
  pointer: string,
  what: string,
): string | undefined {
  return checkText(problems, fields, 'name', pointer, {
    what,
    max: LENS_LIMITS.name,
    required: true,
  });
}

function unknownId(
  problems: ProblemList,
  pointer: string,
  code: LensProblemCode,
  kind: string,
  id: string,
  known: Iterable<string>,
): void {
  const similar = problems.isFull('errors') ? undefined : nearest(id, known);
  problems.error(
    pointer,
    code,
    `There is no ${kind} "${id.slice(0, 80)}" in this lens. ${
      similar ? `Did you mean "${similar}"?` : 'Add it, or remove this entry.'
    }`,
    { id: id.slice(0, 80), ...(similar && { similar }) },
  );
}
