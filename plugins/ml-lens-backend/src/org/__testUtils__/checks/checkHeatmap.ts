// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { mlLensRoutes } from '@ml-lens/backstage-plugin-ml-lens-common/contract';
import { standingOf } from '@ml-lens/lens-model';
import { isDue } from '@ml-lens/lens-model/due';
import {
  active,
  begunCoverage,
  FOREVER,
  grouped,
  mean,
  type ModelRow,
  rounded,
  scopeOf,
  sum,
} from '../../../__testUtils__/orgModel';
import { caller } from '../../../__testUtils__/reviewFixtures';
import { foldText } from '../../../database/sql';
import { close, compareTexts, type Request, type World } from './requests';

/** A whole list, page by page; backwards gives the same. */
async function walk(
  page: (cursor?: string) => Promise<{
    rows: readonly { key: string | null }[];
    pageInfo: { nextCursor?: string; prevCursor?: string };
  }>,
) {
  const pages = [];
  let cursor: string | undefined;
  do {
    const found = await page(cursor);
    pages.push(found);
    cursor = found.pageInfo.nextCursor;
  } while (cursor !== undefined);
  for (let index = pages.length - 1; index > 0; index--) {
    const back = await page(pages[index].pageInfo.prevCursor);
    expect(back.rows).toEqual(pages[index - 1].rows);
  }
  expect(pages[0].pageInfo.prevCursor).toBeUndefined();
  return pages.flatMap(({ rows }) => rows);
}

type SortValue = string | number | null;

/** What rows of a heatmap are sorted by. */
function sortValueOf(
  rows: readonly ModelRow[],
  key: string | null,
  { rows: kind, sort }: Request,
  column: string,
): SortValue {
  const scorecards = rows.map(row => row.scorecard);
  switch (sort.replace('-', '')) {
    case 'title':
      return kind === 'workload' ? foldText(rows[0].record.title) : key;
    case 'score':
      return mean(scorecards.map(({ score }) => score));
    case 'coverage':
      return mean(rows.map(begunCoverage));
    case 'high':
      return sum(scorecards.map(({ counts }) => counts.HIGH));
    case 'level': {
      const ladder = [
        'Initial',
        'Developing',
        'Defined',
        'Managed',
        'Optimizing',
      ];
      return mean(
        scorecards.map(({ level }) =>
          ladder.includes(level) ? ladder.indexOf(level) : null,
        ),
      );
    }
    case 'updatedAt':
      return rows.reduce<string | null>(
        (latest, { updatedAt }) =>
          updatedAt !== null && (latest === null || updatedAt > latest)
            ? updatedAt
            : latest,
        null,
      );
    default:
      return mean(rows.map(row => scopeOf(row, column)?.score ?? null));
  }
}

export async function checkHeatmap(
  { org, model }: World,
  asked: Request,
  see?: Set<string>,
) {
  const { filters, at, rows: kind, columns, limit } = asked;
  const expected = active(model.rows(filters, see, at ?? FOREVER), filters);
  const get = async (sort: string, cursor?: string) => {
    const page = await org.heatmap(
      filters,
      { rows: kind, columns, sort, cursor, limit, at },
      caller,
    );
    expect(mlLensRoutes.getHeatmap.response.parse(page)).toEqual(page);
    return page;
  };
  const first = await get('title');
  const groups = grouped(expected, kind);
  expect(first.totalItems).toBe(groups.size);
  const column = first.columns[1];
  if (asked.sort.includes('column') && column === undefined) {
    expect(expected).toEqual([]);
    return;
  }
  const sort = asked.sort.replace('column', `column:${column}`);
  const found = (await walk(cursor => get(sort, cursor))) as typeof first.rows;

  const descending = sort.startsWith('-');
  const wanted = [...groups]
    .map(([key, rows]) => ({
      key,
      rows,
      value: sortValueOf(rows, key, asked, column),
    }))
    .sort((a, b) => {
      const sign = descending ? -1 : 1;
      if (a.value === null || b.value === null) {
        const nulls = Number(a.value === null) - Number(b.value === null);
        return nulls || sign * compareTexts(a.key ?? '', b.key ?? '');
      }
      const order = a.value < b.value ? -1 : Number(a.value > b.value);
      return sign * (order || compareTexts(a.key ?? '', b.key ?? ''));
    });
  expect(found).toEqual(
    wanted.map(({ key, rows }) => ({
      key,
      title: kind === 'workload' ? rows[0].record.title : null,
      entityRef: kind === 'workload' ? rows[0].record.primaryEntityRef : null,
      workloads: new Set(rows.map(({ record }) => record.workloadId)).size,
      score: rounded(mean(rows.map(({ scorecard }) => scorecard.score))),
      readiness: rounded(
        mean(rows.map(({ scorecard }) => scorecard.readiness)),
      ),
      coverage: close(mean(rows.map(begunCoverage)) ?? 0),
      cells: first.columns.map(id => {
        const scopes = rows.flatMap(row => scopeOf(row, id) ?? []);
        return {
          column: id,
          score: rounded(mean(scopes.map(({ score }) => score))),
          coverage: close(
            mean(
              rows.map(row =>
                row.scorecard.score === null
                  ? null
                  : scopeOf(row, id)?.coverage ?? null,
              ),
            ) ?? 0,
          ),
          high: sum(scopes.map(({ counts }) => counts.HIGH)),
          notDue: sum(rows.map(row => notDueIn(row, id))),
        };
      }),
    })),
  );
}

/** Open questions of a pillar, a phase or a cell that are due later. */
function notDueIn({ lens, scorecard, state }: ModelRow, column: string) {
  return lens.questions.filter(
    question =>
      [
        question.phaseId,
        question.pillarId,
        `${question.pillarId}/${question.phaseId}`,
      ].includes(column) &&
      !isDue(lens, scorecard.currentPhase, question.id) &&
      standingOf(question, state.answers.get(question.id)?.state).risk ===
        'UNANSWERED',
  ).length;
}
