// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

// Leaves the sentences that people read as they are: what an error says, what is
// wrong with a file. Tests hold the code of a problem, its place and what is
// named in it; its wording may be bettered without a test to change.
import { declareValuePlugin, PluginKind } from '@stryker-mutator/api/plugin';

/** Properties that hold a part of a sentence, in calls of the checks of values. */
const WORDS = new Set(['message', 'what', 'items', 'scope', 'error']);

/** What a sentence is about, wherever it is passed on: `A question`. */
const isSubject = ({ node }) =>
  node.type === 'StringLiteral' && /^(An?|The) [a-z]/.test(node.value);

const isText = ({ node }) =>
  node.type === 'StringLiteral' || node.type === 'TemplateLiteral';

/** `problems.error(pointer, code, sentence)` and `warn`. */
const isProblem = ({ callee, arguments: args }, at) =>
  ['error', 'warn'].includes(callee.property?.name) && args[2] === at;

const isThrown = ({ callee }) => /Error$/.test(callee.name ?? '');

function belongsToSentence(path) {
  for (
    let at = path;
    at.parentPath && !/Statement|Function/.test(at.parentPath.node.type);
    at = at.parentPath
  ) {
    const parent = at.parentPath.node;
    if (parent.type === 'CallExpression' && isProblem(parent, at.node)) {
      return true;
    }
    if (parent.type === 'NewExpression' && isThrown(parent)) {
      return true;
    }
    if (
      parent.type === 'ObjectProperty' &&
      parent.value === at.node &&
      WORDS.has(parent.key.name)
    ) {
      return true;
    }
  }
  return false;
}

export const strykerPlugins = [
  declareValuePlugin(PluginKind.Ignore, 'sentences', {
    shouldIgnore: path =>
      isSubject(path) || (isText(path) && belongsToSentence(path))
        ? 'a sentence that people read'
        : undefined,
  }),
];
