export { mlLensTranslationRef } from './ref';
export {
  titleText,
  useMlLensTranslation,
  useLanguage,
  useLocale,
  type Translate,
} from './hooks';
