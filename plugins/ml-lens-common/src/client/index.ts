export { AnswerConflictError, problemsOf } from './errors';
export * from './MlLensClient';
export * from './types';
