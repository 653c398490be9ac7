// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { type CompiledLens, scoreFrom } from '@ml-lens/lens-model';
import { dueFromOf } from '@ml-lens/lens-model/due';
import {
  CODES,
  layoutOf,
  pointsAt,
  PRACTICE_MET,
  PRACTICE_UNMET,
  type StatesLayout,
} from '../../reviews/projection/practiceStates';
import type { Codes } from './Codes';
import {
  COMPLETE,
  COUNT,
  COUNTS,
  NEVER,
  NO_VALUE,
  PHASE_STATUSES,
  PRACTICE,
} from './figureCodes';
import {
  countLater,
  type Measure,
  measureCodes,
  partsOf,
  type QuestionSet,
  statusOf,
} from './measure';
import type { FigureRow, TableKind } from './FigureRow';
import { FREE, Slots } from './Slots';
import { DaySums } from './DaySums';
import { PracticeSums } from './PracticeSums';
import { ScorecardSums } from './ScorecardSums';
import { type ColumnName, stridesOf } from './strides';
import { SumsOfKept } from './SumsOfKept';
import { grown, type Typed } from './typed';

/**
 * Scorecards judged by one version of a lens, as columns: a figure of all of
 * them is one array. An entry is a scorecard, or a scorecard during some days;
 * columns with several values for each have them next to each other.
 */
export class FigureTable {
  readonly layout: StatesLayout;
  readonly phases: readonly string[];
  readonly pillarQuestions: readonly { id: string; questions: QuestionSet }[];
  /** Names of levels, by {@link FigureTable.level}. */
  readonly levels: readonly string[];

  workload = new Int32Array(0);
  score = new Int16Array(0);
  readiness = new Int16Array(0);
  /** Its place among the phases. */
  currentPhase = new Int8Array(0);
  toConfirm = new Uint16Array(0);
  /** Five for each entry, see {@link COUNT}. */
  counts = new Uint16Array(0);
  practicesInPlace = new Uint16Array(0);
  practicesApplicable = new Uint16Array(0);
  level = new Uint8Array(0);
  levelRank = new Int8Array(0);
  /** NaN for never. */
  updatedAt = new Float64Array(0);
  answeredAt = new Float64Array(0);
  from = new Int32Array(0);
  to = new Int32Array(0);
  /** One for each phase, as the five below. */
  status = new Uint8Array(0);
  phaseScore = new Int16Array(0);
  phaseAnswered = new Uint16Array(0);
  phaseApplicable = new Uint16Array(0);
  target = new Int32Array(0);
  openSince = new Float64Array(0);
  /** One bit for each practice that is not in place. */
  unmet = new Uint8Array(0);
  /** The text of the states. */
  codes = new Uint8Array(0);
  /** One for each practice, see {@link PRACTICE}, and what it would bring. */
  practices = new Uint8Array(0);
  gains = new Int8Array(0);

  /** As a whole, and by practice; of tables with details. */
  readonly sums = new SumsOfKept(this, () => new ScorecardSums(this));
  readonly practiceSums = new SumsOfKept(
    this,
    () => new PracticeSums(this, this.layout.practices.length),
  );
  /** By day; of tables without details. */
  readonly daySums = new SumsOfKept(this, () => new DaySums(this));

  readonly unmetBytes: number;
  /** Values of each entry. */
  readonly #strides: Record<ColumnName, number>;
  readonly #columnNames: readonly ColumnName[];
  readonly #details: boolean;
  readonly #phaseQuestions: QuestionSet[];
  readonly #practiceIndex = new Map<string, number>();
  readonly #slots = new Slots(capacity => this.#resize(capacity));

  constructor(
    readonly lens: CompiledLens,
    private readonly levelCodes: Codes,
    kind: TableKind,
  ) {
    this.levels = levelCodes.values;
    this.layout = layoutOf(lens);
    this.phases = lens.phases.map(({ id }) => id);
    this.unmetBytes = Math.ceil(this.layout.practices.length / 8);
    this.#details = kind.details;
    this.#phaseQuestions = this.phases.map(phase =>
      this.questionSet(question => question.phaseId === phase),
    );
    this.pillarQuestions = lens.pillars.map(({ id }) => ({
      id,
      questions: this.questionSet(question => question.pillarId === id),
    }));
    this.layout.practices.forEach(({ question, choiceId }, index) => {
      this.#practiceIndex.set(`${question.id}/${choiceId}`, index);
    });
    this.#strides = stridesOf(kind, {
      phases: this.phases.length,
      practices: this.layout.practices.length,
      unmetBytes: this.unmetBytes,
      codes: this.layout.length,
    });
    this.#columnNames = Object.keys(this.#strides) as ColumnName[];
  }

  /** Entries up to here may be in use, see {@link FigureTable.isUsed}. */
  get length(): number {
    return this.#slots.length;
  }

  isUsed(entry: number): boolean {
    return this.workload[entry] !== FREE;
  }

  /** Bytes of all columns. */
  get bytes(): number {
    const columns = this.#columns();
    return this.#columnNames.reduce(
      (sum, name) => sum + columns[name].byteLength,
      0,
    );
  }

  /** Entries of a workload. */
  entriesOf(workload: number): number[] {
    return this.#slots.of(workload);
  }

  /** What was added of the same workload just before an entry. */
  previous(entry: number): number | undefined {
    return this.#slots.previous(entry);
  }

  /** Place of a practice, by question and choice; undefined for none there is. */
  practiceIndex(questionId: string, choiceId: string): number | undefined {
    return this.#practiceIndex.get(`${questionId}/${choiceId}`);
  }

  isUnmet(entry: number, practice: number): boolean {
    const byte = this.unmet[entry * this.unmetBytes + (practice >> 3)];
    return (byte & (1 << (practice & 7))) !== 0;
  }

  /** Answered ÷ applicable questions, 0..1; 0 where none is. */
  coverage(entry: number): number {
    const at = entry * COUNTS;
    const answered =
      this.counts[at + COUNT.high] +
      this.counts[at + COUNT.medium] +
      this.counts[at + COUNT.none];
    const applicable = answered + this.counts[at + COUNT.unanswered];
    return applicable === 0 ? 0 : answered / applicable;
  }

  /** Whether a phase is late: its day is over before another, and it not done. */
  isLate(entry: number, phase: number, today: number): boolean {
    const at = entry * this.phases.length + phase;
    return this.target[at] < today && this.status[at] !== COMPLETE;
  }

  /** Day of the longest missed target, {@link NEVER} where none is missed. */
  lateSince(entry: number, today: number): number {
    return this.phases.reduce(
      (first, _, phase) =>
        this.isLate(entry, phase, today)
          ? Math.min(first, this.target[entry * this.phases.length + phase])
          : first,
      NEVER,
    );
  }

  isLateAnywhere(entry: number, today: number): boolean {
    return this.phases.some((_, phase) => this.isLate(entry, phase, today));
  }

  /** Questions to measure, see {@link FigureTable.measure}. */
  questionSet(
    isIn: (question: CompiledLens['questions'][number]) => boolean,
  ): QuestionSet {
    const found = this.layout.questions.filter(({ question }) =>
      isIn(question),
    );
    return {
      at: Int32Array.from(found, ({ at }) => at),
      weight: Float64Array.from(found, ({ question }) => question.weight),
      due: Int8Array.from(found, ({ question }) =>
        Math.max(
          0,
          this.phases.indexOf(dueFromOf(this.lens, question.id) ?? ''),
        ),
      ),
    };
  }

  /** The figures of some questions; of tables with details. */
  measure(entry: number, questions: QuestionSet): Measure {
    return measureCodes(this.codes, entry * this.layout.length, questions);
  }

  /** Open questions that are due later; of tables with details. */
  notDue(entry: number, questions: QuestionSet): number {
    // Before the first phase what that asks is due.
    const phase = Math.max(0, this.currentPhase[entry]);
    const start = entry * this.layout.length;
    return countLater(this.codes, start, questions, phase);
  }

  /** Puts a scorecard in. */
  add(row: FigureRow, workload: number): void {
    const entry = this.#slots.take(workload);
    this.workload[entry] = workload;
    this.score[entry] = row.score ?? NO_VALUE;
    this.readiness[entry] = row.readiness ?? NO_VALUE;
    this.currentPhase[entry] =
      row.currentPhase === null
        ? NO_VALUE
        : this.phases.indexOf(row.currentPhase);
    this.counts.set(
      [row.unanswered, row.high, row.medium, row.none, row.notApplicable],
      entry * COUNTS,
    );
    this.practicesInPlace[entry] = row.practicesInPlace;
    this.practicesApplicable[entry] = row.practicesApplicable;
    this.level[entry] = this.levelCodes.of(row.level);
    this.levelRank[entry] = row.levelRank ?? NO_VALUE;
    const codes = Buffer.from(row.states, 'latin1');
    this.#addPhases(entry, row, codes);
    this.#addPractices(entry, codes);
    if (this.#details) {
      this.updatedAt[entry] = row.updatedAt ?? NaN;
      this.toConfirm[entry] = row.toConfirm;
      this.answeredAt[entry] = row.answeredAt ?? NaN;
      this.codes.set(codes, entry * this.layout.length);
    } else {
      this.from[entry] = row.from;
      this.to[entry] = row.to;
    }
    this.#sum(entry, workload, 1);
  }

  /** Takes out everything of a workload. */
  remove(workload: number): void {
    for (const entry of this.#slots.release(workload)) {
      this.workload[entry] = FREE;
      this.#sum(entry, workload, -1);
    }
  }

  #sum(entry: number, workload: number, times: 1 | -1): void {
    const followers = this.#details
      ? [this.sums, this.practiceSums]
      : [this.daySums];
    for (const sums of followers) {
      sums.follow(entry, workload, times);
    }
  }

  #addPhases(entry: number, row: FigureRow, codes: Uint8Array): void {
    this.phases.forEach((phase, index) => {
      const at = entry * this.phases.length + index;
      const questions = this.#phaseQuestions[index];
      const measure = measureCodes(codes, 0, questions);
      this.phaseScore[at] = Number.isNaN(measure.score)
        ? NO_VALUE
        : measure.score;
      this.phaseAnswered[at] = measure.answered;
      this.phaseApplicable[at] = measure.applicable;
      this.status[at] = PHASE_STATUSES.indexOf(statusOf(measure, questions));
      this.target[at] = row.targets.get(phase) ?? NEVER;
      if (this.#details) {
        this.openSince[at] = row.openSince.get(phase) ?? NaN;
      }
    });
  }

  #addPractices(entry: number, codes: Uint8Array): void {
    const { practices } = this.layout;
    const parts = this.#details ? partsOf(this.layout, codes) : undefined;
    const score = parts && scoreFrom(parts);
    const bits = entry * this.unmetBytes;
    this.unmet.fill(0, bits, bits + this.unmetBytes);
    for (let index = 0; index < practices.length; index++) {
      const { question, at, riskAt, weight } = practices[index];
      const code = codes[at];
      const state = CODES.practice[code];
      const risk = CODES.risk[codes[riskAt]];
      let practice: number = PRACTICE.unjudged;
      let gain = 0;
      if (state === PRACTICE_MET) {
        practice = PRACTICE.met;
      } else if (state === PRACTICE_UNMET) {
        this.unmet[bits + (index >> 3)] |= 1 << (index & 7);
        practice = PRACTICE.unmet;
        if (risk === 'HIGH') {
          practice = PRACTICE.unmetHigh;
        } else if (risk === 'MEDIUM') {
          practice = PRACTICE.unmetMedium;
        }
        if (parts) {
          const more =
            pointsAt(codes, riskAt, { weight, code }) - pointsAt(codes, riskAt);
          const fewer =
            Number(risk !== 'NONE') - Number(CODES.riskIfDone[code] !== 'NONE');
          gain =
            scoreFrom({
              ...parts,
              earned: parts.earned + question.weight * more,
              risky: parts.risky - fewer,
            })! - score!;
        }
      }
      if (this.#details) {
        this.practices[entry * practices.length + index] = practice;
        this.gains[entry * practices.length + index] = gain;
      }
    }
  }

  #columns(): Record<ColumnName, Typed> {
    return this;
  }

  #resize(capacity: number): void {
    const columns = this.#columns();
    for (const name of this.#columnNames) {
      columns[name] = grown(columns[name], capacity * this.#strides[name]);
    }
  }
}
