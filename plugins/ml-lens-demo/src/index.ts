/**
 * Sign-in page of the ML Lens demo portal.
 *
 * @packageDocumentation
 */

export { default } from './module';
