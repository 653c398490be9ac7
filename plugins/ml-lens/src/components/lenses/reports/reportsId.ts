// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

/** Where the notice of the overview leads to. */
export const REPORTS_ID = 'ml-lens-reports';
