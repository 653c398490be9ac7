// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import type { ReviewDiff } from '@ml-lens/backstage-plugin-ml-lens-common';
import type { CompiledLens } from '@ml-lens/lens-model';
import type { Translate } from '../../../../translation/hooks';
import { changeLines } from '../history/changeLines';
import { stateChange } from '../history/stateChange';

export interface DiffWords {
  t: Translate;
  levelName(level: string): string;
  percent(share: number): string;
  dateTime(instant: string): string;
  date(instant: string): string;
}

type Point = ReviewDiff['from'];
/** Before, after and change of one line of a table. */
type Row = [string, string, string, string];

const RISKS = ['HIGH', 'MEDIUM', 'UNANSWERED', 'NONE'] as const;

/** Text that means nothing in Markdown, on one line. */
function plain(text: string): string {
  return text.replace(/\s+/g, ' ').replace(/[\\`*_[\]<>|#~]/g, '\\$&');
}

function signed(change: number, unit = ''): string {
  if (change === 0) return '±0';
  return `${change > 0 ? '▲ +' : '▼ −'}${Math.abs(change)}${unit}`;
}

function scored(
  name: string,
  before: number | null,
  after: number | null,
): Row {
  return [
    plain(name),
    before === null ? '–' : String(before),
    after === null ? '–' : String(after),
    before === null || after === null ? '' : signed(after - before),
  ];
}

function table(heads: Row, rows: Row[]): string[] {
  return [
    `| ${heads.join(' | ')} |`,
    '| --- | ---: | ---: | ---: |',
    ...rows.map(row => `| ${row.join(' | ')} |`),
    '',
  ];
}

function pointName(point: Point, { t, date, dateTime }: DiffWords): string {
  return point.milestone
    ? t('review.compare.milestone', {
        name: plain(point.milestone.name),
        when: date(point.at),
      })
    : dateTime(point.at);
}

function summaryRows({ from, to }: ReviewDiff, words: DiffWords): Row[] {
  const { t, levelName, percent } = words;
  const [was, is] = [from, to].map(({ coverage }) =>
    Math.round(coverage * 100),
  );
  return [
    scored(t('common.score'), from.score, to.score),
    [
      t('common.coverage'),
      percent(from.coverage),
      percent(to.coverage),
      signed(is - was, ' %'),
    ],
    [
      t('review.compare.level'),
      plain(levelName(from.level)),
      plain(levelName(to.level)),
      '',
    ],
    ...RISKS.map(risk =>
      scored(t(`common.risk.${risk}`), from.counts[risk], to.counts[risk]),
    ),
  ];
}

function questionLines(
  question: ReviewDiff['questions'][number],
  lens: CompiledLens,
  { t }: DiffWords,
): string[] {
  const compiled = lens.question(question.questionId);
  const risks = [question.before?.risk, question.after?.risk]
    .flatMap(risk => (risk ? [t(`common.risk.${risk}`)] : []))
    .filter((name, index, names) => names.indexOf(name) === index);
  return [
    `- **${plain(compiled?.title ?? question.title)}** (${t(
      `review.compare.kind.${question.kind}`,
    )}; ${risks.join(' → ')})`,
    ...changeLines(
      stateChange(question.before?.state, question.after?.state),
      id => compiled?.choice(id)?.title ?? id,
      t,
    ).map(({ text, quote }) =>
      quote ? `  - ${plain(text)}: ${plain(quote)}` : `  - ${plain(text)}`,
    ),
  ];
}

/**
 * A comparison as Markdown, to paste into a pull request, a chat or a wiki.
 * Texts of people and lenses are escaped: they are shown as they were written.
 *
 * @param title - of the workload
 * @param lens - in the language of the words
 */
export function diffToMarkdown(
  diff: ReviewDiff,
  context: { title: string; lens: CompiledLens; words: DiffWords },
): string {
  const { title, lens, words } = context;
  const { t } = words;
  const heads = (first: string): Row => [
    first,
    t('review.compare.before'),
    t('review.compare.after'),
    t('review.compare.change'),
  ];
  const scopes = (
    name: string,
    changes: ReviewDiff['pillars'],
    nameOf: (id: string) => string,
  ) => {
    const moved = changes.filter(({ before, after }) => before !== after);
    return moved.length === 0
      ? []
      : [
          `### ${name}`,
          '',
          ...table(
            heads(name),
            moved.map(({ id, before, after }) =>
              scored(nameOf(id), before, after),
            ),
          ),
        ];
  };
  const versions =
    diff.from.lensVersion === diff.to.lensVersion
      ? []
      : [
          t('review.compare.lensVersions', {
            from: plain(diff.from.lensVersion),
            to: plain(diff.to.lensVersion),
          }),
          '',
        ];
  const isSame =
    diff.questions.length === 0 &&
    [...diff.pillars, ...diff.phases].every(
      ({ before, after }) => before === after,
    );
  return [
    `## ${t('review.compare.markdownTitle', {
      title: plain(title),
      from: pointName(diff.from, words),
      to: pointName(diff.to, words),
    })}`,
    '',
    t('review.compare.markdownLens', { name: plain(lens.document.name) }),
    '',
    ...versions,
    ...table(heads(t('review.compare.measure')), summaryRows(diff, words)),
    ...(isSame ? [t('review.compare.same'), ''] : []),
    ...scopes(
      t('review.compare.pillars'),
      diff.pillars,
      id => lens.pillars.find(pillar => pillar.id === id)?.name ?? id,
    ),
    ...scopes(
      t('review.compare.phases'),
      diff.phases,
      id => lens.phases.find(phase => phase.id === id)?.name ?? id,
    ),
    ...(diff.gates.length > 0
      ? [
          `### ${t('review.compare.gates')}`,
          '',
          ...diff.gates.map(
            one =>
              `- ${plain(one.name)}: ${t(
                `phases.gate.status.${one.decision}`,
              )}, ${one.decidedAt.slice(0, 10)}`,
          ),
          '',
        ]
      : []),
    ...(diff.questions.length > 0
      ? [
          `### ${t('review.compare.questionCount', {
            count: diff.questions.length,
          })}`,
          '',
          ...diff.questions.flatMap(question =>
            questionLines(question, lens, words),
          ),
          '',
        ]
      : []),
  ].join('\n');
}
