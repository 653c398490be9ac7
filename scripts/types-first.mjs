// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

// Puts the types first among the conditions of each export, where TypeScript
// looks for them; the Backstage CLI appends them. Run by `prepack` in a package,
// whose manifest `postpack` puts back.

import fs from 'node:fs';

const file = 'package.json';
const manifest = JSON.parse(fs.readFileSync(file, 'utf8'));
for (const [name, conditions] of Object.entries(manifest.exports)) {
  if (typeof conditions === 'object') {
    const { types, ...others } = conditions;
    manifest.exports[name] = { types, ...others };
  }
}
fs.writeFileSync(file, `${JSON.stringify(manifest, null, 2)}\n`);
