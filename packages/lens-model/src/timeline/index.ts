export * from './phases';
export * from './reducer';
export * from './state';
