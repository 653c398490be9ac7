/**
 * Permissions, catalog annotations, API contract and typed client of ML Lens.
 *
 * @packageDocumentation
 */

/** The plugin id, the same in the frontend and the backend. @public */
export const ML_LENS_PLUGIN_ID = 'ml-lens';

export * from './annotations';
export * from './client';
export * from './contract';
export * from './contract/openapi';
export * from '@ml-lens/lens-model';
export * from './permissions';
