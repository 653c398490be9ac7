// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { ML_LENS_ANNOTATIONS } from '@ml-lens/backstage-plugin-ml-lens-common';

const ID = `metadata.annotations.${ML_LENS_ANNOTATIONS.workload}` as const;

/** Only entities linked to a workload have what shows it. */
export const linkedToWorkload = { [ID]: { $exists: true } };
