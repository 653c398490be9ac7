import { z } from 'zod';
import { lensDocumentSchema } from '../lens/document';
import { improvementConflictSchema } from './improvements';
import {
  errorBodySchema,
  historyProblemsBodySchema,
  lensProblemsBodySchema,
} from './openapiSchemas';
import { answerConflictSchema, profileConflictSchema } from './reviews';
import { orgRowSchema } from './scorecards';

/** What the operations of a tag are about. */
export const TAGS: Record<string, string> = {
  lenses: 'Versioned documents of pillars, questions, practices and risk rules',
  workloads: 'ML systems, as the catalog knows them',
  reviews: 'Answers, scorecards, phases and milestones of one workload',
  scorecards: 'All workloads at once: lists, roll-ups and filters',
  history: 'Review history as files',
  milestones: 'Named marks on a review, and what changed between two points',
  improvements: 'What to do next, by whom and until when',
  evidence: 'What pipelines and providers report about practices',
  waivers: 'Risks accepted for a while',
  upgrades: 'Moving reviews to another version of their lens',
  targets: 'What the organisation aims at, and how far it is',
  'saved-views': "The caller's own views of the organisation",
};

/** What the parameters of paths are, by name. */
export const PATH_PARAMETERS: Record<string, string> = {
  kind: 'Kind of a catalog entity',
  namespace: 'Namespace of a catalog entity',
  name: 'Name of a catalog entity',
  workloadId: 'Id of a workload, from the annotation ml-lens.io/workload',
  lensId: 'Id of a lens',
  version: 'Version of a lens',
  questionId: 'Id of a question of the lens',
  phaseId: 'Id of a phase of the lens',
  choiceId: 'Id of a choice (practice) of the question',
  waiverId: 'Id of a waiver',
  targetId: 'Id of an organisation-wide target',
  viewId: 'Id of a saved view',
};

/** What query parameters are, by name: one name means one thing everywhere. */
export const QUERY_PARAMETERS: Record<string, string> = {
  q: 'Free text to look for',
  cursor: 'Cursor of a page, from `pageInfo` of the page before',
  limit: 'Most items of a page',
  at: 'Look at this past instant instead of now',
  since: 'Compare with this instant',
  rows: 'What a row is',
  columns: 'What a column is',
  interval: 'How far apart the points are',
  by: 'What is compared',
  key: 'The workloads or groups to compare',
  toLens: 'Move to this lens; the same one unless told',
  toVersion: 'Move to this version; the latest published one unless told',
  sort: 'Field to sort by; `-` in front for descending. Rows without a value come last',
  groupBy: 'Field to roll up by',
  version: 'Version of the lens; the latest published one unless told',
  format: 'File format',
  from: 'Where to begin: a version of a lens, a point of a review, or a day',
  to: 'Where to end: a version of a lens, a point of a review, or a day',
  url: 'Read the file from here instead of the body',
  dryRun: 'Check only; nothing is stored',
  lensId:
    'Id of the lens; else the `id` of the document, else made of its name',
  question: 'Only what is about this question',
  status: 'Any of these statuses',
  lens: 'Any of these lenses, by id',
  owner: 'Any of these owners, by entity ref',
  system: 'Any of these systems',
  domain: 'Any of these domains',
  lifecycle: 'Any of these lifecycles',
  level: 'Any of these levels',
  tag: 'Any of these tags',
  workload: 'Any of these workloads, by id',
  phase: 'Any of these phases and statuses, as `phase_id:STATUS`',
  risk: 'With a question at any of these risks: HIGH, MEDIUM or UNANSWERED',
  gap: 'Any of these practices is not in place, as `lens_id/question_id/choice_id`',
  score: 'Scores in any of these ranges, as `60-69`; empty for no score',
  coverage:
    'Coverage in any of these ranges in per cent, as `50-60`, the second left out',
  late: 'Only workloads with (or without) a phase that is late',
  orphaned: 'Only workloads without (or with) a catalog entity',
  due: 'Only reviews that are (or are not) to be looked at again',
};

/** Where a query parameter means something else to one operation. */
export const OWN_QUERY_PARAMETERS: Record<
  string,
  Record<string, string> | undefined
> = {
  importHistory: {
    format:
      '`ml-lens`: a `HistoryLine` per line. `aws`: outputs of `aws wellarchitected get-answer` and `list-answers`, one after another',
    workload: 'With `format=aws`, required: the workload answered for, by id',
    lens: 'With `format=aws`, required: the lens answered, by id',
    at: 'With `format=aws`: when it was answered, not in the future; now unless told',
  },
};

/** Failures that say more than `error`, by operation and status. */
export const FAILURES: Record<
  string,
  Record<number, [description: string, body: z.ZodType]> | undefined
> = {
  importLens: {
    400: ['Every problem of the file', lensProblemsBodySchema],
    409: ['The version is published already', errorBodySchema],
  },
  publishLens: {
    400: ['Every problem of the draft', lensProblemsBodySchema],
    409: ['The version is not a draft', errorBodySchema],
  },
  archiveLens: { 409: ['The version is not published', errorBodySchema] },
  deleteLensDraft: { 409: ['The version is not a draft', errorBodySchema] },
  putAnswer: {
    409: ['Somebody else answered first', answerConflictSchema],
  },
  putImprovement: {
    409: ['Somebody else changed it first', improvementConflictSchema],
  },
  createTarget: { 409: ['There are 100 targets already', errorBodySchema] },
  updateTarget: { 409: ['Somebody else changed it first', errorBodySchema] },
  createSavedView: {
    409: ['The name is taken, or there are 100 views already', errorBodySchema],
  },
  recordMilestone: {
    409: ['The name is taken, or the review has 100 already', errorBodySchema],
  },
  upgradeReview: {
    409: ['The review cannot be moved to that version', errorBodySchema],
  },
  undoUpgrade: { 409: ['Something was answered since', errorBodySchema] },
  requestWaiver: {
    409: ['The question has a live waiver already', errorBodySchema],
  },
  postEvidence: {
    409: ['The key stands for other evidence already', errorBodySchema],
  },
  decideWaiver: { 409: ['The waiver is decided already', errorBodySchema] },
  withdrawWaiver: { 409: ['The waiver is over', errorBodySchema] },
  putProfile: {
    409: ['Somebody else changed it first', profileConflictSchema],
  },
  importHistory: {
    400: [
      'Every problem of the file; nothing stored',
      historyProblemsBodySchema,
    ],
  },
};

/** What JSON files hold, by the operation that gives them. */
export const JSON_FILES: Record<string, z.ZodType | undefined> = {
  exportLens: lensDocumentSchema,
  exportScorecards: z.array(orgRowSchema),
};
