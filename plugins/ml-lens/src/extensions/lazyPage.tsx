// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { type ComponentType, lazy, Suspense } from 'react';
import { LoadingState } from '../components/shared/LoadingState';

/**
 * A page whose code is loaded when it is shown, with the shape of a page
 * meanwhile rather than an empty one.
 *
 * @param className - of what the shape stands in
 */
export function lazyPage<Name extends string>(
  load: () => Promise<Record<Name, ComponentType>>,
  name: Name,
  className?: string,
): JSX.Element {
  const Page = lazy<ComponentType>(async () => ({
    default: (await load())[name],
  }));
  return (
    <Suspense
      fallback={
        <div className={className}>
          <LoadingState rows={3} height={180} />
        </div>
      }
    >
      <Page />
    </Suspense>
  );
}
