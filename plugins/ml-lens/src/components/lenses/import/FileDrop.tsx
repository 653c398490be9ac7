// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { Button } from '@backstage/ui';
import { RiFileUploadLine } from '@remixicon/react';
import { type DragEvent, useRef, useState } from 'react';
import { useMlLensTranslation } from '../../../translation';
import { LARGEST_READ, type LensSource, fileSource } from './source';
import looks from '../../shared/looks.module.css';
import styles from './SourceStep.module.css';

type Fault = 'oneFile' | 'tooLargeTitle' | 'unreadable';

/** Takes a file by drag and drop or from the file system. */
export function FileDrop(props: { onSource: (source: LensSource) => void }) {
  const { onSource } = props;
  const { t } = useMlLensTranslation();
  const input = useRef<HTMLInputElement>(null);
  const [isOver, setOver] = useState(false);
  const [fault, setFault] = useState<Fault>();

  const take = async (files: FileList | null) => {
    const [file] = files ?? [];
    if (!file) return;
    if (files!.length > 1) {
      setFault('oneFile');
      return;
    }
    if (file.size > LARGEST_READ) {
      setFault('tooLargeTitle');
      return;
    }
    try {
      onSource(await fileSource(file));
    } catch {
      // Removed or locked since it was chosen.
      setFault('unreadable');
    }
  };

  const onDrag = (event: DragEvent, over: boolean) => {
    // Without this the browser opens the file in place of the page.
    event.preventDefault();
    setOver(over);
  };

  return (
    <div
      className={isOver ? `${styles.drop} ${styles.over}` : styles.drop}
      onDragEnter={event => onDrag(event, true)}
      onDragOver={event => onDrag(event, true)}
      onDragLeave={event => onDrag(event, false)}
      onDrop={event => {
        onDrag(event, false);
        void take(event.dataTransfer.files);
      }}
    >
      <RiFileUploadLine className={styles.dropIcon} aria-hidden />
      <strong>
        {t(isOver ? 'lenses.import.dropped' : 'lenses.import.dropTitle')}
      </strong>
      <span className={`${looks.note} ${styles.muted}`}>
        {t('lenses.import.dropText')}
      </span>
      <Button variant="secondary" onPress={() => input.current?.click()}>
        {t('lenses.import.choose')}
      </Button>
      <input
        ref={input}
        type="file"
        className={styles.input}
        aria-label={t('lenses.import.choose')}
        tabIndex={-1}
        accept=".json,.yaml,.yml,application/json,application/yaml"
        onChange={event => {
          void take(event.target.files);
          // The same file again, corrected, is a change too.
          event.target.value = '';
        }}
      />
      {fault && (
        <p className={styles.bad} role="alert">
          {t(`lenses.import.${fault}`)}
        </p>
      )}
    </div>
  );
}
