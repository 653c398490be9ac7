// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { Button } from '@backstage/ui';
import { DialogContent, OpenDialog } from './OpenDialog';
import { type FormEvent, type ReactNode, useId } from 'react';
import { useMlLensTranslation } from '../../translation';
import looks from './looks.module.css';
import { focusFirstField } from './focusFirstField';

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
    <OpenDialog
      title={title}
      width={width}
      isDismissable={isDismissable}
      onClose={onClose}
    >
      <DialogContent
        lang={lang}
        actions={
          <>
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
          </>
        }
      >
        <form
          ref={focusFirstField}
          id={formId}
          className={looks.loose}
          onSubmit={submit}
          noValidate
        >
          {children}
        </form>
      </DialogContent>
    </OpenDialog>
  );
}
