export * from './answers';
export * from './levels';
export * from './measures';
export * from './risk';
export * from './scorecard';
export * from './standing';
