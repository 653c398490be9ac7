// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import type { reviewProposals as en } from '../en/reviewProposals';

export const reviewProposals: typeof en = {
  proposals: {
    title_one: '回答の提案 {{ count }} 件',
    title_other: '回答の提案 {{ count }} 件',
    waiting_one: '回答の提案が 1 件、判断を待っています',
    waiting_other: '回答の提案が {{ count }} 件、判断を待っています',
    waitingText:
      'プログラムが資料を読み、回答を提案しています。人が承認するまでスコアは変わりません。',
    look: '確認する',
    acceptCited_one: '引用のある 1 件を承認',
    acceptCited_other: '引用のある {{ count }} 件を承認',
    acceptCitedText:
      '選択したすべてのプラクティスに引用がある提案です。承認すると、あなたの名前で回答されます。',
    acceptedMany_one: '{{ total }} 件中 {{ count }} 件を承認しました',
    acceptedMany_other: '{{ total }} 件中 {{ count }} 件を承認しました',
    for: '{{ who }} のために、{{ when }}',
    confidence: '確信度 {{ percent }}',
    practice: 'プラクティス',
    current: '現在の回答',
    proposed: '提案',
    differs: '異なる',
    mark: {
      SELECTED: '実施済み',
      NOT_APPLICABLE: '該当なし',
      NONE: '未実施',
    },
    notApplicable: 'この質問は該当しないと提案しています: {{ reason }}',
    citations: '根拠',
    noCitations: '引用はありません。',
    accept: '承認',
    change: '変更…',
    reject: '却下',
    changeTitle: '提案と異なる回答をする',
    changeAction: '回答する',
    done: {
      ACCEPT: '承認しました。あなたの名前で回答されました。',
      CHANGE: '提案と異なる内容で、あなたの名前で回答されました。',
      REJECT: '却下しました。回答はそのままです。',
    },
    failed: '提案を処理できませんでした',
    undoFailed: '判断を取り消せませんでした',
    chooseFirst:
      'この質問には提案があります。まずご自身で選択してください。その後、提案が並べて表示されます。',
    yourChoice: 'あなたの選択',
    show: '提案を表示',
    restsOn: '{{ agent }} の提案に基づく',
  },
};
