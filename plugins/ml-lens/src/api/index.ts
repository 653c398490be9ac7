// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

export { queryKey } from './MlLensApi';
export { mlLensApiRef } from './MlLensApi';
export { PluginProvider } from './PluginProvider';
