export * from './aws';
export * from './order';
export * from './parse';
export * from './schema';
