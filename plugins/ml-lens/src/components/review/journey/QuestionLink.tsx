import { Link, useSearchParams } from 'react-router-dom';
import { useMlLensTranslation } from '../../../translation';
import styles from './Journey.module.css';

/** The title of a question; leads to its answer. */
export function QuestionLink(props: { questionId: string; title: string }) {
  const { questionId, title } = props;
  const { t } = useMlLensTranslation();
  const [params] = useSearchParams();
  const next = new URLSearchParams(params);
  // Filters could hide the question, so they make way.
  for (const key of ['view', 'pillar', 'phase', 'risk', 'q']) next.delete(key);
  next.set('question', questionId);
  return (
    <Link
      className={styles.question}
      to={{ search: next.toString() }}
      aria-label={t('review.history.openQuestion', { title })}
      preventScrollReset
    >
      {title}
    </Link>
  );
}
