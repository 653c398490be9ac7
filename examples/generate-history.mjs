#!/usr/bin/env node
// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

/**
 * Writes examples/history/*.jsonl from the stories in examples/scenarios/*.txt.
 *
 * Run by hand after changing a story, and commit both:
 *   node examples/generate-history.mjs             write the files, print a summary
 *   node examples/generate-history.mjs --monthly   also print the score of each month
 *
 * The same stories always give the same bytes: the minutes between two
 * answers come from a generator seeded with the workload and the day.
 *
 * A story is read line by line:
 *   file: retail                   which history file it goes to
 *   lens: <id> <version>           whose questions are answered; the Machine Learning Lens unless told
 *   workload: voice-picking        whose story it is from here on; the file's name unless told
 *   == 2025-11-05 mika             a sitting: the day and the person
 *   bg_goal 1 2 7 | a note | Title <https://…>
 *                                  choices BG01 BG02 BG07, note and evidence;
 *                                  +8 -2 changes the choices of the last answer;
 *                                  "none", or nothing left, is the question's
 *                                  none-of-these choice
 *   ... | ~8 OUT_OF_SCOPE why      one choice is not applicable
 *   mt_reuse n/a OUT_OF_SCOPE why  the whole question is not applicable
 *   target <phase> <date or null>, iteration <phase> <reason>,
 *   milestone <name> | <note>, profile <layer> <skill> <time> <customization>
 * What a line does not mention (note, evidence, choices not applicable) stays
 * as it was in the question's last answer.
 */
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { ML_LENS } from './generate-history/lenses.mjs';
import { evaluate } from './generate-history/score.mjs';
import { readScenarios } from './generate-history/stories.mjs';

const here = path.dirname(fileURLToPath(import.meta.url));

const directory = path.join(here, 'scenarios');
const stories = fs
  .readdirSync(directory)
  .filter(name => name.endsWith('.txt'))
  .sort()
  .flatMap(name => readScenarios(path.join(directory, name)));

const files = new Map();
for (const story of stories) {
  files.set(story.target, [...(files.get(story.target) ?? []), story]);
}
fs.mkdirSync(path.join(here, 'history'), { recursive: true });
for (const [name, group] of files) {
  const lines = group
    .flatMap(story => story.events)
    .map(event => JSON.stringify(event));
  fs.writeFileSync(
    path.join(here, 'history', `${name}.jsonl`),
    `${lines.join('\n')}\n`,
  );
  console.log(`${name}.jsonl: ${lines.length} lines`);
}

// Phases: C complete, ! at risk, p in progress, . not started
for (const story of stories) {
  const { workload, lens, events } = story;
  const { score, coverage, level, high, phases } = evaluate(story);
  console.log(
    (lens === ML_LENS ? workload : `${workload} (${lens.id})`).padEnd(26),
    String(events.length).padStart(4),
    String(score).padStart(4),
    `${Math.round(coverage * 100)}%`.padStart(5),
    `${high} high`.padStart(8),
    phases,
    level,
  );
  if (process.argv.includes('--monthly')) {
    const months = [...new Set(events.map(event => event.at.slice(0, 7)))];
    console.log(
      '   ',
      months
        .map(month => {
          const then = evaluate(story, `${month}-32`);
          return `${month.slice(2)} ${then.score} ${then.phases}`;
        })
        .join(' · '),
    );
  }
}
