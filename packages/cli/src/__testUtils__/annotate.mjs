// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

// Says INPUT, annotations and their title, as GitHub's own toolkit does.
import * as core from '@actions/core';

const { annotations, title } = JSON.parse(process.env.INPUT);
annotations.forEach(([kind, text]) => core[kind](text, { title }));
