/**
 * Domain model, scoring, lens format, permissions and API contract shared by the ML Lens plugins.
 *
 * @packageDocumentation
 */

/** The plugin id, the same in the frontend and the backend. @public */
export const ML_LENS_PLUGIN_ID = 'ml-lens';
