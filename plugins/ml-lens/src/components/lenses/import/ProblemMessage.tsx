// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import {
  LENS_PROBLEM_CODES,
  type LensProblem,
  type LensProblemCode,
} from '@ml-lens/lens-model';
import {
  type Translate,
  useLanguage,
  useMlLensTranslation,
} from '../../../translation';
import styles from './ProblemMessage.module.css';

function isKnown(code: string): code is LensProblemCode {
  return (LENS_PROBLEM_CODES as readonly string[]).includes(code);
}

/**
 * What is wrong in the language of the app. The checks speak English and say
 * most; what they say in codes this version does not know is shown as it is.
 */
export function problemText(
  { code, message, params = {} }: LensProblem,
  language: string,
  t: Translate,
): string {
  const [said] = message.split('\n');
  if (/^en\b/i.test(language) || !isKnown(code)) return said;
  const text = t(`lensProblems.${code}`, params);
  // A server of another version may leave out what the text would name.
  if (text.includes('{{')) return said;
  const { similar } = params;
  return similar === undefined
    ? text
    : `${text}${t('lensProblems.didYouMean', { similar })}`;
}

/**
 * What is wrong; a condition with a caret under it, which some messages carry
 * in further lines, keeps its layout.
 */
export function ProblemMessage(props: { problem: LensProblem }) {
  const { problem } = props;
  const { t } = useMlLensTranslation();
  const language = useLanguage();
  const [, ...rest] = problem.message.split('\n');
  return (
    <>
      <span>{problemText(problem, language, t)}</span>
      {rest.length > 0 && (
        <code className={styles.more}>{rest.join('\n')}</code>
      )}
    </>
  );
}
