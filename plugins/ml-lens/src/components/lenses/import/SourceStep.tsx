// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { RiFileUploadLine } from '@remixicon/react';
import {
  Button,
  Tab,
  TabList,
  TabPanel,
  Tabs,
  TextAreaField,
  TextField,
} from '@backstage/ui';
import { useState, type DragEvent, useRef } from 'react';
import { useMlLensTranslation } from '../../../translation';
import {
  type LensSource,
  textSource,
  urlSource,
  LARGEST_READ,
  fileSource,
} from './source';
import styles from './SourceStep.module.css';
import looks from '../../shared/looks.module.css';

type Fault = 'oneFile' | 'tooLargeTitle' | 'unreadable';

/** Takes a file by drag and drop or from the file system. */
function FileDrop(props: { onSource: (source: LensSource) => void }) {
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

function Paste(props: { onSource: (source: LensSource) => void }) {
  const { onSource } = props;
  const { t } = useMlLensTranslation();
  const [text, setText] = useState('');
  return (
    <div className={styles.form}>
      <TextAreaField
        label={t('lenses.import.pasteLabel')}
        description={t('lenses.import.pasteHelp')}
        value={text}
        onChange={setText}
        rows={12}
        spellCheck="false"
      />
      <Button
        variant="primary"
        isDisabled={!text.trim()}
        onPress={() => onSource(textSource(t('lenses.import.pasted'), text))}
      >
        {t('lenses.import.check')}
      </Button>
    </div>
  );
}

function Address(props: { onSource: (source: LensSource) => void }) {
  const { onSource } = props;
  const { t } = useMlLensTranslation();
  const [url, setUrl] = useState('');
  const [isBad, setBad] = useState(false);
  return (
    <form
      className={styles.form}
      onSubmit={event => {
        event.preventDefault();
        const wanted = url.trim();
        const isGood = /^https?:\/\//i.test(wanted) && URL.canParse(wanted);
        setBad(!isGood);
        if (isGood) onSource(urlSource(wanted));
      }}
    >
      <TextField
        label={t('lenses.import.urlLabel')}
        description={t('lenses.import.urlHelp')}
        placeholder="https://"
        value={url}
        onChange={setUrl}
        isInvalid={isBad}
      />
      {isBad && (
        <p className={styles.bad} role="alert">
          {t('lenses.import.urlBad')}
        </p>
      )}
      <Button type="submit" variant="primary" isDisabled={!url.trim()}>
        {t('lenses.import.check')}
      </Button>
    </form>
  );
}

/** Asks for a lens: a file, its text, or its address. */
export function SourceStep(props: { onSource: (source: LensSource) => void }) {
  const { onSource } = props;
  const { t } = useMlLensTranslation();
  return (
    <Tabs>
      <TabList aria-label={t('lenses.import.source')}>
        <Tab id="file">{t('lenses.import.file')}</Tab>
        <Tab id="paste">{t('lenses.import.paste')}</Tab>
        <Tab id="url">{t('lenses.import.url')}</Tab>
      </TabList>
      <TabPanel id="file" className={styles.panel}>
        <FileDrop onSource={onSource} />
      </TabPanel>
      <TabPanel id="paste" className={styles.panel}>
        <Paste onSource={onSource} />
      </TabPanel>
      <TabPanel id="url" className={styles.panel}>
        <Address onSource={onSource} />
      </TabPanel>
    </Tabs>
  );
}
