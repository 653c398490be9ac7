// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

export { planMapping, type LensMapping } from './mapping';
export { planUpgrade, type UpgradePlan } from './planUpgrade';
