// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import type { orgTimeline as en } from '../en/orgTimeline';

export const orgTimeline: typeof en = {
  timeline: {
    standing: 'ワークロードの現在地と期間',
    standingNote_one:
      '終わっていないイテレーションを継続期間別に示します。{{ count }} 日を超えるものは停滞とみなします。',
    standingNote_other:
      '終わっていないイテレーションを継続期間別に示します。{{ count }} 日を超えるものは停滞とみなします。',
    here_one: 'ワークロード {{ count }} 件',
    here_other: 'ワークロード {{ count }} 件',
    mean_one: '平均 {{ count }} 日',
    mean_other: '平均 {{ count }} 日',
    segment: '{{ phase }}: {{ count }} 件、{{ age }}',
    stuck_one: '停滞 {{ count }} 件',
    stuck_other: '停滞 {{ count }} 件',
    late_one: '遅延 {{ count }} 件',
    late_other: '遅延 {{ count }} 件',
    age: {
      days14: '14 日以内',
      days30: '30 日以内',
      days90: '90 日以内',
      days180: '180 日以内',
      more: 'それ以上',
    },
    longest: 'フェーズに最も長くいるワークロード',
    gate_one: '{{ gate }}: {{ count }} 件が判定待ち、最長 {{ days }} 日',
    gate_other: '{{ gate }}: {{ count }} 件が判定待ち、最長 {{ days }} 日',
    waits: '{{ gate }}({{ date }} から)',
    more: 'さらに表示',
    columns: {
      here: 'このフェーズ',
      open: '作業中',
      mean: '平均日数',
      longest: '最長日数',
      stuck: '停滞',
      month: '月',
      since: '開始日',
      days: '日数',
      waiting: 'ゲートの判定待ち',
    },
    flow: {
      title: '月別の流れ',
      note: '各日の終わりの状態によるもの: 着手、完了、完了からの戻り。',
      all: 'すべてのフェーズ',
      entered: '着手',
      passed: '完了',
      returned: '戻り',
    },
  },
};
