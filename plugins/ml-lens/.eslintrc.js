// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

const path = require('path');

/** Rooms of the components, from the ground up: each imports those before it. */
const ROOMS = ['shared', 'targets', 'review', 'lenses', 'org', 'legacy'];

const components = path.join(__dirname, 'src/components');

module.exports = require('@backstage/cli/config/eslint-factory')(__dirname, {
  settings: {
    'import/resolver': { node: { extensions: ['.ts', '.tsx', '.js'] } },
  },
  rules: {
    'import/no-restricted-paths': [
      'error',
      {
        zones: ROOMS.slice(0, -1).map((room, floor) => ({
          target: path.join(components, room),
          from: ROOMS.slice(floor + 1).map(above =>
            path.join(components, above),
          ),
          message: `${room} stands below: move what both need down`,
        })),
      },
    ],
  },
});
