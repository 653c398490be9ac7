// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { flatten } from '../flatten';
import { common } from './common';
import { lensProblems } from './lensProblems';
import { lenses } from './lenses';
import { org } from './org';
import { phases } from './phases';
import { review } from './review';

export default flatten({ common, review, phases, org, lenses, lensProblems });
