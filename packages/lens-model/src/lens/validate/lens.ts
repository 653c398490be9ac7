// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { pathOfNul } from '../../nulCharacter';
import { LENS_LIMITS, type LensDocument } from '../document';
import { LENS_ID_PATTERN, LENS_VERSION_PATTERN } from '../identity';
import { pointerTo } from '../pointer';
import { ProblemList, TooManyErrors } from '../problems';
import * as schemas from '../schema';
import { checkDueCircles } from './due';
import { Entry } from './Entry';
import { checkGates } from './gates';
import { checkAwsId, SeenIds } from './ids';
import { checkLocales } from './locales';
import { checkQuestion, QuestionContext } from './question';
import { checkReferences } from './rules';
import {
  checkLevels,
  checkPhases,
  checkServices,
  checkStackLayers,
} from './superset';
import { kindOf, quoteHint } from './values';

const LENS = {
  a: 'A lens',
  the: 'The lens',
  schema: schemas.lensDocumentSchema,
};
const PILLAR = { a: 'A pillar', the: 'The pillar', schema: schemas.pillar };
const QUESTION = {
  a: 'A question',
  the: 'The question',
  schema: schemas.question,
};

/** The pillar ids of the AWS Well-Architected Framework. */
const FRAMEWORK_PILLARS = [
  'operationalExcellence',
  'security',
  'reliability',
  'performance',
  'costOptimization',
  'sustainability',
];

/**
 * Checks a value as it came from JSON or YAML: all limits of AWS custom lens
 * files, and everything the superset refers to.
 *
 * @returns the value as a document, unless there is an error
 */
export function checkLens(
  value: unknown,
  problems: ProblemList,
): LensDocument | undefined {
  try {
    return checkAll(value, problems);
  } catch (error) {
    if (error instanceof TooManyErrors) {
      return undefined;
    }
    throw error;
  }
}

function checkAll(
  value: unknown,
  problems: ProblemList,
): LensDocument | undefined {
  const isObject =
    typeof value === 'object' && value !== null && !Array.isArray(value);
  const has = (key: string) => isObject && Object.hasOwn(value, key);
  if (!isObject || !(has('pillars') || has('schemaVersion'))) {
    problems.error(
      '',
      'NOT_A_LENS',
      `This is not a lens document${
        isObject ? '' : ` but ${kindOf(value)}`
      }. A lens is an object with schemaVersion, name, description and pillars.`,
    );
    return undefined;
  }
  const nul = pathOfNul(value);
  if (nul) {
    problems.error(
      nul.reduce<string>((at, step) => pointerTo(at, String(step)), ''),
      'NUL_CHARACTER',
      'The text holds the NUL character (\\u0000), which no database stores. Remove it.',
    );
  }
  const lens = Entry.read(problems, value, '', LENS)!;
  checkHead(lens);
  const phases = checkPhases(lens, checkServices(lens));
  const context: QuestionContext = {
    seen: new Map(),
    phases,
    questionsOf: new Map(),
    choicesOf: new Map(),
    strangers: [],
    dues: [],
    dueOf: new Map(),
  };
  checkPillars(lens, context);
  checkReferences(problems, context.strangers, context.questionsOf);
  checkDueCircles(problems, context.dues);
  checkStackLayers(lens, context.choicesOf);
  checkLevels(lens);
  checkGates(lens, { ...context, order: [...(phases?.keys() ?? [])] });
  checkLocales(lens);
  if (!problems.errors.length) {
    checkStructure(problems, value);
  }
  // The value itself, not the schema's copy of it: that would put known keys
  // first, and an export must give back what was imported.
  return problems.errors.length ? undefined : (value as LensDocument);
}

function checkHead(lens: Entry): void {
  const schemaVersion = lens.get('schemaVersion');
  if (schemaVersion !== LENS_LIMITS.schemaVersion) {
    const found =
      typeof schemaVersion === 'string'
        ? `"${schemaVersion.slice(0, 40)}"`
        : kindOf(schemaVersion);
    lens.error(
      schemaVersion === undefined ? [] : 'schemaVersion',
      schemaVersion === undefined ? 'MISSING' : 'SCHEMA_VERSION',
      `"schemaVersion" must be "${LENS_LIMITS.schemaVersion}" (in quotes), found ${found}.`,
      { key: 'schemaVersion', expected: LENS_LIMITS.schemaVersion },
    );
  }
  lens.text('name', { max: LENS_LIMITS.name, required: true });
  lens.text('description', {
    max: LENS_LIMITS.description,
    required: true,
    blank: true,
  });
  checkToken(lens, 'id', LENS_ID_PATTERN, 128);
  checkToken(lens, 'version', LENS_VERSION_PATTERN, 64);
  const schema = lens.get('$schema');
  if (schema !== undefined && typeof schema !== 'string') {
    lens.error(
      '$schema',
      'WRONG_TYPE',
      `"$schema" must be text, found ${kindOf(schema)}.`,
    );
  }
}

function checkToken(
  lens: Entry,
  key: 'id' | 'version',
  pattern: RegExp,
  max: number,
): void {
  const value = lens.get(key);
  if (value === undefined) {
    return;
  }
  if (typeof value !== 'string') {
    lens.error(
      key,
      'WRONG_TYPE',
      `"${key}" must be text, found ${kindOf(value)}.${quoteHint(value)}`,
    );
  } else if (!pattern.test(value)) {
    const shown = value.slice(0, 80);
    lens.error(
      key,
      key === 'id' ? 'INVALID_ID' : 'INVALID_VERSION',
      `The ${key} "${shown}" of the lens must start with a letter or digit and hold at most ${max} letters, digits, ".", "_"${
        key === 'id' ? '' : ', "+"'
      } and "-".`,
      { [key]: shown },
    );
  }
}

function checkPillars(lens: Entry, context: QuestionContext): void {
  const seen: SeenIds = new Map();
  const limits = { required: true, min: 1, max: LENS_LIMITS.pillars };
  lens.each('pillars', { items: 'pillars', ...limits }, PILLAR, pillar => {
    const id = checkAwsId(pillar, 'among the pillars', seen);
    pillar.text('name', { max: LENS_LIMITS.name, required: true });
    const meant = FRAMEWORK_PILLARS.find(
      name => name !== id && name.toLowerCase() === id?.toLowerCase(),
    );
    if (meant) {
      pillar.warn(
        'id',
        'PILLAR_ID_CASE',
        `The id differs from the framework's pillar "${meant}" only by upper and lower case, so it counts as a pillar of its own.`,
        { id: meant },
      );
    }
    const max = LENS_LIMITS.questionsPerPillar;
    const questions = pillar.each(
      'questions',
      { items: 'questions', required: true, max },
      QUESTION,
      question => checkQuestion(question, context),
    );
    if (questions?.length === 0) {
      pillar.warn(
        'questions',
        'EMPTY_PILLAR',
        'The pillar has no questions, so it never gets a score.',
      );
    }
  });
}

/** The schema has the last word, so that documents always have its type. */
function checkStructure(problems: ProblemList, lens: unknown): void {
  const { error } = schemas.lensDocumentSchema.safeParse(lens);
  for (const issue of error?.issues ?? []) {
    const pointer = issue.path.reduce<string>(
      (parent, step) => pointerTo(parent, String(step)),
      '',
    );
    problems.error(pointer, 'STRUCTURE', `${issue.message}.`);
  }
}
