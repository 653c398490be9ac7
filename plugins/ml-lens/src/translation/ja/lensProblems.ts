// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import type { lensProblems as en } from '../en/lensProblems';

export const lensProblems: typeof en = {
  BOM: 'ファイルの先頭に BOM があり、読み飛ばしました。BOM なしの UTF-8 で保存してください',
  NOT_UTF8:
    'UTF-8 のテキストではありません。エディターで UTF-8 を指定して保存し直してください',
  EMPTY:
    'ファイルが空です。レンズは schemaVersion、name、description、pillars を持つ JSON または YAML です',
  WEB_PAGE:
    'レンズのファイルではなく Web ページ(HTML)です。ファイルそのもののアドレスを指定してください',
  TOO_LARGE:
    'レンズが大きすぎます。文章を短くするか、2 つのレンズに分けてください',
  SYNTAX:
    'JSON または YAML として読み取れません。この位置の前後の記号を確認してください',
  NESTED_TOO_DEEPLY: 'オブジェクトやリストの入れ子が深すぎます',
  TOO_COMPLEX:
    'レンズに必要な数をはるかに超える値があります。正しいファイルか確認してください',
  NOT_FINITE:
    '.inf や .nan のような数値は使えません。通常の数値を書いてください',
  NUL_CHARACTER:
    'NUL 文字(\\u0000)が含まれています。保存できないため、削除してください',
  DUPLICATE_KEY:
    'キー「{{ key }}」が重複しています(最初は {{ line }} 行目)。どちらかを削除してください',
  NOT_A_LENS:
    'レンズの文書ではありません。レンズは schemaVersion、name、description、pillars を持つオブジェクトです',
  STRUCTURE: 'この部分の形が形式の定義と一致しません',
  TOO_MANY_PROBLEMS:
    'このほか {{ count }} 件以上の問題があります。まず上の問題を直してから、もう一度確認してください',
  SCHEMA_VERSION:
    'schemaVersion は "{{ expected }}"(引用符付き)でなければなりません',
  MISSING: '必須のキー「{{ key }}」がありません',
  WRONG_TYPE: '値の種類が違います。テキストであれば引用符で囲んでください',
  BLANK: 'テキストが空です。内容を書いてください',
  TOO_LONG: '{{ length }} 文字あります。{{ max }} 文字以内にしてください',
  TOO_FEW: '項目が {{ count }} 件しかありません。{{ min }} 件以上必要です',
  TOO_MANY: '項目が {{ count }} 件あります。{{ max }} 件以内にしてください',
  UNKNOWN_KEY:
    '「{{ key }}」はこの形式にないキーです。保存はされますが、効果はありません',
  INVALID_VALUE: '次のいずれかでなければなりません: {{ options }}',
  INVALID_DATE:
    '日付ではありません。"2026-03-31" のように引用符付きで書いてください',
  INVALID_WEIGHT: 'weight は 0 より大きく 1000 以下の数値でなければなりません',
  INVALID_LEVEL: 'レベルは 0 から 100 まで、低い順に並べてください',
  INVALID_VERSION:
    'バージョン「{{ version }}」は使えません。英数字で始め、英数字と . _ + - のみを使ってください',
  HTML: 'HTML のような記述があります。そのままの文字として表示されます',
  EMPTY_PILLAR: 'この柱には質問がないため、スコアが付きません',
  INVALID_ID:
    'ID「{{ id }}」は使えません。使える文字(英数字と _ など)と長さ(3～128 文字)を確認してください',
  LONG_ID:
    'ID が {{ length }} 文字あります。AWS のツールの API は {{ max }} 文字を超える ID を受け付けないことがあります',
  DUPLICATE_ID:
    '「{{ id }}」はすでに {{ first }} で使われています。どちらかを変更してください',
  RESERVED_ID:
    '「default」という ID の選択肢は、ルールから参照できません。別の ID にしてください',
  PILLAR_ID_CASE:
    'フレームワークの柱「{{ id }}」と大文字・小文字だけが異なるため、別の柱として扱われます',
  UNKNOWN_PHASE: 'フェーズ「{{ id }}」はこのレンズにありません',
  UNKNOWN_SERVICE: 'サービス「{{ id }}」はこのレンズにありません',
  UNKNOWN_QUESTION: '質問「{{ id }}」はこのレンズにありません',
  UNKNOWN_CHOICE: '選択肢「{{ id }}」はこの質問にありません',
  NO_PHASE:
    'この質問はどのフェーズにも属していないため、フェーズの表示に現れません。phase を追加してください',
  NOTHING_COUNTS: '質問のすべてのプラクティスが後日からしか集計されません',
  CIRCULAR_DUE:
    '「{{ id }}」と「{{ other }}」は互いに期日を待つため、どちらも対象になりません',
  INVALID_LANGUAGE:
    '「{{ language }}」は言語タグ(ja、pt-BR など)ではないため、この翻訳は表示されません',
  UNKNOWN_LOCALE_KEY:
    '翻訳の対象がありません。ID とキーを確認するか、この項目を削除してください',
  NO_IMPROVEMENT_PLAN:
    '選択肢に improvementPlan がありません。追加するか、「該当なし」の選択肢なら ID の末尾を {{ suffix }} にしてください',
  TWO_NONE_OF_THESE:
    'ID が {{ suffix }} で終わる選択肢が 2 つあります。「該当なし」は 1 つの質問に 1 つだけです',
  NONE_ALONE: '選択肢が「該当なし」だけです。ほかの選択肢を追加してください',
  NONE_WITHOUT_SUFFIX:
    '「該当なし」のように読めますが、ID の末尾が {{ suffix }} ではないため、ほかの選択肢と同時に選択できます',
  INVALID_TYPE: 'type は次のいずれかでなければなりません: {{ options }}',
  DUPLICATE_TYPE:
    '種類「{{ type }}」の追加リソースがすでにあります。1 つの項目にまとめてください',
  INVALID_URL:
    '「{{ url }}」は Web アドレスではありません。http:// または https:// で始めてください',
  EMPTY_URL:
    'url が空のため、ないものとして扱います。キーを削除するか、アドレスを書いてください',
  URL_WITH_SPACES:
    'url に空白があり、リンク先に届かないことがあります。空白のないアドレスを 1 つ書いてください',
  UNSAFE_LINK:
    '「{{ link }}」へのリンクがあります。リンクは http:// または https:// で始めてください',
  RULE_SYNTAX:
    '条件を読み取れません。選択肢の ID を && || ! と括弧でつなぐか、default と書いてください',
  INVALID_RISK: 'risk は次のいずれかでなければなりません: {{ options }}',
  DUPLICATE_RISK:
    '{{ risk }} のルールがすでにあります。条件を || でつないで 1 つにしてください',
  TWO_DEFAULTS: 'default のルールが複数あります。1 つだけ残してください',
  UNREACHABLE_RULES:
    'default は常に成り立つため、後ろのルールは使われません。最後に移動してください',
  NO_DEFAULT:
    'default のルールがありません。どのルールにも当てはまらない回答は高リスクになります',
  NO_BEST_RULE:
    'NO_RISK のルールがないため、どの回答でもリスクなしになりません',
  RULE_NEVER_FIRES:
    '前のルールが必ず先に成り立つため、このルールは使われません。条件と順序を確認してください',
  RULE_WITHOUT_ANSWER:
    '何も選択されていないとき(未回答)にしか成り立たないルールです。ID が _no で終わる「該当なし」の選択肢を追加してください',
  BEST_ANSWER_RISKY:
    'すべて選択してもリスクが {{ risk }} になります。条件を確認してください',
  MORE_IS_WORSE:
    '{{ choice }} も選択すると、リスクが {{ before }} から {{ after }} に悪化する場合があります',
  VERSION_TAKEN:
    '同じバージョンが別の質問やルールで登録済みのため、そちらを残しました。新しいバージョンを付けてください',
  UNREADABLE: 'ファイルを読み取れません',
  UNUSABLE: 'ファイルを使用できません',
  URL_NOT_ALLOWED:
    'バックエンドには {{ host }} からの読み取りが許可されていません。管理者はインテグレーションまたは backend.reading.allow で許可できます',
  URL_NOT_FOUND: '{{ url }} にファイルがないか、バックエンドから見えません',
  URL_UNREADABLE:
    '{{ url }} のファイルを読み取れません。しばらくしてからもう一度お試しください',
  didYouMean: '(「{{ similar }}」ではありませんか)',
};
