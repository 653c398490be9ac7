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

const here = path.dirname(fileURLToPath(import.meta.url));

/** Question id: phase, choices, and the choices without which the risk is high. */
const ML_QUESTIONS = {
  bg_goal: ['business_goal', 'BG', [1, 2, 7, 8], all(1, 2)],
  bg_feasibility: ['business_goal', 'BG', [3, 5], all(3)],
  bg_cost: ['business_goal', 'BG', [4], all(4)],
  bg_metrics: ['business_goal', 'BG', [6], all(6)],
  pf_outcome: ['problem_framing', 'PF', [1, 3, 4], all(1, 3)],
  pf_metrics: ['problem_framing', 'PF', [2, 6], all(2)],
  pf_data_strategy: ['problem_framing', 'PF', [5], all(5)],
  dc_sources: ['data_collection', 'DC', [1, 2, 3], all(2)],
  dc_governance: ['data_collection', 'DC', [4, 5], all(4)],
  dc_platform: ['data_collection', 'DC', [6, 7], any(6, 7)],
  dp_experiment: ['data_preparation', 'DP', [1, 2], all(1)],
  dp_integrity: ['data_preparation', 'DP', [3, 4], all(4)],
  dp_managed_etl: ['data_preparation', 'DP', [5], all(5)],
  dv_tools: ['data_visualization', 'DV', [1, 2], all(1)],
  dv_assumptions: ['data_visualization', 'DV', [3, 4], all(4)],
  fe_features: ['feature_engineering', 'FE', [1, 2], all(1)],
  fe_consistency: ['feature_engineering', 'FE', [3, 4], all(3)],
  mt_plan: ['model_training', 'MT', [1, 2], all(1)],
  mt_quality: ['model_training', 'MT', [3, 7], all(3)],
  mt_cost: ['model_training', 'MT', [4, 6, 8], any(4, 6)],
  mt_reuse: ['model_training', 'MT', [5], all(5)],
  me_business: ['model_evaluation', 'ME', [1, 2, 3], all(1, 2)],
  me_monitoring: ['model_evaluation', 'ME', [4, 5, 6], all(4)],
  me_batch: ['model_evaluation', 'ME', [7], all(7)],
  me_variants: ['model_evaluation', 'ME', [8], all(8)],
};
const PHASES = [...new Set(Object.values(ML_QUESTIONS).map(q => q[0]))];

/** Likewise for version 1 of the company's own lens, which has no phases. */
const SERVICE_QUESTIONS = {
  srv_runbook: [null, 'RB', [1, 2], all(1)],
  srv_deploy: [null, 'DE', [1, 2, 3], has => has(1) && (has(2) || has(3))],
  srv_watch: [null, 'WA', [1, 2], any(1, 2)],
  srv_depend: [null, 'DP', [1, 2], all(1)],
  srv_restore: [null, 'RE', [1, 2], all(1)],
  srv_load: [null, 'LO', [1], all()],
};
const QUESTIONS = { ...ML_QUESTIONS, ...SERVICE_QUESTIONS };

const ML_LENS = { id: 'aws-ml-lens', questions: ML_QUESTIONS };
const SERVICE_LENS = 'kirihafen-service-readiness';
/** Lenses that a story can be about, by the words of its `lens:` line. */
const LENSES = {
  'aws-ml-lens': ML_LENS,
  [`${SERVICE_LENS} 1`]: {
    id: SERVICE_LENS,
    // Said in every answer: later versions are there when the history is imported.
    version: '1',
    questions: SERVICE_QUESTIONS,
  },
};
const REASONS = [
  'OUT_OF_SCOPE',
  'BUSINESS_PRIORITIES',
  'ARCHITECTURE_CONSTRAINTS',
  'OTHER',
  'NONE',
];

/** Short name in the stories: entity name, and the UTC hour the working day starts. */
const OSAKA = 0;
const EUROPE = 7;
const PEOPLE = {
  lena: ['lena.hoffmann', EUROPE],
  mika: ['mika.sato', OSAKA],
  haruto: ['haruto.kimura', OSAKA],
  elif: ['elif.arslan', EUROPE],
  amara: ['amara.okafor', EUROPE],
  pablo: ['pablo.navarro', EUROPE],
  yuki: ['yuki.tanaka', OSAKA],
  ingrid: ['ingrid.solberg', EUROPE],
  daniel: ['daniel.abebe', EUROPE],
  naomi: ['naomi.fujita', OSAKA],
  oliver: ['oliver.brandt', EUROPE],
  sofia: ['sofia.marques', EUROPE],
  jakub: ['jakub.kral', EUROPE],
  tomas: ['tomas.novak', EUROPE],
  priya: ['priya.raman', EUROPE],
};

function all(...ids) {
  return has => ids.every(has);
}
function any(...ids) {
  return has => ids.some(has);
}

/** FNV-1a: a seed out of a string. */
function hash(text) {
  let h = 0x811c9dc5;
  for (const char of text) {
    h = Math.imul(h ^ char.codePointAt(0), 0x01000193) >>> 0;
  }
  return h;
}

/** mulberry32: a small seeded generator of numbers from 0 to 1. */
function randomFrom(seed) {
  let a = seed;
  return () => {
    a = (a + 0x6d2b79f5) >>> 0;
    let t = Math.imul(a ^ (a >>> 15), 1 | a);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/** Digits of choice ids, where they are not two. */
const DIGITS = { srv_depend: 1 };

const choiceId = (question, number) => {
  const [, prefix] = QUESTIONS[question];
  return `${prefix}${String(number).padStart(DIGITS[question] ?? 2, '0')}`;
};

/** The complete new answer that one line of a story stands for. */
function readAnswer(question, segments, previous) {
  const [head, ...rest] = segments;
  const answer = {
    selectedChoices: [...(previous?.selectedChoices ?? [])],
    notApplicableChoices: [...(previous?.notApplicableChoices ?? [])],
    notes: previous?.notes,
    evidence: [...(previous?.evidence ?? [])],
  };
  const words = head.split(/\s+/).slice(1);
  if (words[0] === 'n/a') {
    const [, reason, ...notes] = words;
    if (!REASONS.includes(reason)) throw new Error(`reason ${reason}`);
    answer.selectedChoices = [];
    answer.notApplicableChoices = [];
    answer.notApplicable = { reason, notes: notes.join(' ') };
  } else if (words[0] === 'none') {
    answer.selectedChoices = [`${question}_no`];
  } else if (words.length > 0) {
    const isChange = words.every(word => /^[+-]\d+$/.test(word));
    const isList = words.every(word => /^\d+$/.test(word));
    if (!isChange && !isList) throw new Error(`choices "${words.join(' ')}"`);
    const known = QUESTIONS[question][2];
    if (words.some(word => !known.includes(Math.abs(Number(word))))) {
      throw new Error(`unknown choice in "${words.join(' ')}"`);
    }
    let ids = new Set(answer.selectedChoices.filter(id => !id.endsWith('_no')));
    if (isList) ids = new Set();
    for (const word of words) {
      const id = choiceId(question, Math.abs(Number(word)));
      if (word.startsWith('-')) {
        if (!ids.delete(id)) throw new Error(`${id} was not selected`);
      } else ids.add(id);
    }
    // Taking the last practice back still answers the question: with none.
    answer.selectedChoices =
      ids.size > 0 ? [...ids].sort() : [`${question}_no`];
  } else if (!previous) throw new Error('a first answer needs choices');

  for (const segment of rest) {
    const evidence = /^(.+) <(https:\/\/[^>]+)>$/.exec(segment);
    const notApplicable = /^~(\d+) ([A-Z_]+) (.+)$/.exec(segment);
    if (evidence) {
      answer.evidence.push({ title: evidence[1], url: evidence[2] });
    } else if (notApplicable) {
      const [, number, reason, notes] = notApplicable;
      if (!REASONS.includes(reason)) throw new Error(`reason ${reason}`);
      answer.notApplicableChoices.push({
        choiceId: choiceId(question, number),
        reason,
        notes,
      });
    } else answer.notes = segment;
  }
  return answer;
}

/** The stories of a file: everything that happened to a workload, in order. */
function readScenarios(file) {
  const stories = [];
  let lens = ML_LENS;
  let target;
  let sitting;
  let story;
  const begin = workload => {
    sitting = undefined;
    story = { workload, lens, target, events: [], answers: new Map() };
    stories.push(story);
  };
  fs.readFileSync(file, 'utf8')
    .split('\n')
    .forEach((raw, index) => {
      const line = raw.trim();
      if (!line || line.startsWith('#')) return;
      try {
        const start = /^== (\d{4}-\d{2}-\d{2}) (\w+)$/.exec(line);
        if (line.startsWith('file: ')) {
          target = line.slice(6);
          return;
        }
        if (line.startsWith('lens: ')) {
          lens = LENSES[line.slice(6)];
          if (!lens) throw new Error(`unknown lens ${line.slice(6)}`);
          return;
        }
        if (line.startsWith('workload: ')) {
          begin(line.slice(10));
          return;
        }
        if (!story) begin(path.basename(file, '.txt'));
        if (start) {
          const [, day, who] = start;
          if (!PEOPLE[who]) throw new Error(`unknown person ${who}`);
          const midnight = new Date(`${day}T00:00:00Z`);
          if ([0, 6].includes(midnight.getUTCDay())) {
            throw new Error(`${day} is a weekend`);
          }
          const [name, hour] = PEOPLE[who];
          const random = randomFrom(hash(`${story.workload}/${day}/${who}`));
          const minute = hour * 60 + 10 + Math.floor(random() * 380);
          sitting = {
            by: `user:default/${name}`,
            random,
            clock: midnight.getTime() + minute * 60_000,
          };
          return;
        }
        sitting.clock += Math.round((2 + sitting.random() * 9) * 60) * 1000;
        const common = {
          at: new Date(sitting.clock).toISOString().replace('.000Z', 'Z'),
          by: sitting.by,
        };
        story.events.push(readEvent(line, story, common));
      } catch (error) {
        throw new Error(`${file}:${index + 1}: ${error.message}`);
      }
    });
  for (const { events } of stories) {
    for (let i = 1; i < events.length; i++) {
      if (events[i].at < events[i - 1].at) {
        throw new Error(`${file}: ${events[i].at} is out of order`);
      }
    }
  }
  return stories;
}

function readEvent(line, { workload, lens, answers }, common) {
  const segments = line.split(' | ').map(segment => segment.trim());
  const [kind, ...words] = segments[0].split(/\s+/);
  const checkPhase = phase => {
    if (!PHASES.includes(phase)) throw new Error(`unknown phase ${phase}`);
    return phase;
  };
  switch (kind) {
    case 'profile': {
      const [layer, skill, timeToMarket, customization] = words;
      return {
        type: 'profile',
        workload,
        layer,
        skill,
        timeToMarket,
        customization,
        ...common,
      };
    }
    case 'target': {
      const [phase, date] = words;
      return {
        type: 'target',
        workload,
        lens: lens.id,
        phase: checkPhase(phase),
        targetDate: date === 'null' ? null : date,
        ...common,
      };
    }
    case 'iteration':
      return {
        type: 'iteration',
        workload,
        lens: lens.id,
        phase: checkPhase(words[0]),
        reason: words.slice(1).join(' '),
        ...common,
      };
    case 'milestone':
      return {
        type: 'milestone',
        workload,
        lens: lens.id,
        name: words.join(' '),
        note: segments[1] ?? '',
        ...common,
      };
    default: {
      if (!lens.questions[kind]) throw new Error(`unknown question ${kind}`);
      const answer = readAnswer(kind, segments, answers.get(kind));
      answers.set(kind, answer);
      return {
        type: 'answer',
        workload,
        lens: lens.id,
        ...(lens.version && { lensVersion: lens.version }),
        question: kind,
        ...common,
        selectedChoices: answer.selectedChoices,
        ...(answer.notApplicableChoices.length > 0 && {
          notApplicableChoices: answer.notApplicableChoices,
        }),
        ...(answer.notApplicable && { notApplicable: answer.notApplicable }),
        ...(answer.notes && { notes: answer.notes }),
        ...(answer.evidence.length > 0 && { evidence: answer.evidence }),
      };
    }
  }
}

/** Risk of a question under the built-in lens: what the stories are tuned by. */
function riskOf(question, answer) {
  if (!answer) return 'UNANSWERED';
  if (answer.notApplicable) return 'NOT_APPLICABLE';
  if (answer.selectedChoices.length === 0) return 'UNANSWERED';
  const [, , choices, enough] = QUESTIONS[question];
  const done = new Set([
    ...answer.selectedChoices,
    ...(answer.notApplicableChoices ?? []).map(choice => choice.choiceId),
  ]);
  const has = number => done.has(choiceId(question, number));
  if (choices.every(has)) return 'NONE';
  return enough(has) ? 'MEDIUM' : 'HIGH';
}

/** Score, coverage, level and phase states at an instant. */
function evaluate({ events, lens }, at = '9999') {
  const answers = new Map();
  for (const event of events) {
    if (event.type === 'answer' && event.at <= at) {
      answers.set(event.question, event);
    }
  }
  const risks = Object.entries(lens.questions).map(([id, [phase]]) => ({
    phase,
    risk: riskOf(id, answers.get(id)),
  }));
  const applicable = risks.filter(({ risk }) => risk !== 'NOT_APPLICABLE');
  const count = risk => applicable.filter(entry => entry.risk === risk).length;
  const points = count('NONE') + count('MEDIUM') / 2;
  const score = Math.round((100 * points) / applicable.length);
  const coverage = 1 - count('UNANSWERED') / applicable.length;
  const high = count('HIGH');
  const levels = ['Initial', 'Developing', 'Defined', 'Managed'];
  let level = levels[[25, 50, 75].filter(from => score >= from).length];
  if (score >= 90 && high === 0) level = 'Optimizing';
  if (coverage < 0.5) level = 'Not assessed';
  const phases = (lens === ML_LENS ? PHASES : [])
    .map(phase => {
      const own = applicable.filter(entry => entry.phase === phase);
      const open = own.filter(entry => entry.risk === 'UNANSWERED').length;
      if (open === own.length) return '.';
      if (open > 0) return 'p';
      return own.some(entry => entry.risk === 'HIGH') ? '!' : 'C';
    })
    .join('');
  return { score, coverage, level, high, phases };
}

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
