// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { LENS_LIMITS, SERVICE_STATUSES } from '../document';
import { STACK_RATINGS } from '../../model';
import type { LensProblemCode } from '../problems';
import * as schemas from '../schema';
import type { Entry } from './Entry';
import { checkOwnId, SeenIds } from './ids';
import { nearest } from './nearest';
import { kindOf } from './values';

/** Longest text of the superset's own things; AWS sets no limit for them. */
const LONG_TEXT = 10_000;

const NAME = { max: LENS_LIMITS.name, required: true };
const SERVICE = { a: 'A service', schema: schemas.service };
const PHASE = { a: 'A phase', schema: schemas.phase };
const STACK_LAYER = { a: 'A stack layer', schema: schemas.stackLayer };
const MOOT = { a: 'A moot practice', schema: schemas.moot };
const LEVEL = { a: 'A level', schema: schemas.level };

/** Checks `services`; their ids. */
export function checkServices(lens: Entry): SeenIds {
  const seen: SeenIds = new Map();
  lens.each('services', { items: 'services' }, SERVICE, service => {
    checkOwnId(service, 'among the services', seen);
    service.text('name', NAME);
    service.url();
    service.oneOf('status', SERVICE_STATUSES, { required: true });
    for (const key of ['replacedBy', 'note']) {
      service.text(key, { max: LENS_LIMITS.description, blank: true });
    }
    service.day('statusCheckedOn');
  });
  return seen;
}

/** Checks `phases`; their ids, or undefined for a lens without phases. */
export function checkPhases(
  lens: Entry,
  services: SeenIds,
): SeenIds | undefined {
  const seen: SeenIds = new Map();
  const list = lens.each('phases', { items: 'phases' }, PHASE, phase => {
    checkOwnId(phase, 'among the phases', seen);
    phase.text('name', NAME);
    phase.text('description', { max: LONG_TEXT, blank: true });
    phase.texts('crispDm', LENS_LIMITS.name);
    phase.texts('activities', LENS_LIMITS.description);
    phase.texts('services', LENS_LIMITS.name);
    const named = phase.get('services');
    for (const [i, id] of Array.isArray(named) ? named.entries() : []) {
      if (typeof id === 'string' && id.trim() && !services.has(id)) {
        const at = ['services', i];
        unknownId(phase, at, 'UNKNOWN_SERVICE', 'service', id, services.keys());
      }
    }
  });
  return list && seen;
}

/** Checks `stackLayers`, given the choices of each question. */
export function checkStackLayers(
  lens: Entry,
  choicesOf: ReadonlyMap<string, ReadonlySet<string>>,
): void {
  const seen: SeenIds = new Map();
  lens.each('stackLayers', { items: 'stackLayers' }, STACK_LAYER, layer => {
    checkOwnId(layer, 'among the stack layers', seen);
    layer.text('name', NAME);
    for (const key of ['description', 'suits']) {
      layer.text(key, { max: LONG_TEXT, blank: true });
    }
    for (const [key, rating] of Object.entries(STACK_RATINGS)) {
      layer.oneOf(key, rating, { required: true });
    }
    layer.each('moot', { items: 'practices' }, MOOT, moot =>
      checkMoot(moot, choicesOf),
    );
  });
}

function checkMoot(
  moot: Entry,
  choicesOf: ReadonlyMap<string, ReadonlySet<string>>,
): void {
  const max = LENS_LIMITS.title;
  const question = moot.text('question', { max, required: true });
  const choice = moot.text('choice', { max });
  moot.text('reason', { max: LENS_LIMITS.description, required: true });
  if (question === undefined) {
    return;
  }
  const choices = choicesOf.get(question);
  if (!choices) {
    const [code, known] = ['UNKNOWN_QUESTION', choicesOf.keys()] as const;
    unknownId(moot, 'question', code, 'question', question, known);
  } else if (choice !== undefined && !choices.has(choice)) {
    const kind = 'choice of that question';
    unknownId(moot, 'choice', 'UNKNOWN_CHOICE', kind, choice, choices);
  }
}

/** Checks `levels`: from 0 upwards, each name once. */
export function checkLevels(lens: Entry): void {
  const names = new Map<string, string>();
  let last: number | undefined;
  let figure: unknown;
  lens.each('levels', { items: 'levels' }, LEVEL, level => {
    const name = level.text('name', NAME);
    const known = name === undefined ? undefined : names.get(name);
    if (name !== undefined && known !== undefined) {
      const first = lens.problems.describe(known);
      level.error(
        'name',
        'DUPLICATE_ID',
        `The level "${name}" is already listed at ${first}. Give every level its own name.`,
        { id: name.slice(0, 80), first },
      );
    } else if (name !== undefined) {
      names.set(name, level.at('name'));
    }
    level.oneOf('of', schemas.levelFigure.options);
    const of = level.get('of') ?? 'score';
    figure ??= of;
    if (of !== figure) {
      level.error(
        'of',
        'INVALID_LEVEL',
        'Levels must all be of the score, or all of the readiness.',
      );
    }
    level.boolean('noHigh');
    const from = level.get('from');
    const wrong = (message: string) =>
      level.error(from === undefined ? [] : 'from', 'INVALID_LEVEL', message);
    if (typeof from !== 'number' || !(from >= 0 && from <= 100)) {
      wrong(`"from" must be a score from 0 to 100, found ${kindOf(from)}.`);
    } else if (last === undefined && from !== 0) {
      wrong(
        `The first level must start from 0, found ${from}. Add a level for the lowest scores.`,
      );
    } else if (last !== undefined && from <= last) {
      wrong(`Levels must be listed from low to high: ${from} follows ${last}.`);
    }
    last = typeof from === 'number' ? from : last ?? 0;
  });
}

function unknownId(
  entry: Entry,
  at: Parameters<Entry['error']>[0],
  code: LensProblemCode,
  kind: string,
  id: string,
  known: Iterable<string>,
): void {
  const similar = entry.problems.isFull('errors')
    ? undefined
    : nearest(id, known);
  entry.error(
    at,
    code,
    `There is no ${kind} "${id.slice(0, 80)}" in this lens. ${
      similar ? `Did you mean "${similar}"?` : 'Add it, or remove this entry.'
    }`,
    { id: id.slice(0, 80), ...(similar && { similar }) },
  );
}
