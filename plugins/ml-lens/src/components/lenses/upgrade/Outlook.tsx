import type { MlLensResponse } from '@ml-lens/backstage-plugin-ml-lens-common';
import { Alert } from '@backstage/ui';

import type { UseQueryResult } from '@tanstack/react-query';
import { useMlLensTranslation } from '../../../translation';
import { ErrorState, LoadingState } from '../../shared';
import styles from './Outlook.module.css';

/** What a move of all reviews would do, before it is done. */
export function Outlook(props: {
  query: UseQueryResult<MlLensResponse<'previewUpgradeMany'>>;
  version: string;
}) {
  const { query, version } = props;
  const { data, error, refetch } = query;
  const { t } = useMlLensTranslation();
  if (error) return <ErrorState error={error} onRetry={refetch} />;
  if (!data) return <LoadingState rows={1} height={72} />;
  const { moving, there, readOnly } = data;
  const figures = [
    { kind: 'moving', value: moving, label: t('lenses.upgrade.willMove') },
    {
      kind: 'there',
      value: there,
      label: t('lenses.upgrade.areThere', { version }),
    },
    { kind: 'readOnly', value: readOnly, label: t('lenses.upgrade.readOnly') },
  ];
  return (
    <>
      <dl className={styles.figures}>
        {figures.map(({ kind, value, label }) => (
          <div
            key={kind}
            className={styles.figure}
            data-main={kind === 'moving'}
          >
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {moving === 0 ? (
        <Alert status="info" icon title={t('lenses.upgrade.nothingToMove')} />
      ) : (
        <p className={styles.text}>{t('lenses.upgrade.text')}</p>
      )}
      <p className={styles.text}>{t('lenses.upgrade.notCounted')}</p>
    </>
  );
}
