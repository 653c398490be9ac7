// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { Button, Dialog, DialogBody, DialogHeader } from '@backstage/ui';
import { DialogActions } from './DialogActions';
import { type FormEvent, type ReactNode, useId } from 'react';
import { useMlLensTranslation } from '../../translation';
import styles from './ActionDialog.module.css';
import { focusFirstField } from './focusFirstField';
import { Surface } from './Surface';

/**
 * Asks before something is done, with what is needed for it: one action, done by
 * its button or by Enter in a field, and a way out.
 */
export function ActionDialog(props: {
  title: string;
  /** What is done, as the words of the button. */
  action: string;
  onAction(): void;
  onClose(): void;
  /** Pixels. */
  width?: number;
  /** Nothing can be done yet. */
  isDisabled?: boolean;
  /** It is being done. */
  isPending?: boolean;
  /** What is done cannot be taken back. */
  isDestructive?: boolean;
  /** Nothing typed would be lost by a click beside it. */
  isDismissable?: boolean;
  lang?: string;
  children: ReactNode;
}) {
  const { title, action, onAction, onClose, width = 480, children } = props;
  const { isDisabled, isPending, isDestructive, isDismissable, lang } = props;
  const { t } = useMlLensTranslation();
  const formId = useId();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    // A dialog over this one is inside it for React.
    event.stopPropagation();
    if (!isDisabled && !isPending) onAction();
  };
  return (
    <Dialog
      isOpen
      isDismissable={isDismissable}
      width={width}
      onOpenChange={isOpen => !isOpen && onClose()}
    >
      <DialogHeader>{title}</DialogHeader>
      <DialogBody>
        <Surface lang={lang}>
          <form
            ref={focusFirstField}
            id={formId}
            className={styles.form}
            onSubmit={submit}
            noValidate
          >
            {children}
          </form>
        </Surface>
      </DialogBody>
      <DialogActions>
        <Button variant="secondary" onPress={onClose}>
          {t('common.cancel')}
        </Button>
        <Button
          type="submit"
          form={formId}
          variant="primary"
          destructive={isDestructive}
          isDisabled={isDisabled}
          isPending={isPending}
        >
          {action}
        </Button>
      </DialogActions>
    </Dialog>
  );
}
