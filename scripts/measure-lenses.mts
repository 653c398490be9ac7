// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

/*
 * Measures what people wait for: how long all questions of a lens take to be
 * evaluated, as is done at every click. Prints the figure of the slowest file
 * and fails where it is over the limit.
 *
 *   node scripts/measure-lenses.mts <file...>
 */
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';

const require = createRequire(import.meta.url);
// Backstage's own loader: lets Node run the packages from their sources.
require('@backstage/cli/config/nodeTransform.cjs');
const { parseLens } = require('../packages/lens-model/src/lens/parse');
const { compileLens } = require('../packages/lens-model/src/lens/compile');
const { evaluateAnswer } = require('../packages/lens-model/src/scoring/risk');
const {
  emptyAnswerState,
} = require('../packages/lens-model/src/scoring/answers');

/** Milliseconds for all questions of a lens. */
const LIMIT = 5;
/** The best of many counts: the others tell how busy the machine was. */
const RUNS = 50;

const measured: {
  name: string;
  questions: number;
  first: number;
  ms: number;
}[] = [];
for (const file of process.argv.slice(2)) {
  const { document } = parseLens(await readFile(file));
  if (!document) {
    console.error(`${file} cannot be used`);
    process.exitCode = 1;
    continue;
  }
  const lens = compileLens(document, { id: 'measured', version: '1' });
  // Every second practice in place: neither the first rule nor the last wins at once.
  const answers = lens.questions.map((question: any) => ({
    ...emptyAnswerState(),
    selectedChoices: question.choices
      .filter(
        (choice: any, i: number) =>
          i % 2 === 0 && choice.id !== question.noneOfTheseId,
      )
      .map((choice: any) => choice.id),
  }));
  let ms = Infinity;
  let first: number | undefined;
  for (let run = 0; run < RUNS; run++) {
    const start = performance.now();
    lens.questions.forEach((question: any, i: number) =>
      evaluateAnswer(question, answers[i]),
    );
    const took = performance.now() - start;
    first ??= took;
    ms = Math.min(ms, took);
  }
  measured.push({
    name: path.basename(file),
    questions: lens.questions.length,
    first: first!,
    ms,
  });
}

const [slowest] = measured.sort((a, b) => b.ms - a.ms);
if (!slowest) {
  console.error('No lens was measured');
  process.exitCode = 1;
} else {
  const largest = measured.reduce((a, b) =>
    b.questions > a.questions ? b : a,
  );
  for (const { name, questions, first, ms } of new Set([largest, slowest])) {
    console.log(
      `${name}: ${questions} questions evaluated in ${ms.toFixed(
        3,
      )} ms (${first.toFixed(3)} ms the first time)`,
    );
  }
  if (slowest.ms > LIMIT) {
    console.error(`That is over ${LIMIT} ms`);
    process.exitCode = 1;
  }
}
