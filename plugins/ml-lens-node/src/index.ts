/**
 * Extension points, permission rules and test utilities for the ML Lens backend.
 *
 * @packageDocumentation
 */

export * from './extensionPoints';
export * from './permissions';
