// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

/** The licence header of every source file, line by line. */
exports.LICENCE_LINES = [
  'SPDX-FileCopyrightText: 2026 The ML Lens Authors',
  'SPDX-License-Identifier: Apache-2.0',
];

/** As it stands in a file, with the empty line below it. */
exports.LICENCE_HEADER = [
  ...exports.LICENCE_LINES.map(line => `// ${line}`),
  '',
  '',
].join('\n');

/** Files that have it. */
exports.LICENSED = ['*.ts', '*.tsx', '*.mts', '*.mjs', '*.js', '*.cjs'];
