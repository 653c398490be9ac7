// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { pathOfNul } from '../../nulCharacter';
import { LENS_LIMITS, type LensDocument } from '../document';
import { lensDocumentSchema } from '../schema';
import { LENS_ID_PATTERN, LENS_VERSION_PATTERN } from '../identity';
import { pointerTo } from '../pointer';
import { Locate, ProblemList, TooManyErrors } from '../problems';
import type { ParsedLens } from '../ParsedLens';
import { checkDueCircles } from './due';
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
import {
  checkKeys,
  checkList,
  checkObject,
  checkText,
  field,
  Fields,
  kindOf,
  quoteHint,
} from './values';

const LENS_KEYS = [
  '$schema',
  'schemaVersion',
  'id',
  'version',
  'name',
  'description',
  'pillars',
  'phases',
  'services',
  'stackLayers',
  'levels',
  'gates',
  'locales',
];

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
 * Checks a value that may be a lens document: all limits of AWS custom lens
 * files, and everything the superset refers to. Never throws.
 *
 * @param value - as it came from JSON or YAML
 * @param locate - finds a JSON pointer in the text, so that problems carry
 * their line and column
 * @public
 */
export function validateLensDocument(
  value: unknown,
  locate?: Locate,
): ParsedLens {
  const problems = new ProblemList(locate);
  const document = checkLens(value, problems);
  return { ...(document && { document }), ...problems.result() };
}

/** The value as a document, unless `problems` has an error to say about it. */
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
  const lens = value as Fields;
  const nul = pathOfNul(lens);
  if (nul) {
    problems.error(
      nul.reduce<string>((at, step) => pointerTo(at, String(step)), ''),
      'NUL_CHARACTER',
      'The text holds the NUL character (\\u0000), which no database stores. Remove it.',
    );
  }
  checkKeys(problems, lens, '', 'A lens', LENS_KEYS);
  checkHead(problems, lens);
  const services = checkServices(problems, lens);
  const phases = checkPhases(problems, lens, services);
  const context: QuestionContext = {
    seen: new Map(),
    phases,
    questionsOf: new Map(),
    choicesOf: new Map(),
    strangers: [],
    dues: [],
    dueOf: new Map(),
  };
  checkPillars(problems, lens, context);
  checkReferences(problems, context.strangers, context.questionsOf);
  checkDueCircles(problems, context.dues);
  checkStackLayers(problems, lens, context.choicesOf);
  checkLevels(problems, lens);
  checkGates(problems, lens, {
    ...context,
    order: [...(phases?.keys() ?? [])],
  });
  checkLocales(problems, lens);
  if (!problems.errors.length) {
    checkStructure(problems, lens);
  }
  // The value itself, not the schema's copy of it: that would put known keys
  // first, and an export must give back what was imported.
  return problems.errors.length ? undefined : (value as LensDocument);
}

function checkHead(problems: ProblemList, lens: Fields): void {
  const schemaVersion = field(lens, 'schemaVersion');
  if (schemaVersion !== LENS_LIMITS.schemaVersion) {
    const found =
      typeof schemaVersion === 'string'
        ? `"${schemaVersion.slice(0, 40)}"`
        : kindOf(schemaVersion);
    problems.error(
      schemaVersion === undefined ? '' : '/schemaVersion',
      schemaVersion === undefined ? 'MISSING' : 'SCHEMA_VERSION',
      `"schemaVersion" must be "${LENS_LIMITS.schemaVersion}" (in quotes), found ${found}.`,
      { key: 'schemaVersion', expected: LENS_LIMITS.schemaVersion },
    );
  }
  const what = 'The lens';
  checkText(problems, lens, 'name', '', {
    what,
    max: LENS_LIMITS.name,
    required: true,
  });
  checkText(problems, lens, 'description', '', {
    what,
    max: LENS_LIMITS.description,
    required: true,
    blank: true,
  });
  checkToken(problems, lens, 'id', LENS_ID_PATTERN, 128);
  checkToken(problems, lens, 'version', LENS_VERSION_PATTERN, 64);
  const schema = field(lens, '$schema');
  if (schema !== undefined && typeof schema !== 'string') {
    problems.error(
      '/$schema',
      'WRONG_TYPE',
      `"$schema" must be text, found ${kindOf(schema)}.`,
    );
  }
}

function checkToken(
  problems: ProblemList,
  lens: Fields,
  key: 'id' | 'version',
  pattern: RegExp,
  max: number,
): void {
  const value = field(lens, key);
  if (value === undefined) {
    return;
  }
  if (typeof value !== 'string') {
    problems.error(
      `/${key}`,
      'WRONG_TYPE',
      `"${key}" must be text, found ${kindOf(value)}.${quoteHint(value)}`,
    );
  } else if (!pattern.test(value)) {
    problems.error(
      `/${key}`,
      key === 'id' ? 'INVALID_ID' : 'INVALID_VERSION',
      `The ${key} "${value.slice(
        0,
        80,
      )}" of the lens must start with a letter or digit and hold at most ${max} letters, digits, ".", "_"${
        key === 'id' ? '' : ', "+"'
      } and "-".`,
      { [key]: value.slice(0, 80) },
    );
  }
}

function checkPillars(
  problems: ProblemList,
  lens: Fields,
  context: QuestionContext,
): void {
  const seen: SeenIds = new Map();
  checkList(problems, lens, 'pillars', '', {
    what: 'The lens',
    items: 'pillars',
    required: true,
    min: 1,
    max: LENS_LIMITS.pillars,
  })?.forEach((item, i) => {
    const pointer = pointerTo('/pillars', i);
    const what = 'A pillar';
    const pillar = checkObject(problems, item, pointer, what);
    if (!pillar) {
      return;
    }
    checkKeys(problems, pillar, pointer, what, ['id', 'name', 'questions']);
    const id = checkAwsId(problems, pillar, pointer, {
      what,
      scope: 'among the pillars',
      seen,
    });
    checkText(problems, pillar, 'name', pointer, {
      what: 'The pillar',
      max: LENS_LIMITS.name,
      required: true,
    });
    const meant = FRAMEWORK_PILLARS.find(
      name => name !== id && name.toLowerCase() === id?.toLowerCase(),
    );
    if (meant) {
      problems.warn(
        pointerTo(pointer, 'id'),
        'PILLAR_ID_CASE',
        `The id differs from the framework's pillar "${meant}" only by upper and lower case, so it counts as a pillar of its own.`,
        { id: meant },
      );
    }
    const questions = checkList(problems, pillar, 'questions', pointer, {
      what: 'The pillar',
      items: 'questions',
      required: true,
      max: LENS_LIMITS.questionsPerPillar,
    });
    if (questions?.length === 0) {
      problems.warn(
        pointerTo(pointer, 'questions'),
        'EMPTY_PILLAR',
        'The pillar has no questions, so it never gets a score.',
      );
    }
    questions?.forEach((question, j) =>
      checkQuestion(
        problems,
        question,
        pointerTo(pointerTo(pointer, 'questions'), j),
        context,
      ),
    );
  });
}

/** The schema has the last word, so that documents always have its type. */
function checkStructure(problems: ProblemList, lens: Fields): void {
  const { error } = lensDocumentSchema.safeParse(lens);
  for (const issue of error?.issues ?? []) {
    const pointer = issue.path.reduce<string>(
      (parent, step) => pointerTo(parent, String(step)),
      '',
    );
    problems.error(pointer, 'STRUCTURE', `${issue.message}.`);
  }
}
