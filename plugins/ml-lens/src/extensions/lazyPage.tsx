import { type ComponentType, lazy, Suspense } from 'react';
import { LoadingState } from '../components/shared';

/**
 * A page whose code is loaded when it is shown, with the shape of a page
 * meanwhile rather than an empty one.
 */
export function lazyPage<Name extends string>(
  load: () => Promise<Record<Name, ComponentType>>,
  name: Name,
): () => Promise<JSX.Element> {
  const Page = lazy<ComponentType>(async () => ({
    default: (await load())[name],
  }));
  return async () => (
    <Suspense fallback={<LoadingState rows={3} height={180} />}>
      <Page />
    </Suspense>
  );
}
