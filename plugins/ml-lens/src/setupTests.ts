// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import '@testing-library/jest-dom';
import { configure } from '@testing-library/react';

// Whole pages are rendered, also on small and busy machines: what is awaited
// may take its time, a test that passes is no slower for it.
configure({ asyncUtilTimeout: 10_000 });
jest.setTimeout(60_000);
