// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import type { phases as en } from '../en/phases';

export const phases: typeof en = {
  readiness: '準備度 {{ readiness }}',
  before: '最初のフェーズ「{{ phase }}」の前',
  inPhase: '{{ phase }}',
  dueBar:
    '現在対象の質問 {{ due }} 件のうち {{ answered }} 件に回答済み、{{ later }} 件は後で対象',
  notDue_one:
    '後で対象になるプラクティス {{ count }} 件(質問 {{ questions }} 件)',
  notDue_other:
    '後で対象になるプラクティス {{ count }} 件(質問 {{ questions }} 件)',
  dueNow_one: '{{ phase }} で対象の未回答の質問 {{ count }} 件',
  dueNow_other: '{{ phase }} で対象の未回答の質問 {{ count }} 件',
  toConfirm_one: '確認が必要な回答 {{ count }} 件',
  toConfirm_other: '確認が必要な回答 {{ count }} 件',
  later: '後で対象',
  confirmChip: '要確認',
  stillTrue: '今も正しい',
  confirmed: '確認しました',
  confirmFailed: '回答を確認できませんでした',
  reason: {
    AGE: '{{ when }} に回答の有効期間が過ぎました',
    MODEL_VERSION: 'モデルの新しいバージョン {{ detail }}({{ when }})',
    LENS_CHANGED:
      'レンズのバージョン {{ detail }} では判定が変わりました({{ when }})',
    OWNER_CHANGED: 'ワークロードの所有者が変わりました({{ when }})',
    EVIDENCE_CONTRADICTS: 'エビデンスと食い違います: {{ detail }}({{ when }})',
  },
  announced: '予告({{ date }} から集計)',
  here: 'レビューは現在このフェーズです',
  weAreHere: '現在ここです',
  leave: 'タイムラインに任せる',
  phaseSet: '現在のフェーズを保存しました',
  phaseFailed: '現在のフェーズを保存できませんでした',
  becomesDue_one: 'ここから対象になる質問 {{ count }} 件',
  becomesDue_other: 'ここから対象になる質問 {{ count }} 件',
  practices_one: 'プラクティス {{ count }} 件',
  practices_other: 'プラクティス {{ count }} 件',
  gate: {
    title: 'ゲート',
    next: 'ゲート「{{ name }}」: {{ of }} 件中 {{ met }} 件を満たす',
    nextNoGo:
      'ゲート「{{ name }}」: 不通過、現在 {{ of }} 件中 {{ met }} 件を満たす',
    nextOpen: 'ゲート「{{ name }}」は判定待ち',
    ask: '通過を申請',
    askTitle: '「{{ name }}」の通過を申請',
    asked: '申請しました。判定は別の人が行います',
    decide: '判定',
    decideTitle: '「{{ name }}」の判定',
    decision: '判定',
    withdraw: '取り下げ',
    comment: 'コメント',
    condition: '実施するプラクティス',
    untilLabel: '期限',
    addCondition: '条件を追加',
    until: '{{ date }} まで',
    failed: '処理できませんでした',
    met: '満たしている',
    notMet: '満たしていない',
    log: '判定の記録',
    askedBy: '{{ who }} が申請({{ when }})',
    decidedBy: '{{ who }} が{{ what }}と判定({{ when }})',
    basis: 'イベント {{ seq }} の時点、{{ of }} 件中 {{ met }} 件を満たす',
    status: {
      OPEN: '判定待ち',
      GO: '通過',
      GO_WITH_CONDITIONS: '条件付き通過',
      NO_GO: '不通過',
      WITHDRAWN: '取り下げ',
    },
    done: {
      GO: '次に進めます',
      GO_WITH_CONDITIONS: '次に進めます。条件は計画に入りました',
      NO_GO: '次に進めません',
      WITHDRAWN: '申請を取り下げました',
    },
    require: {
      NO_HIGH: '対象に高リスクがない({{ found }} 件)',
      COVERAGE: '対象の {{ needed }} に回答済み({{ found }})',
      PRACTICE: '{{ practice }}',
      EVIDENCE_FRESH: '期限切れや食い違うエビデンスがない({{ found }} 件)',
      MAX_WAIVERS: 'リスク受容は {{ needed }} 件まで({{ found }} 件)',
    },
  },
};
