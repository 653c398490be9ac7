// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { createHash } from 'node:crypto';
import type { LensVersion } from '@ml-lens/backstage-plugin-ml-lens-common';
import { compileLens, countLens, type LensDocument } from '@ml-lens/lens-model';
import type { LensVersionRow } from './LensStore';
import type { LensRow } from './rows';

/** Who publishes lenses that come with the software or its configuration. */
export const SYSTEM_ACTOR = 'plugin:ml-lens';

/** Columns that follow from a document. */
export type DocumentColumns = Pick<
  LensRow,
  | 'name'
  | 'names'
  | 'description'
  | 'descriptions'
  | 'document'
  | 'document_hash'
  | 'pillar_count'
  | 'question_count'
  | 'choice_count'
>;

/** What is stored of a document: itself, and what lists show of it. */
export function documentColumns(document: LensDocument): DocumentColumns {
  const text = JSON.stringify(document);
  const counts = countLens(document);
  return {
    name: document.name,
    names: JSON.stringify(inLanguages(document, 'name')),
    description: document.description,
    descriptions: JSON.stringify(inLanguages(document, 'description')),
    document: text,
    document_hash: createHash('sha256').update(text).digest('hex'),
    pillar_count: counts.pillars,
    question_count: counts.questions,
    choice_count: counts.choices,
  };
}

/** Facts of a version as the API gives them. */
export function toLensVersion(row: LensVersionRow): LensVersion {
  return {
    version: row.version,
    status: row.status,
    isMajor: Boolean(row.is_major),
    origin: row.origin,
    counts: {
      pillars: row.pillar_count,
      questions: row.question_count,
      choices: row.choice_count,
    },
    createdAt: row.created_at,
    createdBy: row.created_by,
    publishedAt: row.published_at,
    archivedAt: row.archived_at,
  };
}

/**
 * Everything of a document that decides risks, scores and phases, as a text to
 * compare: two documents with the same structure differ in wording only.
 */
export function structureOf(document: LensDocument): string {
  const lens = compileLens(document, { id: '', version: '' });
  return JSON.stringify({
    pillars: lens.pillars.map(pillar => pillar.id),
    phases: lens.phases.map(phase => phase.id),
    levels: document.levels ?? null,
    questions: lens.questions.map(question => [
      question.id,
      question.pillarId,
      question.phaseId,
      question.weight,
      question.source.dueFrom,
      question.choices.map(({ id, riskLevel, dueFrom }) => [
        id,
        riskLevel,
        dueFrom,
      ]),
      question.source.riskRules.map(rule => [rule.condition, rule.risk]),
    ]),
  });
}

/** A text of the lens by other language; a pointer key counts as well. */
function inLanguages(
  document: LensDocument,
  field: 'name' | 'description',
): Record<string, string> {
  const found: Record<string, string> = {};
  for (const [language, texts] of Object.entries(document.locales ?? {})) {
    const text = texts[field] ?? texts[`/${field}`];
    if (typeof text === 'string') {
      found[language] = text;
    }
  }
  return found;
}
