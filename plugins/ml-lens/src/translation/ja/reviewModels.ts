// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

export const reviewModels = {
  models: {
    title: 'モデル',
    count_one: '{{ count }} 個のモデル',
    count_other: '{{ count }} 個のモデル',
    registered: '{{ count }} 個中 {{ found }} 個がレジストリに登録済み',
    state: {
      PENDING: '許可待ち',
      REFUSED: '拒否済み',
    },
    why: {
      PENDING:
        '別のチームが先にこのモデルを指定しています。その所有者が許可すると、ここに表示されます。',
      REFUSED: 'このモデルのチームは、ここでの表示を許可していません。',
    },
    version: 'バージョン {{ version }}',
    versions_one: '{{ count }} バージョン',
    versions_other: '{{ count }} バージョン',
    trained: '学習日 {{ date }}',
    card: '説明あり',
    noCard: '説明なし',
    rules_one: 'アラームルール {{ number }} 件',
    rules_other: 'アラームルール {{ number }} 件',
    observed: '{{ when }}に確認',
    files: 'ファイル',
    served: 'エンドポイント {{ endpoint }}、バリアント {{ variant }}',
    notFound: '見つかりません',
    notAsked: '未確認',
    firing_one: 'アラーム {{ count }} 件発生中',
    firing_other: 'アラーム {{ count }} 件発生中',
    lastFired: '最後のアラーム: {{ when }}',
    silent: 'モニタリングのデータがありません',
    stale: '最新ではありません',
    offer:
      'アラームが発生しています。「{{ phase }}」を新しく始めて、わかったことと対応を記録してください。',
    claim: 'ワークロード {{ workload }} が指定',
    claimsTitle_one: '別のチームがこのワークロードのモデルの表示を求めています',
    claimsTitle_other:
      '別のチームがこのワークロードのモデルの表示を {{ count }} 件求めています',
    claimsText:
      'このワークロードが先に指定したモデルを、別のチームのエンティティも指定しています。許可するまで、相手には何も表示されません。',
    done: {
      ALLOWED: 'モデルは今後そちらにも表示されます。',
      REFUSED: 'モデルはそちらには表示されません。',
    },
  },
};
