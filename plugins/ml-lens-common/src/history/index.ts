export * from './aws';
export * from './parse';
export * from './schema';
