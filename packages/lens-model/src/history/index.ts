export * from './aws';
export * from './HistoryProblem';
export * from './order';
export * from './parse';
export * from './schema';
