export { mlLensTranslationRef } from './ref';
export {
  useMlLensTranslation,
  useLanguage,
  useLocale,
  type Translate,
} from './hooks';
