// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { OrgRow } from '@ml-lens/backstage-plugin-ml-lens-common';
import { visibleText } from '@ml-lens/lens-model/proposals';
import { stringify } from 'csv-stringify';
import { Readable } from 'node:stream';
import { columnsOf, LensInUse } from './columns';

/** Which columns a file has, and what is in them. */
type Columns = [name: string, valueOf: (row: OrgRow) => unknown][];

/** Batches of rows as a JSON array, piece by piece. */
export function toJson(batches: AsyncIterable<OrgRow[]>): Readable {
  return Readable.from(jsonPieces(batches));
}

async function* jsonPieces(
  batches: AsyncIterable<OrgRow[]>,
): AsyncGenerator<string> {
  let before = '[\n';
  for await (const rows of batches) {
    yield before + rows.map(row => JSON.stringify(row)).join(',\n');
    before = ',\n';
  }
  yield before === '[\n' ? '[]\n' : '\n]\n';
}

/**
 * Batches of rows as CSV for spreadsheets: UTF-8 with its mark, one line per
 * scorecard, one column per figure, pillar and phase. Cells that a spreadsheet
 * would run as a formula get an apostrophe in front.
 *
 * @param lenses - the lens versions of the rows
 */
export function toCsv(
  batches: AsyncIterable<OrgRow[]>,
  lenses: readonly LensInUse[],
): NodeJS.ReadableStream {
  const columns = csvColumns(lenses);
  const csv = stringify({
    bom: true,
    escape_formulas: true,
    record_delimiter: 'windows',
    // Lines end in CR LF; either alone would end one in a spreadsheet too.
    quoted_match: /[\r\n]/,
  });
  const lines = Readable.from(csvRecords(batches, columns));
  // A reader that goes away, and a query that fails, end the other side.
  csv.on('close', () => lines.destroy());
  lines.on('error', error => csv.destroy(error));
  return lines.pipe(csv);
}

async function* csvRecords(
  batches: AsyncIterable<OrgRow[]>,
  columns: Columns,
): AsyncGenerator<unknown[]> {
  yield columns.map(([name]) => name);
  for await (const rows of batches) {
    for (const row of rows) {
      yield columns.map(([, valueOf]) => cellOf(valueOf(row)));
    }
  }
}

/**
 * A cell as it can be shown: what would work on a terminal, or turn the text
 * around, instead of being seen stands as its number. Lines stay lines.
 */
function cellOf<Value>(value: Value): Value | string {
  return typeof value === 'string'
    ? value.split('\r').map(visibleText).join('\r')
    : value;
}

function csvColumns(lenses: readonly LensInUse[]): Columns {
  return [
    ['workload', row => row.workloadId],
    ['title', row => row.title],
    ['entity_ref', row => row.entityRef],
    ['owner', row => row.owner],
    ['system', row => row.system],
    ['domain', row => row.domain],
    ['lifecycle', row => row.lifecycle],
    ['tags', row => row.tags.join(' ')],
    ['orphaned', row => String(row.orphaned)],
    ['lens', row => row.lens.id],
    ['lens_version', row => row.lens.version],
    ['score', row => row.score],
    ['readiness', row => row.readiness],
    ['current_phase', row => row.currentPhase],
    ['coverage', row => row.coverage],
    ['level', row => row.level],
    ['high', row => row.counts.HIGH],
    ['medium', row => row.counts.MEDIUM],
    ['none', row => row.counts.NONE],
    ['unanswered', row => row.counts.UNANSWERED],
    ['not_applicable', row => row.counts.NOT_APPLICABLE],
    ['practices_in_place', row => row.practices.inPlace],
    ['practices_applicable', row => row.practices.applicable],
    ['updated_at', row => row.updatedAt],
    ['due_at', row => row.dueAt],
    ['to_confirm', row => row.toConfirm],
    ['models', row => row.models?.count],
    ['models_without_card', row => row.models?.noCard],
    ['models_not_approved', row => row.models?.notApproved],
    ['models_silent', row => row.models?.silent],
    ['models_firing', row => row.models?.firing],
    ['models_missing', row => row.models?.missing],
    ...columnsOf(lenses, 'pillar').map(({ id }): Columns[number] => [
      `pillar:${id}:score`,
      row => row.pillars[id],
    ]),
    ...columnsOf(lenses, 'phase').flatMap(
      ({ id }): Columns => [
        [`phase:${id}:score`, row => row.phases[id]?.score],
        [`phase:${id}:status`, row => row.phases[id]?.status],
        [`phase:${id}:target_date`, row => row.phases[id]?.targetDate],
        [`phase:${id}:since`, row => row.phases[id]?.since],
      ],
    ),
  ];
}
