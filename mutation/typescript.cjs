// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

// Loads TypeScript as `backstage-cli` does, without telling Stryker each file's
// name: it takes no message but its own, which are texts.
const send = process.send?.bind(process);
if (send) {
  process.send = (message, ...others) =>
    typeof message === 'string' ? send(message, ...others) : true;
}
require('@backstage/cli/config/nodeTransform.cjs');
