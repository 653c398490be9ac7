/**
 * Frontend plugin of ML Lens.
 *
 * @packageDocumentation
 */

export { mlLensApiRef } from './api';
export { MlLensSidebarItem } from './components/org/inbox/MlLensSidebarItem';
export { default } from './plugin';
export { mlLensTranslationRef } from './translation';
