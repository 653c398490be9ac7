// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { Container } from '@backstage/ui';
import { Route, Routes } from 'react-router-dom';
import { PluginProvider } from '../../api';
import { Surface } from '../shared';
import { NoSuchPage } from '../shared/NoSuchPage';
import { LensDetail } from './detail/LensDetail';
import { LensList } from './list/LensList';
import { LensPathsProvider } from './paths';
import { LensPreview } from './preview/LensPreview';

/** The pages of this area, below wherever it is mounted. */
export function LensesRoutes() {
  return (
    <LensPathsProvider>
      <Routes>
        <Route index element={<LensList />} />
        <Route path=":lensId" element={<LensDetail />} />
        <Route path=":lensId/preview" element={<LensPreview />} />
        <Route path="*" element={<NoSuchPage />} />
      </Routes>
    </LensPathsProvider>
  );
}

/** The tab "Lenses" of the organisation's page. */
export function LensesPage() {
  return (
    <PluginProvider>
      <Container>
        <Surface>
          <LensesRoutes />
        </Surface>
      </Container>
    </PluginProvider>
  );
}
