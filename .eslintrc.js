// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

const { LICENCE_LINES } = require('./scripts/licence.cjs');

// For all packages; files outside of them are looked at by the tests of scripts/.
module.exports = {
  root: true,
  plugins: ['headers'],
  rules: {
    // Put there by `node scripts/write-licence.mjs`.
    'headers/header-format': [
      'error',
      {
        source: 'string',
        style: 'line',
        content: LICENCE_LINES.join('\n'),
        trailingNewlines: 2,
      },
    ],
  },
};
