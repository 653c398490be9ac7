/**
 * Domain model, scoring, lens format, permissions and API contract shared by the ML Lens plugins.
 *
 * @packageDocumentation
 */

/** The plugin id, the same in the frontend and the backend. @public */
export const ML_LENS_PLUGIN_ID = 'ml-lens';

export * from './annotations';
export * from './client';
export * from './comparison';
export * from './contract';
export * from './contract/openapi';
export * from './history';
export * from './improvement';
export * from './lens';
export * from './model';
export * from './permissions';
export * from './profile';
export * from './rules';
export * from './scoring';
export * from './timeline';
export * from './upgrade';
