// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import type { orgInbox as en } from '../en/orgInbox';

export const orgInbox: typeof en = {
  inbox: {
    title: 'あなたへ',
    note: 'あなたの対応を待っているものを、期限の近い順に並べます。対応が済むと一覧から消えます。',
    scope: '対象',
    mine: '自分',
    team: '自分のチーム',
    due: '期限 {{ date }}({{ in }})',
    since: '{{ date }} から',
    version: 'バージョン {{ version }}',
    decided: { APPROVED: '承認', REJECTED: '却下' },
    more: 'さらに表示',
    waiting_one: '対応待ち {{ count }} 件',
    waiting_other: '対応待ち {{ count }} 件',
    emptyTitle: '対応待ちはありません',
    empty: {
      mine: 'お疲れさまです。自分に割り当てられたもの、判断を求められたもの、申請の結果がここに出ます。',
      team: 'お疲れさまです。チームで確認すべきものがここに出ます。',
    },
    confirm: {
      AGE: '回答の有効期間が過ぎました',
      MODEL_VERSION: 'モデルの新しいバージョンがあります',
      LENS_CHANGED: 'レンズの判定が変わりました',
      OWNER_CHANGED: 'ワークロードの所有者が変わりました',
      EVIDENCE_CONTRADICTS: 'エビデンスと食い違います',
    },
    kinds: {
      WAIVER_TO_DECIDE: '{{ title }}: リスク受容の申請を判断する',
      WAIVER_DECIDED: '{{ title }}: リスク受容の申請結果が出ました',
      WAIVER_ENDING: '{{ title }}: リスク受容の期限が近づいています',
      ASSIGNED: '{{ title }}: プラクティスを実施する',
      REVIEW_DUE: '{{ title }}: レビューを見直す',
      CONFIRM: '{{ title }}: 回答を確認する',
      PHASE_LATE: '{{ title }}: フェーズが遅れています',
      TARGET_BEHIND: '{{ title }}: 目標に届いていません',
      LINK_PENDING: '{{ title }}: エンティティの所属を判断する',
      UPGRADE_AVAILABLE: '{{ title }}: レンズの新しいバージョンがあります',
      PROPOSALS: '{{ title }}: 回答の提案を確認する',
      CONTRADICTION: '{{ title }}: 回答と矛盾する証跡があります',
      PHASE_DUE: '{{ title }}: 現在のフェーズの対象に回答する',
      GATE_TO_DECIDE: '{{ title }}: ゲートを判断する',
    },
  },
};
