// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { RiArrowLeftLine, RiPrinterLine } from '@remixicon/react';
import { type ReactNode, useEffect, useState } from 'react';
import { createPortal } from 'react-dom';
import { SmallButton } from '../SmallButton';
import { useLanguage } from '../../../translation';
import { Surface } from '../Surface';
import styles from './Paper.module.css';

/**
 * A sheet over the page, as a child of the body: there, printing can leave out
 * everything else with one rule, whatever the app around looks like. The page
 * below cannot be reached while it is shown.
 */
function usePaper(): HTMLElement {
  const [element] = useState(() => document.createElement('div'));
  useEffect(() => {
    element.dataset.mlLensPaper = '';
    const others = [...document.body.children].filter(
      child => child !== element && !child.hasAttribute('inert'),
    );
    document.body.append(element);
    for (const other of others) other.setAttribute('inert', '');
    return () => {
      for (const other of others) other.removeAttribute('inert');
      element.remove();
    };
  }, [element]);
  return element;
}

/** Prints under a name that tells what it is once it is a file. */
function printAs(title: string) {
  const before = document.title;
  document.title = title;
  window.print();
  document.title = before;
}

/** What lies over the page as sheets of A4, to read, print or keep as a PDF. */
export function PaperSheet(props: {
  /** What it is, for those who do not see it. */
  label: string;
  /** Name of the file it may become. */
  fileName: string;
  back: string;
  print: string;
  /** Nothing to print yet. */
  isDisabled?: boolean;
  /** What decides on what is shown; not printed. */
  tools?: ReactNode;
  onClose: () => void;
  children: ReactNode;
}) {
  const { label, fileName, back, print, isDisabled, tools, onClose } = props;
  const language = useLanguage();
  const paper = usePaper();

  useEffect(() => {
    // Where there is nothing to read yet, the keys are for the sheet itself.
    paper
      .querySelector<HTMLElement>('h1, [role=dialog]:not(:has(h1))')
      ?.focus({ preventScroll: true });
  }, [paper]);

  return createPortal(
    <Surface
      className={styles.desk}
      role="dialog"
      aria-modal
      tabIndex={-1}
      aria-label={label}
      data-theme-mode="light"
      onKeyDown={event => event.key === 'Escape' && onClose()}
    >
      <div className={styles.bar}>
        <SmallButton
          variant="tertiary"
          iconStart={<RiArrowLeftLine />}
          onPress={onClose}
        >
          {back}
        </SmallButton>
        {tools}
        <SmallButton
          variant="primary"
          iconStart={<RiPrinterLine />}
          isDisabled={isDisabled}
          onPress={() => printAs(fileName)}
        >
          {print}
        </SmallButton>
      </div>
      <main lang={language}>{props.children}</main>
    </Surface>,
    paper,
  );
}
