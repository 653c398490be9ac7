// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { z } from 'zod';
import type { HistoryProblem } from './HistoryProblem';
import { pathOfNul } from '../nulCharacter';
import { answerStateSchema, reasonSchema } from '../answerSchemas';
import { CHOICE_NOTES_MAX, NOTES_MAX, RISKS } from '../model';
import { describeIssue, nulComplaint, type Complaint } from './issues';
import { jsonDocuments } from './jsonDocuments';

/** A lens has 200 questions at most; more documents are another file. */
const MOST_DOCUMENTS = 1_000;
/** The outputs need six levels. */
const MOST_NESTED = 64;

const NO_OBJECT: Complaint = {
  code: 'NOT_AN_OBJECT',
  message: 'must be a JSON object',
};

const id = z.string().min(1).max(128);

const choiceSummarySchema = z.object({
  ChoiceId: id,
  Status: z.enum(['SELECTED', 'NOT_APPLICABLE', 'UNSELECTED']),
  Reason: reasonSchema.optional(),
});

const choiceAnswerSchema = choiceSummarySchema.extend({
  Notes: z.string().max(CHOICE_NOTES_MAX).optional(),
});

const answerSummarySchema = z.object({
  QuestionId: id,
  SelectedChoices: answerStateSchema.shape.selectedChoices.optional(),
  ChoiceAnswerSummaries: z.array(choiceSummarySchema).max(100).optional(),
  IsApplicable: z.boolean().optional(),
  Reason: reasonSchema.optional(),
  Risk: z.enum(RISKS).optional(),
});

const answerSchema = answerSummarySchema
  .omit({ ChoiceAnswerSummaries: true })
  .extend({
    ChoiceAnswers: z.array(choiceAnswerSchema).max(100).optional(),
    Notes: z.string().max(NOTES_MAX).optional(),
  });

const source = {
  WorkloadId: z.string().optional(),
  LensAlias: z.string().optional(),
  MilestoneNumber: z.number().optional(),
};

const getAnswerSchema = z.object({ ...source, Answer: answerSchema });

const listAnswersSchema = z.object({
  ...source,
  AnswerSummaries: z.array(answerSummarySchema).max(1_000),
  NextToken: z.string().optional(),
});

/** One answer, whichever of the two outputs it is from. */
export interface AwsAnswer extends z.infer<typeof answerSchema> {
  /** Document it is in, from 1. */
  line: number;
  /** From `get-answer`, which alone has notes. */
  full: boolean;
}

/** Gathers the answers of a text and everything wrong with it. */
export class AwsReader {
  readonly answers = new Map<string, AwsAnswer>();
  readonly problems: HistoryProblem[] = [];
  readonly warnings: string[] = [];
  readonly #sources = new Map<string, { value: unknown; line: number }>();
  #line = 0;

  read(text: string): void {
    let more = false;
    for (const entry of entriesOf(text)) {
      if (++this.#line > MOST_DOCUMENTS) {
        this.#complain({
          code: 'TOO_MANY_DOCUMENTS',
          message: `there are more than ${MOST_DOCUMENTS} documents; import one workload and lens at a time`,
        });
        return;
      }
      if ('complaint' in entry) {
        this.#complain(entry.complaint);
      } else {
        more = this.#take(entry.value) ?? more;
      }
    }
    if (more) {
      this.warnings.push(
        'The last list of answers ends with a NextToken: there are more answers than these. Run list-answers without --max-items and --no-paginate.',
      );
    }
  }

  /** @returns for a list of answers, whether it says that there are more */
  #take(json: unknown): boolean | undefined {
    if (typeof json !== 'object' || json === null || Array.isArray(json)) {
      this.#complain(NO_OBJECT);
      return undefined;
    }
    const nul = pathOfNul(json);
    if (nul) {
      this.#complain(nulComplaint(nul));
      return undefined;
    }
    if (Object.hasOwn(json, 'Answer')) {
      const document = this.#check(getAnswerSchema, json);
      if (document) {
        this.#add({ ...document.Answer, line: this.#line, full: true });
      }
      return undefined;
    }
    if (Object.hasOwn(json, 'AnswerSummaries')) {
      const document = this.#check(listAnswersSchema, json);
      for (const summary of document?.AnswerSummaries ?? []) {
        const { ChoiceAnswerSummaries, ...answer } = summary;
        this.#add({
          ...answer,
          ChoiceAnswers: ChoiceAnswerSummaries,
          line: this.#line,
          full: false,
        });
      }
      return document && document.NextToken !== undefined;
    }
    this.#complain({
      code: 'UNKNOWN_DOCUMENT',
      message:
        'is neither what get-answer prints nor what list-answers prints: it has no "Answer" and no "AnswerSummaries"',
    });
    return undefined;
  }

  #check<T extends { [K in keyof typeof source]?: unknown }>(
    schema: z.ZodType<T>,
    json: object,
  ): T | undefined {
    const result = schema.safeParse(json);
    if (!result.success) {
      for (const issue of result.error.issues) {
        this.#complain(describeIssue(issue, json));
      }
      return undefined;
    }
    const { WorkloadId, LensAlias, MilestoneNumber = 0 } = result.data;
    for (const [field, value] of Object.entries({
      WorkloadId,
      LensAlias,
      MilestoneNumber,
    })) {
      const first = this.#sources.get(field);
      if (!first && value !== undefined) {
        this.#sources.set(field, { value, line: this.#line });
      } else if (first && value !== undefined && first.value !== value) {
        this.#complain({
          code: 'MIXED_SOURCES',
          message: `${field}: is ${value}, but ${first.value} in document ${first.line}; import one workload, lens and milestone at a time`,
        });
      }
    }
    return result.data;
  }

  /** The id of the workload and the first document that says it. */
  get workload(): { id: string; line: number } | null {
    const said = this.#sources.get('WorkloadId');
    return said ? { id: String(said.value), line: said.line } : null;
  }

  #add(answer: AwsAnswer): void {
    const known = this.answers.get(answer.QuestionId);
    if (known?.full === answer.full) {
      this.#complain({
        code: 'DUPLICATE_QUESTION',
        message: `question "${answer.QuestionId}" is in document ${known.line} as well`,
      });
    } else if (!known || answer.full) {
      this.answers.set(answer.QuestionId, answer);
    }
  }

  #complain(complaint: Complaint): void {
    this.problems.push({ line: this.#line, ...complaint });
  }
}

/** The documents of a text, those of a list one by one. */
function* entriesOf(
  text: string,
): Generator<{ value: unknown } | { complaint: Complaint }> {
  for (const document of jsonDocuments(text.replace(/^\uFEFF/, ''))) {
    if (document.depth > MOST_NESTED) {
      yield {
        complaint: {
          code: 'NESTED_TOO_DEEPLY',
          message: `nests objects and lists more than ${MOST_NESTED} levels deep`,
        },
      };
      continue;
    }
    let value: unknown;
    try {
      value = JSON.parse(document.source);
    } catch (error) {
      const message = `is not JSON: ${(error as Error).message}`;
      yield { complaint: { code: 'INVALID_JSON', message } };
      continue;
    }
    for (const one of Array.isArray(value) ? value : [value]) {
      yield { value: one };
    }
  }
}
