// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

const ROOT = path.resolve(__dirname, '../../../..');
const FILES = [
  ['plugins/ml-lens-backend/lenses', /\.yaml$/],
  ['plugins/ml-lens/src/translation/ja', /\.ts$/],
].flatMap(([folder, name]) =>
  readdirSync(path.join(ROOT, folder as string))
    .filter(file => (name as RegExp).test(file))
    .map(file => path.join(folder as string, file)),
);

/** What is said one way, with the ways it is not said. */
const TERMS: [said: string, not: RegExp][] = [
  ['学習データ', /訓練データ|トレーニングデータ|教師データ|学習用データ/],
  ['データリネージ', /リネージュ|データ系譜|データの系統|系統の/],
  ['パフォーマンス', /性能/],
  ['チューニング', /チューン[^ド]|ハイパーパラメーターの?調整/],
  ['オブザーバビリティ', /可観測性/],
  ['half-width brackets', /[（）]/],
  [
    'no space beside brackets',
    /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}] \(/u,
  ],
];

describe('Japanese texts', () => {
  it.each(TERMS)('say %s one way', (_, not) => {
    const found = FILES.flatMap(file =>
      readFileSync(path.join(ROOT, file), 'utf8')
        .split('\n')
        .map((line, index) => `${file}:${index + 1} ${line.trim()}`)
        .filter(line => not.test(line)),
    );
    expect(found).toEqual([]);
  });
});
