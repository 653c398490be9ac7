// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { choiceId, choicesOf } from './lenses.mjs';

const REASONS = [
  'OUT_OF_SCOPE',
  'BUSINESS_PRIORITIES',
  'ARCHITECTURE_CONSTRAINTS',
  'OTHER',
  'NONE',
];

/** The complete new answer that one line of a story stands for. */
export function readAnswer(question, segments, previous) {
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
    const { choices } = choicesOf(question);
    if (words.some(word => !choices.includes(Math.abs(Number(word))))) {
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
