/**
 * The HTTP API as data: for those who serve it, describe it or stand in for it.
 *
 * @packageDocumentation
 */

export { mlLensRoutes } from './routes';
export type { MlLensRoutes, Read, RouteOf } from './conforming';
export { asPost } from './route';
export type { RouteDefinition } from './route';
export { createOpenApiDocument } from './openapi';
export type { OpenApiDocument } from './openapi';
