// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import type { NewsTopic } from './newsTopics';

/** Languages notifications can be written in. */
export const NOTIFICATION_LANGUAGES = ['en', 'ja'] as const;
/** A language notifications can be written in. */
export type NotificationLanguage = (typeof NOTIFICATION_LANGUAGES)[number];

/** What notifications say. */
export interface NotificationTexts {
  /** Title of a digest with reviews that are due. */
  reviewsDue(count: number): string;
  /** Title of a digest with answers to confirm and no reviews that are due. */
  toConfirm(count: number): string;
  /** Workloads with answers to confirm. */
  confirmOf(titles: readonly string[]): string;
  /** Title of a digest with expired waivers alone. */
  waiversExpired: string;
  /** Workloads to look at again. */
  lookAgain(titles: readonly string[]): string;
  /** Workloads whose waivers have expired. */
  expiredOf(titles: readonly string[]): string;
  /** What stands between two sentences. */
  betweenSentences: string;
  /** Title for one waiver. */
  waiverExpired(workload: string): string;
  /** Nobody decided on it. */
  waiverUndecided: string;
  /** It was in force. */
  waiverOver: string;
  /** Titles of what is new, by topic. */
  news: Record<NewsTopic, (count: number) => string>;
  /** The workloads it is about. */
  newsOf(titles: readonly string[]): string;
}

/** Names spelled out in one sentence. */
const NAMES = 5;

const en: NotificationTexts = {
  reviewsDue: count =>
    count === 1 ? 'One ML review is due' : `${count} ML reviews are due`,
  toConfirm: count =>
    `${counted(count, 'answer', 'answers')} to confirm in ML reviews`,
  confirmOf: titles => `Answers to confirm: ${named(titles)}.`,
  waiversExpired: 'Waivers of ML reviews have expired',
  lookAgain: titles => `To look at again: ${named(titles)}.`,
  expiredOf: titles => `Waivers expired: ${named(titles)}.`,
  betweenSentences: ' ',
  waiverExpired: workload => `A waiver of ${workload} has expired`,
  waiverUndecided:
    'Nobody decided on the request in time. The risk counts as it did all along.',
  waiverOver:
    'The risk is no longer accepted. Put the practice in place, or ask for another waiver.',
  news: {
    'waiver-asked': count =>
      `${counted(count, 'waiver', 'waivers')} to decide on`,
    'waiver-decided': count =>
      count === 1
        ? 'A waiver you asked for was decided'
        : `${count} waivers you asked for were decided`,
    'waiver-ending': count =>
      count === 1 ? 'A waiver ends soon' : `${count} waivers end soon`,
    assigned: count =>
      `${counted(count, 'practice', 'practices')} assigned to you`,
    'phase-late': count =>
      count === 1
        ? 'A phase has missed its target date'
        : `${count} phases have missed their target dates`,
    'target-behind': count =>
      `${counted(count, 'workload is', 'workloads are')} behind a target`,
    'got-worse': count => `${counted(count, 'review', 'reviews')} got worse`,
    'link-pending': count =>
      `${counted(
        count,
        'entity asks',
        'entities ask',
      )} to belong to a workload of yours`,
    'gate-asked': count => `${counted(count, 'gate', 'gates')} to decide at`,
    'gate-decided': count =>
      count === 1
        ? 'A gate you asked at was decided'
        : `${count} gates you asked at were decided`,
    'lens-version': count =>
      `A newer lens version for ${counted(count, 'review', 'reviews')}`,
  },
  newsOf: titles => `${named(titles)}.`,
};

const ja: NotificationTexts = {
  reviewsDue: count => `ML レビュー ${count} 件の見直し時期です`,
  toConfirm: count => `ML レビューの回答 ${count} 件の確認が必要です`,
  confirmOf: titles => `回答の確認が必要: ${namedJa(titles)}。`,
  waiversExpired: 'ML レビューのリスク受容が期限切れになりました',
  lookAgain: titles => `見直しが必要: ${namedJa(titles)}。`,
  expiredOf: titles => `リスク受容の期限切れ: ${namedJa(titles)}。`,
  betweenSentences: '',
  waiverExpired: workload => `${workload} のリスク受容が期限切れになりました`,
  waiverUndecided:
    '期限までに申請が承認も却下もされませんでした。リスクはこれまでどおり数えます。',
  waiverOver:
    'このリスクはもう受容されていません。プラクティスを実施するか、改めて受容を申請してください。',
  news: {
    'waiver-asked': count => `承認待ちのリスク受容が ${count} 件あります`,
    'waiver-decided': count =>
      `申請したリスク受容 ${count} 件の承認・却下が決まりました`,
    'waiver-ending': count =>
      `まもなく期限切れになるリスク受容が ${count} 件あります`,
    assigned: count => `プラクティス ${count} 件の担当になりました`,
    'phase-late': count => `目標日を過ぎたフェーズが ${count} 件あります`,
    'target-behind': count =>
      `目標に届いていないワークロードが ${count} 件あります`,
    'got-worse': count => `スコアが下がったレビューが ${count} 件あります`,
    'link-pending': count =>
      `ワークロードへの紐付けを求めるエンティティが ${count} 件あります`,
    'gate-asked': count => `判定待ちのゲートが ${count} 件あります`,
    'gate-decided': count => `申請したゲート ${count} 件の判定が決まりました`,
    'lens-version': count =>
      `レビュー ${count} 件に新しいバージョンのレンズがあります`,
  },
  newsOf: titles => `${namedJa(titles)}。`,
};

/** The texts of a language. */
export function notificationTexts(
  language: NotificationLanguage,
): NotificationTexts {
  return { en, ja }[language];
}

function counted(count: number, one: string, more: string): string {
  return count === 1 ? `One ${one}` : `${count} ${more}`;
}

function named(titles: readonly string[]): string {
  const rest = titles.length - NAMES;
  const shown = titles.slice(0, NAMES).join(', ');
  return rest > 0 ? `${shown} and ${rest} more` : shown;
}

function namedJa(titles: readonly string[]): string {
  const rest = titles.length - NAMES;
  const shown = titles.slice(0, NAMES).join('、');
  return rest > 0 ? `${shown}、ほか ${rest} 件` : shown;
}
