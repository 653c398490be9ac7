// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import type { orgPlan as en } from '../en/orgPlan';

export const orgPlan: typeof en = {
  plan: {
    title: '計画',
    note: '実施が計画されているプラクティスを、期限の近い順に表示します。',
    all: 'すべて',
    open: '未着手・進行中',
    late: '遅延のみ',
    noDay: '期限なし',
    inPlace: '実施済み',
    emptyTitle: '計画されているものはありません',
    emptyText:
      'プラクティスは質問から、ギャップは「ギャップ」のページから複数のワークロードにまとめて計画できます。',
    chosen: '{{ all }} 件中 {{ count }} 件を選択',
    change: '選択した項目を変更',
    changeTitle_one: '{{ count }} 件の計画を変更',
    changeTitle_other: '{{ count }} 件の計画を変更',
    changed_one: '{{ count }} 件を計画しました',
    changed_other: '{{ count }} 件を計画しました',
    partly: '{{ done }} 件を計画しました。計画できなかったもの {{ failed }} 件',
    failed: '計画できませんでした',
    keep: '変更しない',
    assign: {
      keep: '変更しない',
      owner: '各ワークロードの所有者',
      somebody: '特定のユーザーまたはグループ',
      nobody: '担当者なし',
    },
    team: 'チーム',
    gap: '計画',
    gapNamed: '計画：{{ practice }}',
    gapTitle: '「{{ practice }}」を計画',
    gapAction_one: '{{ count }} 件のワークロードで計画',
    gapAction_other: '{{ count }} 件のワークロードで計画',
    gapNote: 'ワークロード {{ count }} 件、チーム {{ teams }} 件。',
    gapMore:
      '全 {{ all }} 件中 {{ shown }} 件を表示しています。残りはページを絞り込んでください。',
    gapList: 'このプラクティスがないワークロード',
    target: 'これらのチームに、その日までの目標も設定する',
  },
  home: {
    titles: {
      forYou: 'ML Lens: あなたへ',
      myWorkloads: 'ML Lens: 自分のワークロード',
      organisation: 'ML Lens: 組織',
    },
    all: 'すべて表示({{ count }} 件)',
    noWorkloads: 'あなたのチームが所有する ML ワークロードはありません。',
    high_one: '高リスク {{ count }} 件',
    high_other: '高リスク {{ count }} 件',
    reviews: 'レビュー',
  },
  search: {
    workload: 'ML ワークロード',
    question: '質問',
    practice: 'プラクティス',
    level: 'ML レベル',
    anyLevel: 'すべて',
    firstOnly:
      'このレベルのワークロードは {{ count }} 件を超えています。カタログには最初の分だけを問い合わせます。',
  },
};
