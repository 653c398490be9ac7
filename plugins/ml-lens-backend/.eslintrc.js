// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

module.exports = require('@backstage/cli/config/eslint-factory')(__dirname, {
  rules: {
    // The expectations of supertest count as well.
    'jest/expect-expect': [
      'error',
      { assertFunctionNames: ['expect', '**.expect'] },
    ],
  },
});
