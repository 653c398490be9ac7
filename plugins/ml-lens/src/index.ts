/**
 * Frontend plugin of ML Lens.
 *
 * @packageDocumentation
 */

export { default } from './plugin';
