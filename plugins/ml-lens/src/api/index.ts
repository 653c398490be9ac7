export { queryKey } from './keys';
export { mlLensApiRef } from './MlLensApi';
export { QueryProvider } from './QueryProvider';
