// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

/*
 * The single path: what writing an answer costs beside writing a row, and a tab
 * for somebody who sees some workloads beside somebody who sees them all.
 */
import { time, rounded, type Processes, type Timing } from './measure.mts';
import { LENS } from './routes.mts';

type Headers = Record<string, string>;

export interface SinglePath {
  answer: Timing;
  /** A route of the same backend that writes one row in a transaction. */
  writeFloor: Timing;
  /** Processor time of an answer, as a multiple of that of the row. */
  writeRatio: number;
  tabOfAll: Timing;
  tabOfSome: Timing;
  /** Processor time of the tab under conditions, as a multiple of without. */
  conditionsRatio: number;
}

/** Turns taken by the two that are compared: a machine changes meanwhile. */
const TURNS = 4;

/** Answers given to one review before the next, as people do. */
const IN_A_SESSION = 12;

/** What a request costs, over the turns it was asked in. */
function together(turns: readonly Timing[]): Timing {
  const mean = (of: (timing: Timing) => number) =>
    rounded(turns.reduce((sum, turn) => sum + of(turn), 0) / turns.length);
  return {
    samples: turns.reduce((sum, { samples }) => sum + samples, 0),
    median: mean(({ median }) => median),
    p95: mean(({ p95 }) => p95),
    backendCpu: mean(({ backendCpu }) => backendCpu),
    databaseCpu: mean(({ databaseCpu }) => databaseCpu),
    bytes: turns[0].bytes,
  };
}

async function inTurns(
  one: () => Promise<Timing>,
  other: () => Promise<Timing>,
): Promise<[Timing, Timing]> {
  const taken: [Timing[], Timing[]] = [[], []];
  for (let turn = 0; turn < TURNS; turn++) {
    taken[0].push(await one());
    taken[1].push(await other());
  }
  return [together(taken[0]), together(taken[1])];
}

const cpuOf = (timing: Timing) => timing.backendCpu + timing.databaseCpu;
const ratioOf = (one: Timing, other: Timing) =>
  Math.round((100 * cpuOf(one)) / cpuOf(other)) / 100;

/** A question that somebody has answered. */
interface Asked {
  url: string;
  revision: number;
  selectedChoices: string[];
}

async function askedIn(review: string, headers: Headers): Promise<Asked> {
  const response = await fetch(review, { headers });
  const { answers } = (await response.json()) as any;
  const question = Object.keys(answers).find(
    id => answers[id].selectedChoices.length > 0,
  )!;
  const { revision, selectedChoices } = answers[question];
  return { url: `${review}/answers/${question}`, revision, selectedChoices };
}

/**
 * @param options.workloadIds - of reviews with answers: they are answered one
 *   after the other, as people do, and the tab of the first is opened
 */
export async function measureSinglePath(
  portal: { base: string },
  headers: { all: Headers; some: Headers },
  options: { workloadIds: string[]; samples: number; processes: Processes },
): Promise<SinglePath> {
  const { workloadIds, samples, processes } = options;
  const reviews = workloadIds.map(
    id => `${portal.base}/api/ml-lens/workloads/${id}/reviews/${LENS}`,
  );
  const asked: Asked[] = [];
  for (const review of reviews) {
    asked.push(await askedIn(review, headers.all));
  }
  let written = 0;
  const now = () => asked[Math.floor(written / IN_A_SESSION) % asked.length];
  let rows = 0;
  const put = (body: () => object) => ({
    samples,
    processes,
    init: () => ({
      method: 'PUT',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body()),
    }),
  });
  const [answer, writeFloor] = await inTurns(
    () =>
      time(
        () => {
          const { url } = now();
          written += 1;
          return url;
        },
        headers.all,
        put(() => {
          const question = now();
          question.revision += 1;
          return {
            revision: question.revision - 1,
            selectedChoices: question.selectedChoices,
            notes: `Looked at again, ${written}`,
          };
        }),
      ),
    () =>
      time(
        `${portal.base}/api/floor/rows/row`,
        headers.all,
        put(() => ({ content: `Looked at again, ${(rows += 1)}` })),
      ),
  );
  const ask = (who: Headers) => time(reviews[0], who, { samples, processes });
  const [tabOfAll, tabOfSome] = await inTurns(
    () => ask(headers.all),
    () => ask(headers.some),
  );
  return {
    answer,
    writeFloor,
    writeRatio: ratioOf(answer, writeFloor),
    tabOfAll,
    tabOfSome,
    conditionsRatio: ratioOf(tabOfSome, tabOfAll),
  };
}
