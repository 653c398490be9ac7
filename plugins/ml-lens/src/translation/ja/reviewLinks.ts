// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

export const reviewLinks = {
  links: {
    title_one: '紐づいているエンティティ {{ count }} 件',
    title_other: '紐づいているエンティティ {{ count }} 件',
    pendingTitle_one:
      '1 件のエンティティがこのワークロードへの参加を待っています',
    pendingTitle_other:
      '{{ count }} 件のエンティティがこのワークロードへの参加を待っています',
    pendingText_one:
      'このワークロードを指していますが、所有者が異なります。許可するまで、その所有者には何も表示されません。許可すると、そのエンティティを閲覧できる人は全員このレビューを閲覧できます。',
    pendingText_other:
      'このワークロードを指していますが、所有者が異なります。許可するまで、その所有者には何も表示されません。許可すると、そのエンティティを閲覧できる人は全員このレビューを閲覧できます。',
    owner: '所有者: {{ owner }}',
    noOwner: '所有者なし',
    saysPrimary: 'ワークロードの代表を名乗っています',
    decided: '{{ who }} が決定({{ when }})',
    state: {
      PRIMARY: 'ワークロードの代表',
      JOINED: '参加中',
      PENDING: '許可待ち',
      REFUSED: '拒否済み',
    },
    action: {
      ALLOWED: '許可',
      REFUSED: '拒否',
      PRIMARY: '代表にする',
    },
    actionOn: {
      ALLOWED: '{{ name }} を許可',
      REFUSED: '{{ name }} を拒否',
      PRIMARY: '{{ name }} を代表にする',
    },
    done: {
      ALLOWED: 'エンティティはワークロードに参加しました',
      REFUSED: 'エンティティはワークロードに参加していません',
      PRIMARY: 'エンティティがワークロードの代表になりました',
    },
    failed: '紐づけを変更できませんでした',
    waitsTitle: 'ワークロードへの紐づけは許可待ちです',
    refusedTitle: 'ワークロードへの紐づけは拒否されました',
    waitsText:
      '許可されるまで、ワークロードの内容はここに表示されません。独立したワークロードにする場合は、アノテーションの値を変更してください。',
    ask: '{{ owner }} に、自分のエンティティの ML Lens タブで許可するよう依頼してください。',
    askUnknown:
      'ワークロードの所有者に自分のエンティティの ML Lens タブで許可するよう依頼するか、ML Lens の管理者に相談してください。',
  },
};
