/**
 * Backend plugin of ML Lens.
 *
 * @packageDocumentation
 */

export { mlLensPlugin as default } from './plugin';
