// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { explainInstall } from './provision.mjs';

const explain = text => explainInstall(text, '/tmp/yarn-install.log');

test('a full disk is said to be one', () => {
  assert.match(
    explain('YN0001: ENOSPC: no space left on device, write'),
    /^The disk is full/,
  );
});

test('a network that went away is said to be one, with the end of the log', () => {
  const text = explain('step 1\nRequestError: getaddrinfo ENOTFOUND host');
  assert.match(text, /^The package registry stopped answering/);
  assert.match(text, /getaddrinfo ENOTFOUND host$/);
});

test('anything else shows the end of the log', () => {
  assert.match(
    explain('YN0028: lockfile would be modified'),
    /^yarn install failed\./,
  );
});
