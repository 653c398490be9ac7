/**
 * Frontend plugin of ML Lens.
 *
 * @packageDocumentation
 */

export { mlLensApiRef } from './api';
export { default } from './plugin';
export { mlLensTranslationRef } from './translation';
