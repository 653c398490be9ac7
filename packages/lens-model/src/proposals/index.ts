/**
 * Answers that machines propose and people decide on.
 *
 * @packageDocumentation
 */

export * from './Proposal';
export * from './citations';
export * from './compare';
