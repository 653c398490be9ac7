// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import type { MlLensResponse } from '@ml-lens/backstage-plugin-ml-lens-common';
import { Button } from '@backstage/ui';

import { useState } from 'react';
import { useNavigate } from 'react-router-dom';
import { useMlLensTranslation } from '../../../translation';
import { DialogContent, OpenDialog, Notice } from '../../shared';
import { useLensItem } from '../hooks/lensQueries';
import { useLensPaths } from '../paths';
import { PublishDialog } from '../publish/PublishDialog';
import { CheckStep } from './CheckStep';
import styles from './ImportDialog.module.css';
import type { LensSource } from './source';
import { SourceStep } from './SourceStep';
import { useImportLens } from './useLensCheck';
import { type ImportNames, useLensCheck } from './useLensCheck';

function Check(props: {
  source: LensSource;
  onBack: () => void;
  onImported: (result: MlLensResponse<'importLens'>) => void;
}) {
  const { source, onBack, onImported } = props;
  const { t } = useMlLensTranslation();
  const [names, setNames] = useState<ImportNames>({});
  const check = useLensCheck(source, names);
  const { mutate, isPending, error } = useImportLens();
  return (
    <DialogContent
      className={styles.fill}
      actions={
        <>
          <Button variant="secondary" onPress={onBack}>
            {t('lenses.import.another')}
          </Button>
          <Button
            variant="primary"
            isDisabled={!check.canImport}
            isPending={isPending}
            onPress={() => mutate({ source, names }, { onSuccess: onImported })}
          >
            {t('lenses.import.submit')}
          </Button>
        </>
      }
    >
      <CheckStep
        source={source}
        names={names}
        onNames={setNames}
        check={error ? { ...check, refusal: error } : check}
      />
    </DialogContent>
  );
}

function Done(props: {
  result: MlLensResponse<'importLens'>;
  onPublish: () => void;
}) {
  const { result, onPublish } = props;
  const { t } = useMlLensTranslation();
  const navigate = useNavigate();
  const paths = useLensPaths();
  const { lensId, version } = result;
  return (
    <DialogContent
      actions={
        <>
          <Button
            variant="tertiary"
            onPress={() => navigate(paths.detail(lensId, version))}
          >
            {t('lenses.import.open')}
          </Button>
          <Button
            variant="secondary"
            onPress={() => navigate(paths.preview(lensId, version))}
          >
            {t('lenses.detail.preview')}
          </Button>
          <Button variant="primary" onPress={onPublish}>
            {t('lenses.detail.publish')}
          </Button>
        </>
      }
    >
      <Notice
        status="success"
        role="status"
        title={t('lenses.import.doneTitle')}
        description={t('lenses.import.doneText', { name: lensId, version })}
      />
    </DialogContent>
  );
}

/** Publishes what was just imported. */
function PublishImported(props: {
  result: MlLensResponse<'importLens'>;
  onClose: () => void;
}) {
  const { result, onClose } = props;
  const { data } = useLensItem(result.lensId);
  if (!data) return null;
  return (
    <PublishDialog item={data} version={result.version} onClose={onClose} />
  );
}

/** Imports a lens: choose it, see what is wrong with it, store it as a draft. */
export function ImportDialog(props: { onClose: () => void }) {
  const { onClose } = props;
  const { t } = useMlLensTranslation();
  const [source, setSource] = useState<LensSource>();
  const [result, setResult] = useState<MlLensResponse<'importLens'>>();
  const [isPublishing, setPublishing] = useState(false);

  if (result && isPublishing) {
    return <PublishImported result={result} onClose={onClose} />;
  }
  const isChecking = Boolean(source) && !result;
  return (
    <OpenDialog
      title={t('lenses.import.title')}
      // A file dropped beside the drop zone must not lose the work so far.
      isDismissable={!isChecking}
      width={isChecking ? 1280 : 640}
      height={isChecking ? '90vh' : undefined}
      onClose={onClose}
    >
      {!source && (
        <DialogContent>
          <SourceStep onSource={setSource} />
        </DialogContent>
      )}
      {source && !result && (
        <Check
          key={source.id}
          source={source}
          onBack={() => setSource(undefined)}
          onImported={setResult}
        />
      )}
      {result && <Done result={result} onPublish={() => setPublishing(true)} />}
    </OpenDialog>
  );
}
