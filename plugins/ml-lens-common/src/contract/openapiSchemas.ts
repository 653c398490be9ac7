import { z } from 'zod';
import { historyLineSchema } from '../history/schema';
import { lensDocumentSchema } from '../lens/document';
import {
  annotationProblemSchema,
  answerSchema,
  choiceNotApplicableSchema,
  evidenceSchema,
  iterationSchema,
  matrixCellSchema,
  milestoneSchema,
  notApplicableSchema,
  phaseStateSchema,
  phaseStatusSchema,
  profileSchema,
  reasonSchema,
  reviewBriefSchema,
  reviewEventSchema,
  riskCountsSchema,
  riskSchema,
  scopeSchema,
  scorecardSchema,
  workloadSchema,
} from '../model';
import { reportedEvidenceSchema } from './evidence';
import {
  historyImportResultSchema,
  historyProblemsBodySchema,
  historyProblemSchema,
} from './history';
import { improvementConflictSchema, improvementSchema } from './improvements';
import {
  lensCountsSchema,
  lensDefinitionSchema,
  lensDiffSchema,
  lensImportResultSchema,
  lensListItemSchema,
  lensProblemsBodySchema,
  lensProblemSchema,
  lensRoutes,
  lensStatusSchema,
  lensVersionSchema,
} from './lenses';
import { reviewDiffSchema, scorePointSchema } from './milestones';
import {
  gapSchema,
  heatmapSchema,
  savedViewSchema,
  targetConflictSchema,
  targetSchema,
  trendPointSchema,
} from './org';
import {
  answerConflictSchema,
  answerResultSchema,
  entityReviewSchema,
  profileConflictSchema,
  putAnswerBodySchema,
  reviewRoutes,
  reviewSchema,
  workloadDetailsSchema,
} from './reviews';
import { errorBodySchema, pageInfoSchema } from './route';
import {
  orgPageSchema,
  orgRowSchema,
  rollupSchema,
  summarySchema,
} from './scorecards';
import {
  upgradeLineSchema,
  upgradeOutlookSchema,
  upgradePreviewSchema,
} from './upgrades';
import { waiverSchema } from './waivers';

/** The shapes that have a name in the document, and what they are. */
const NAMED: Record<string, [schema: z.ZodType, description: string]> = {
  Answer: [answerSchema, 'The answer to one question; revision 0: none yet'],
  AnswerConflict: [
    answerConflictSchema,
    'A stale answer was refused: what stands and what was attempted',
  ],
  AnswerResult: [answerResultSchema, 'The stored answer and what became of it'],
  AnnotationProblem: [
    annotationProblemSchema,
    'Something in the catalog that cannot be used as it stands',
  ],
  ChoiceNotApplicable: [
    choiceNotApplicableSchema,
    'A practice that does not apply, and why',
  ],
  EntityReview: [
    entityReviewSchema,
    'Everything the tab of a catalog entity shows',
  ],
  ErrorBody: [errorBodySchema, 'An error as Backstage gives it'],
  Evidence: [evidenceSchema, 'Something that shows a practice is followed'],
  Gap: [gapSchema, 'A practice that is not in place where it applies'],
  Heatmap: [heatmapSchema, 'Rows × columns of scores'],
  HistoryImportResult: [historyImportResultSchema, 'What an import stored'],
  HistoryLine: [historyLineSchema, 'One line of a history file'],
  HistoryPage: [reviewRoutes.listHistory.response, 'A page of events'],
  HistoryProblem: [historyProblemSchema, 'What is wrong with a line'],
  HistoryProblemsBody: [
    historyProblemsBodySchema,
    'Every problem of a refused history file',
  ],
  Improvement: [
    improvementSchema,
    'A practice to put in place, and the plan for it',
  ],
  ImprovementConflict: [
    improvementConflictSchema,
    'A stale plan was refused: what stands and what was attempted',
  ],
  Iteration: [iterationSchema, 'One pass through a phase of the lifecycle'],
  LensCounts: [lensCountsSchema, 'Size of a lens'],
  LensDefinition: [
    lensDefinitionSchema,
    'A lens document with the facts of its version',
  ],
  LensDiff: [lensDiffSchema, 'What changed between two versions of a lens'],
  LensDocument: [
    lensDocumentSchema,
    'An AWS custom lens file, or the ML Lens superset of it',
  ],
  LensImportResult: [lensImportResultSchema, 'The draft an import made'],
  LensListItem: [lensListItemSchema, 'A lens with its versions and use'],
  LensPage: [lensRoutes.listLenses.response, 'A page of lenses'],
  LensProblem: [
    lensProblemSchema,
    'Something wrong, or worth knowing, at one place of a lens file',
  ],
  LensProblemsBody: [
    lensProblemsBodySchema,
    'Every problem of a refused lens file',
  ],
  LensStatus: [lensStatusSchema, 'Where a version is in its life'],
  LensVersion: [lensVersionSchema, 'One version of a lens'],
  MatrixCell: [matrixCellSchema, 'Figures of a pillar within a phase'],
  Milestone: [milestoneSchema, "A named mark on a review's history"],
  NotApplicable: [notApplicableSchema, 'Why a question does not apply'],
  OrgPage: [orgPageSchema, 'A page of scorecards'],
  OrgRow: [orgRowSchema, 'The scorecard of one workload and lens, in brief'],
  PageInfo: [pageInfoSchema, 'Cursors of the pages before and after'],
  PhaseState: [phaseStateSchema, 'Where a phase of the lifecycle stands'],
  PhaseStatus: [phaseStatusSchema, 'Status of a phase'],
  ProfileConflict: [
    profileConflictSchema,
    'A stale profile was refused: what stands and what was attempted',
  ],
  PutAnswer: [putAnswerBodySchema, 'A new answer and the revision it follows'],
  Reason: [reasonSchema, 'Why something does not apply'],
  ReportedEvidence: [reportedEvidenceSchema, 'Evidence that machines give'],
  Review: [reviewSchema, 'One workload assessed with one lens version'],
  ReviewBrief: [reviewBriefSchema, 'Figures of a review'],
  ReviewDiff: [reviewDiffSchema, 'What changed in a review between two points'],
  ReviewEvent: [reviewEventSchema, "One event of a review's history"],
  Risk: [riskSchema, 'Risk of one question'],
  RiskCounts: [riskCountsSchema, 'How many questions are of each risk'],
  Rollup: [rollupSchema, 'Figures of many scorecards'],
  SavedView: [savedViewSchema, 'A view of an org page under a name'],
  Scope: [scopeSchema, 'Figures of a pillar or phase'],
  ScorePoint: [scorePointSchema, 'Score of a review at an instant'],
  Scorecard: [
    scorecardSchema,
    'Score (0..100, null when nothing applies), coverage (0..1), level and risks',
  ],
  Summary: [summarySchema, 'Totals, and roll-ups by a field'],
  Target: [targetSchema, 'An organisation-wide aim'],
  TargetConflict: [
    targetConflictSchema,
    'A stale target was refused: what stands and what was attempted',
  ],
  TrendPoint: [trendPointSchema, 'Figures of the organisation on a day'],
  UpgradeLine: [upgradeLineSchema, 'What became of one workload of many'],
  UpgradeOutlook: [
    upgradeOutlookSchema,
    'How many reviews an upgrade of many would move',
  ],
  UpgradePreview: [upgradePreviewSchema, 'What an upgrade does to a review'],
  Waiver: [waiverSchema, 'A risk accepted for a while'],
  Workload: [workloadSchema, 'The ML system under review'],
  WorkloadDetails: [workloadDetailsSchema, 'A workload with its reviews'],
  WorkloadProfile: [profileSchema, "Layer of the ML stack and team's ratings"],
};

const registry = z.registry<{ id: string; description: string }>();
for (const [id, [schema, description]] of Object.entries(NAMED)) {
  registry.add(schema, { id, description });
}

/** A JSON Schema of the 2020-12 dialect, as OpenAPI 3.1 uses. */
export type JsonSchema = { [key: string]: unknown };

/**
 * Turns contract schemas into JSON Schema and gathers the named ones.
 */
export class SchemaComponents {
  readonly #schemas = new Map<string, JsonSchema>();

  /** JSON Schema of what a caller sends (`input`) or gets (`output`). */
  of(schema: z.ZodType, io: 'input' | 'output'): JsonSchema {
    const { $schema, $defs, ...result } = z.toJSONSchema(schema, {
      io,
      metadata: registry,
      target: 'draft-2020-12',
      override: ({ zodSchema, jsonSchema }) => {
        const { def } = zodSchema._zod;
        // Answers may grow: a new field is no breach of the contract.
        if (def.type === 'object' && !('catchall' in def && def.catchall)) {
          delete jsonSchema.additionalProperties;
        }
        // The format says it already; the pattern only makes it unreadable.
        if (jsonSchema.format?.startsWith('date')) {
          delete jsonSchema.pattern;
        }
      },
    });
    for (const [name, definition] of Object.entries($defs ?? {})) {
      this.#add(name, withComponentRefs(definition) as JsonSchema);
    }
    return withComponentRefs(result) as JsonSchema;
  }

  /** Every named schema seen so far, by name in alphabetical order. */
  all(): Record<string, JsonSchema> {
    return Object.fromEntries(
      [...this.#schemas].sort(([a], [b]) => (a < b ? -1 : 1)),
    );
  }

  #add(name: string, definition: JsonSchema) {
    const known = this.#schemas.get(name);
    if (known && JSON.stringify(known) !== JSON.stringify(definition)) {
      throw new Error(
        `Schema "${name}" is not the same when sent and when got`,
      );
    }
    this.#schemas.set(name, definition);
  }
}

function withComponentRefs(value: unknown): unknown {
  if (Array.isArray(value)) {
    return value.map(withComponentRefs);
  }
  if (typeof value !== 'object' || value === null) {
    return value;
  }
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [
      key,
      key === '$ref' && typeof inner === 'string'
        ? inner.replace('#/$defs/', '#/components/schemas/')
        : withComponentRefs(inner),
    ]),
  );
}
