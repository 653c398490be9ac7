export { mlLensTranslationRef } from './ref';
export { useMlLensTranslation, useLanguage, type Translate } from './hooks';
