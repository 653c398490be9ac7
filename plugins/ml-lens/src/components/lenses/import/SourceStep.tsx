// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import {
  Button,
  Tab,
  TabList,
  TabPanel,
  Tabs,
  TextAreaField,
  TextField,
} from '@backstage/ui';
import { useState } from 'react';
import { useMlLensTranslation } from '../../../translation';
import { FileDrop } from './FileDrop';
import { type LensSource, textSource, urlSource } from './source';
import styles from './SourceStep.module.css';

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
