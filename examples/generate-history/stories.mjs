// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import fs from 'node:fs';
import path from 'node:path';
import { readAnswer } from './answers.mjs';
import { LENSES, ML_LENS, PHASES } from './lenses.mjs';
import { hash, randomFrom } from './random.mjs';

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

/** The stories of a file: everything that happened to a workload, in order. */
export function readScenarios(file) {
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
