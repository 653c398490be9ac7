export { mlLensTranslationRef } from './ref';
export { useMlLensTranslation, useLanguage } from './hooks';
