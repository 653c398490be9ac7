/**
 * Auth provider and permission policy of the ML Lens demo portal.
 *
 * @packageDocumentation
 */

export { demoAuthModule as default } from './module';
