import styles from './ProblemMessage.module.css';

/**
 * What is wrong; a condition with a caret under it, which some messages carry
 * in further lines, keeps its layout.
 */
export function ProblemMessage(props: { message: string }) {
  const { message } = props;
  const [first, ...rest] = message.split('\n');
  return (
    <>
      <span>{first}</span>
      {rest.length > 0 && (
        <code className={styles.more}>{rest.join('\n')}</code>
      )}
    </>
  );
}
