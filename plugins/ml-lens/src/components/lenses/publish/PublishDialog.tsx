// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { Text } from '@backstage/ui';
import type { LensListItem } from '@ml-lens/backstage-plugin-ml-lens-common';
import { useLanguage, useMlLensTranslation } from '../../../translation';
import { ActionDialog, ErrorState, LoadingState, Notice } from '../../shared';
import { ChangeList } from '../detail/ChangeList';
import { DiffVerdict } from '../detail/DiffVerdict';
import { useLensDefinition, useLensDiff } from '../hooks/lensQueries';
import { useLensAction } from '../hooks/useLensActions';
import { useCompiled } from '../../shared/useCompiled';
import { lensName } from '../../shared/lensName';

/** Shows what publishing changes, says that it is for good, and publishes. */
export function PublishDialog(props: {
  item: Pick<LensListItem, 'id' | 'name' | 'names' | 'versions'>;
  version: string;
  onClose: (isDone: boolean) => void;
}) {
  const { item, version, onClose } = props;
  const { t } = useMlLensTranslation();
  const language = useLanguage();
  const { mutate, isPending } = useLensAction('publish');
  // Newest first, so this is the version reviewers use today.
  const before = item.versions.find(
    one => one.status === 'PUBLISHED' && one.version !== version,
  );
  const diff = useLensDiff(item.id, before?.version, version);
  const definition = useLensDefinition(
    item.id,
    item.versions.find(one => one.version === version),
  );
  const lens = useCompiled(definition.data);
  return (
    <ActionDialog
      width={760}
      title={t('lenses.publish.title', {
        name: lensName(item, language),
        version,
      })}
      action={t('lenses.publish.confirm')}
      isPending={isPending}
      onAction={() =>
        mutate({ lensId: item.id, version }, { onSuccess: () => onClose(true) })
      }
      onClose={() => onClose(false)}
    >
      <Notice
        status="warning"
        title={t('lenses.publish.immutable')}
        description={t('lenses.publish.immutableText')}
      />
      {before ? (
        <Text as="h3" variant="body-medium" weight="bold">
          {t('lenses.publish.comparedWith', { version: before.version })}
        </Text>
      ) : (
        <Text>{t('lenses.publish.first')}</Text>
      )}
      {diff.error && <ErrorState error={diff.error} onRetry={diff.refetch} />}
      {before && diff.isPending && <LoadingState rows={1} height={96} />}
      {diff.data && <DiffVerdict diff={diff.data} />}
      {diff.data && <ChangeList diff={diff.data} lens={lens} />}
    </ActionDialog>
  );
}
